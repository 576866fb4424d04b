namespace Fourfold.Codecs.Ais.Applications;

/// <summary>1/13, type 8: a stretch of fairway is closed. 416 bits.</summary>
/// <remarks>IMO SN/Circ.236, Annex 2, application 3.</remarks>
public record struct FairwayClosed : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "fairway_closed"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(1, 13);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (1, 13);

    /// <summary>Why.</summary>
    public ApplicationText Reason { get; set; }

    /// <summary>Where the closed stretch begins.</summary>
    public ApplicationText From { get; set; }

    /// <summary>Where it ends.</summary>
    public ApplicationText To { get; set; }

    /// <summary>Extension, in <see cref="RadiusUnit"/>, 0–1000.</summary>
    public int? Radius { get; set; }

    /// <summary>0 metres, 1 kilometres, 2 nautical miles, 3 cables.</summary>
    public int? RadiusUnit { get; set; }

    /// <summary>Closed from, UTC.</summary>
    public AisEta? Start { get; set; }

    /// <summary>Closed to, UTC.</summary>
    public AisEta? End { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Reason = fields.Text("reason"u8, Reason, 20);
        From = fields.Text("from"u8, From, 20);
        To = fields.Text("to"u8, To, 20);
        Radius = fields.UInt("radius"u8, 10, Radius, most: 1000, absent: 1001);
        RadiusUnit = fields.UInt("radius_unit"u8, 2, RadiusUnit);
        Start = fields.DayMonthClock("start"u8, Start);
        End = fields.DayMonthClock("end"u8, End);
        fields.Spare(4);
    }
}
