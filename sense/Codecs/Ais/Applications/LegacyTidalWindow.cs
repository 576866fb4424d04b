namespace Fourfold.Codecs.Ais.Applications;

/// <summary>One window of <see cref="LegacyTidalWindows"/>. 93 bits.</summary>
public record struct LegacyTidalWindow : IFieldGroup
{
    /// <summary>The point.</summary>
    public AisPosition? Position { get; set; }

    /// <summary>Opens at, UTC.</summary>
    public AisEta? From { get; set; }

    /// <summary>Closes at, UTC.</summary>
    public AisEta? To { get; set; }

    /// <summary>Where the current sets, degrees, 0–359.</summary>
    public int? CurrentDirectionDegrees { get; set; }

    /// <summary>Current, knots, 0–12.6.</summary>
    public double? CurrentSpeedKnots { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Position = fields.Position(Position, PositionForm.FineLatitudeFirst);
        From = fields.Clock("from"u8, From);
        To = fields.Clock("to"u8, To);
        CurrentDirectionDegrees = fields.UInt(
            "current_direction_degrees"u8,
            9,
            CurrentDirectionDegrees,
            most: 359,
            absent: 511
        );
        CurrentSpeedKnots = fields.Scaled(
            "current_speed_knots"u8,
            7,
            CurrentSpeedKnots,
            divisor: 10,
            most: 126,
            absent: 127
        );
    }
}
