namespace Fourfold.Codecs.Ais.Applications;

/// <summary>One window of <see cref="TidalWindows"/>. 88 bits.</summary>
public record struct TidalWindow : IFieldGroup
{
    /// <summary>The point.</summary>
    public AisPosition? Position { get; set; }

    /// <summary>Opens at, UTC.</summary>
    public AisEta? From { get; set; }

    /// <summary>Closes at, UTC.</summary>
    public AisEta? To { get; set; }

    /// <summary>Where the current sets, degrees, 0–359.</summary>
    public int? CurrentDirectionDegrees { get; set; }

    /// <summary>Current, knots, 0–25.1, where 25.1 means that or more.</summary>
    public double? CurrentSpeedKnots { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Position = fields.Position(Position, PositionForm.Medium);
        From = fields.Clock("from"u8, From);
        To = fields.Clock("to"u8, To);
        CurrentDirectionDegrees = fields.Direction("current_direction_degrees"u8, CurrentDirectionDegrees);
        CurrentSpeedKnots = fields.Scaled(
            "current_speed_knots"u8,
            8,
            CurrentSpeedKnots,
            divisor: 10,
            most: 251,
            absent: 255
        );
    }
}
