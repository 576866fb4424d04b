namespace Fourfold.Codecs.Ais.Applications;

/// <summary>1/19, type 8: what a traffic signal shows now and next. 304 bits.</summary>
/// <remarks>IMO SN.1/Circ.289, Annex, Tables 8.1 and 8.2.</remarks>
public record struct MarineTrafficSignal : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "marine_traffic_signal"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(1, 19);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (1, 19);

    /// <summary>Number that links it to a text (1/29, 1/30), 1–1023.</summary>
    public int? Linkage { get; set; }

    /// <summary>Name of the signal station.</summary>
    public ApplicationText Station { get; set; }

    /// <summary>Where it stands.</summary>
    public AisPosition? Position { get; set; }

    /// <summary>1 regular service, 2 irregular service; 3 reserved.</summary>
    public int? Status { get; set; }

    /// <summary>
    /// Signal in service: 1–7 IALA port traffic signals 1, 2, 3, 4, 5, 2a, 5a; 8–13 Japan I, O, F, XI, XO, X.
    /// </summary>
    public int? Signal { get; set; }

    /// <summary>When the next signal begins, UTC.</summary>
    public AisEta? NextChange { get; set; }

    /// <summary>The signal after this, as <see cref="Signal"/>.</summary>
    public int? NextSignal { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Linkage = fields.UInt("linkage"u8, 10, Linkage, least: 1, absent: 0);
        Station = fields.Text("station"u8, Station, 20);
        Position = fields.Position(Position, PositionForm.Medium);
        Status = fields.UInt("status"u8, 2, Status, least: 1, absent: 0);
        Signal = fields.UInt("signal"u8, 5, Signal, least: 1, absent: 0);
        NextChange = fields.Clock("next"u8, NextChange);
        NextSignal = fields.UInt("next_signal"u8, 5, NextSignal, least: 1, absent: 0);
        fields.Spare(102);
    }
}
