namespace Fourfold.Codecs.Ais.Applications;

/// <summary>
/// 1/14, type 6: when the tide lets a ship pass a point, the edition that 1/32 replaced. 9 bits, and 93 a window.
/// </summary>
/// <remarks>IMO SN/Circ.236, Annex 2, application 4.</remarks>
public ref struct LegacyTidalWindows : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "legacy_tidal_windows"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(1, 14);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (1, 14);

    /// <summary>UTC month, 1–12.</summary>
    public int? Month { get; set; }

    /// <summary>UTC day, 1–31.</summary>
    public int? Day { get; set; }

    /// <summary>Up to three windows.</summary>
    public ApplicationList<LegacyTidalWindow> Windows { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Month = fields.UInt("month"u8, 4, Month, least: 1, most: 12, absent: 0);
        Day = fields.UInt("day"u8, 5, Day, least: 1, absent: 0);
        Windows = fields.List("windows"u8, Windows, new ListForm(93, 3), default);
    }
}
