namespace Fourfold.Codecs.Ais.Applications;

/// <summary>One station of <see cref="SeawayWaterFlow"/>. 144 bits.</summary>
public record struct SeawayWaterFlowStation : IFieldGroup
{
    /// <summary>When it was measured, UTC.</summary>
    public AisEta? Time { get; set; }

    /// <summary>Identifier of the station.</summary>
    public ApplicationText Station { get; set; }

    /// <summary>Where it stands.</summary>
    public AisPosition? Position { get; set; }

    /// <summary>Flow, m³/s, 0–16,382.</summary>
    public int? FlowCubicMetresPerSecond { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Time = fields.Moment("utc"u8, Time);
        Station = fields.Text("station"u8, Station, 7);
        Position = fields.Position(Position, PositionForm.Medium);
        FlowCubicMetresPerSecond = fields.UInt(
            "flow_cubic_metres_per_second"u8,
            14,
            FlowCubicMetresPerSecond,
            most: 16382,
            absent: 16383
        );
        fields.Spare(19);
    }
}
