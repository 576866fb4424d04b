namespace Fourfold.Codecs.Ais.Applications;

/// <summary>366/22, type 8: what holds in an area, a trial of the US Coast Guard. 55 bits, and 90 a sub-area.</summary>
/// <remarks>
/// Messages of the same identifier whose length is not that of whole sub-areas, as encrypted ones have, are left as bits.
/// US Coast Guard trial of area notices, 2010, as other decoders (libais) know it.
/// </remarks>
public ref struct CoastGuardAreaNotice : IAisApplication
{
    private const int HeaderBits = 55;
    private const int SubAreaBits = 90;

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "coast_guard_area_notice"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(366, 22);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) =>
        id is (366, 22) && data.Length >= HeaderBits && (data.Length - HeaderBits) % SubAreaBits < 8;

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
        Linkage = fields.UInt("linkage"u8, 10, Linkage, least: 1, absent: 0);
        Notice = fields.UInt("notice"u8, 7, Notice, most: 126, absent: 127);
        Start = fields.Moment("start"u8, Start);
        DurationMinutes = fields.UInt("duration_minutes"u8, 18, DurationMinutes, most: 262142, absent: 262143);
        var form = new ListForm(SubAreaBits, 10);
        SubAreas = fields.List("sub_areas"u8, SubAreas, form, new SubArea { Edition = SubAreaEdition.CoastGuardTrial });
    }
}
