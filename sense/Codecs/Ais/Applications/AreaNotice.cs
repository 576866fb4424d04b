namespace Fourfold.Codecs.Ais.Applications;

/// <summary>1/22 to all, 1/23 to one: what holds in an area. 55 bits, and 87 a sub-area.</summary>
/// <remarks>IMO SN.1/Circ.289, Annex, Tables 11.1–11.10.</remarks>
public ref struct AreaNotice : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "area_notice"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(1, isAddressed ? 23 : 22);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (1, 23 or 22);

    /// <summary>Number that links it to a text (1/29, 1/30) and by which it is cancelled, 1–1023.</summary>
    public int? Linkage { get; set; }

    /// <summary>
    /// What it is about, 0–126 (Table 11.11): 0–21 caution, 23–30 weather, 32–38 restriction, 40–45 anchorage, 56–58
    /// security, 64–76 distress, 80–85 instruction, 88–95 information, 96–108 chart, 120–122 route, 125 other, 126
    /// cancels.
    /// </summary>
    public int? Notice { get; set; }

    /// <summary>When it begins, UTC.</summary>
    public AisEta? Start { get; set; }

    /// <summary>How long it holds, minutes; 0 cancels it.</summary>
    public int? DurationMinutes { get; set; }

    /// <summary>Up to ten parts of the area.</summary>
    public ApplicationList<SubArea> SubAreas { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Linkage = fields.UInt("linkage"u8, 10, Linkage, least: 1, absent: 0);
        Notice = fields.UInt("notice"u8, 7, Notice, most: 126, absent: 127);
        Start = fields.Moment("start"u8, Start);
        DurationMinutes = fields.UInt("duration_minutes"u8, 18, DurationMinutes, most: 262142, absent: 262143);
        SubAreas = fields.List("sub_areas"u8, SubAreas, new ListForm(87, 10), default);
    }
}
