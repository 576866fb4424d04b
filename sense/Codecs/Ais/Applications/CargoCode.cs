namespace Fourfold.Codecs.Ais.Applications;

/// <summary>One code of <see cref="DangerousCargo"/>. 17 bits.</summary>
public record struct CargoCode : IFieldGroup
{
    /// <summary>1 IMDG, 2 IGC, 3 BC, 4 MARPOL Annex I, 5 MARPOL Annex II; 6 regional, 7–15 reserved.</summary>
    public int? Code { get; set; }

    /// <summary>
    /// 13 bits as the code says: 1 IMDG class in the first 7; 2 UN number; 3 BC class in 3 and IMDG class in 7; 4 oil
    /// type in 4; 5 category in 3.
    /// </summary>
    public int? Subtype { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Code = fields.UInt("code"u8, 4, Code, least: 1, absent: 0);
        Subtype = fields.UInt("subtype"u8, 13, Subtype, least: 1, absent: 0);
    }
}
