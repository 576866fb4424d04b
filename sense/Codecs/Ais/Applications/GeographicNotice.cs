namespace Fourfold.Codecs.Ais.Applications;

/// <summary>
/// 367/22, type 8: what holds in an area, as the US Coast Guard sends it. 64 bits, and 96 a sub-area.
/// </summary>
/// <remarks>US Coast Guard geographic notice, release version 1.</remarks>
public ref struct GeographicNotice : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "geographic_notice"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(367, 22);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (367, 22);

    /// <summary>Version of the message, 0–63.</summary>
    public int? Version { get; set; }

    /// <summary>Number that links it to a text and by which it is cancelled, 1–1023.</summary>
    public int? Linkage { get; set; }

    /// <summary>What it is about, as <see cref="AreaNotice.Notice"/>.</summary>
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
        Version = fields.UInt("version"u8, 6, Version);
        Linkage = fields.UInt("linkage"u8, 10, Linkage, least: 1, absent: 0);
        Notice = fields.UInt("notice"u8, 7, Notice, most: 126, absent: 127);
        Start = fields.Moment("start"u8, Start);
        DurationMinutes = fields.UInt("duration_minutes"u8, 18, DurationMinutes, most: 262142, absent: 262143);
        fields.Spare(3);
        var form = new ListForm(96, 10);
        SubAreas = fields.List("sub_areas"u8, SubAreas, form, new SubArea { Edition = SubAreaEdition.Geographic });
    }
}
