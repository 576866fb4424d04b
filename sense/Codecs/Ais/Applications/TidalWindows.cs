namespace Fourfold.Codecs.Ais.Applications;

/// <summary>1/32, type 6: when the tide lets a ship pass a point. 9 bits, and 88 a window.</summary>
/// <remarks>IMO SN.1/Circ.289, Annex, Table 3.</remarks>
public ref struct TidalWindows : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "tidal_windows"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(1, 32);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (1, 32);

    /// <summary>UTC month, 1–12.</summary>
    public int? Month { get; set; }

    /// <summary>UTC day, 1–31.</summary>
    public int? Day { get; set; }

    /// <summary>Up to three windows.</summary>
    public ApplicationList<TidalWindow> Windows { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Month = fields.UInt("month"u8, 4, Month, least: 1, most: 12, absent: 0);
        Day = fields.UInt("day"u8, 5, Day, least: 1, absent: 0);
        Windows = fields.List("windows"u8, Windows, new ListForm(88, 3), default);
    }
}
