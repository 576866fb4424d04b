namespace Fourfold.Codecs.Ais.Applications;

/// <summary>One leg of <see cref="RouteExchange"/>. 64 bits.</summary>
public record struct RouteLeg : IFieldGroup
{
    /// <summary>A great circle (true) or a rhumb line.</summary>
    public bool? IsGreatCircle { get; set; }

    /// <summary>Speed on it, knots, 0–102.2.</summary>
    public double? SpeedKnots { get; set; }

    /// <summary>Radius of the turn at its end, nautical miles, 0.01–5.11.</summary>
    public double? TurnRadiusNauticalMiles { get; set; }

    /// <summary>From its start to its end, degrees of longitude, east positive.</summary>
    public double? LongitudeStepDegrees { get; set; }

    /// <summary>From its start to its end, degrees of latitude, north positive.</summary>
    public double? LatitudeStepDegrees { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        IsGreatCircle = fields.Flag("great_circle"u8, IsGreatCircle);
        SpeedKnots = fields.Scaled("speed_knots"u8, 10, SpeedKnots, divisor: 10, most: 1022, absent: 1023);
        TurnRadiusNauticalMiles = fields.Scaled(
            "turn_radius_nautical_miles"u8,
            9,
            TurnRadiusNauticalMiles,
            divisor: 100,
            least: 1,
            absent: 0
        );
        LongitudeStepDegrees = fields.Scaled(
            "longitude_step_degrees"u8,
            22,
            LongitudeStepDegrees,
            divisor: 600000,
            least: -2097152
        );
        LatitudeStepDegrees = fields.Scaled(
            "latitude_step_degrees"u8,
            22,
            LatitudeStepDegrees,
            divisor: 600000,
            least: -2097152
        );
    }
}
