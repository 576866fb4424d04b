namespace Fourfold.Codecs.Ais.Applications;

/// <summary>316/32 and 366/32 with message 1, type 8: the edition of the Seaway's messages. 32 bits.</summary>
/// <remarks>St. Lawrence Seaway AIS Data Messaging Formats and Specifications, 4.0A, §9.</remarks>
public record struct SeawayVersion : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "seaway_version"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(366, 32);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) =>
        id is (316 or 366, 32) && data.UInt(2, 6) == 1;

    /// <summary>Major number, 0–255.</summary>
    public int? Major { get; set; }

    /// <summary>Minor number, 0–255.</summary>
    public int? Minor { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        fields.SeawayHeader(1);
        Major = fields.UInt("major"u8, 8, Major);
        Minor = fields.UInt("minor"u8, 8, Minor);
        fields.Spare(8);
    }
}
