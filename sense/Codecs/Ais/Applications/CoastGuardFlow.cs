namespace Fourfold.Codecs.Ais.Applications;

/// <summary>Horizontal current at two distances from a site, as in 367/33. 85 bits.</summary>
/// <remarks>US Coast Guard environmental message, DAC 367 FI 33.</remarks>
public record struct CoastGuardFlow : IFieldGroup
{
    /// <summary>Bearing of both points, degrees, 0–359.</summary>
    public int? BearingDegrees { get; set; }

    /// <summary>Distance of the first, metres, 0–510.</summary>
    public int? FirstDistanceMetres { get; set; }

    /// <summary>Current there, knots, 0–25.1.</summary>
    public double? FirstSpeedKnots { get; set; }

    /// <summary>Where it sets, degrees, 0–359.</summary>
    public int? FirstDirectionDegrees { get; set; }

    /// <summary>Its depth, metres.</summary>
    public int? FirstDepthMetres { get; set; }

    /// <summary>Distance of the second, metres.</summary>
    public int? SecondDistanceMetres { get; set; }

    /// <summary>Current there, knots.</summary>
    public double? SecondSpeedKnots { get; set; }

    /// <summary>Where it sets, degrees.</summary>
    public int? SecondDirectionDegrees { get; set; }

    /// <summary>Its depth, metres.</summary>
    public int? SecondDepthMetres { get; set; }

    /// <summary>1 raw, 2 checked, 3 predicted, 4 forecast, 5 nowcast.</summary>
    public int? SensorKind { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        BearingDegrees = fields.Direction("bearing_degrees"u8, BearingDegrees);
        FirstDistanceMetres = fields.UInt("first_distance_metres"u8, 9, FirstDistanceMetres, most: 510, absent: 511);
        FirstSpeedKnots = fields.Scaled("first_speed_knots"u8, 8, FirstSpeedKnots, divisor: 10, most: 251, absent: 255);
        FirstDirectionDegrees = fields.Direction("first_direction_degrees"u8, FirstDirectionDegrees);
        FirstDepthMetres = fields.UInt("first_depth_metres"u8, 9, FirstDepthMetres, most: 361, absent: 363);
        SecondDistanceMetres = fields.UInt("second_distance_metres"u8, 9, SecondDistanceMetres, most: 510, absent: 511);
        SecondSpeedKnots = fields.Scaled(
            "second_speed_knots"u8,
            8,
            SecondSpeedKnots,
            divisor: 10,
            most: 251,
            absent: 255
        );
        SecondDirectionDegrees = fields.Direction("second_direction_degrees"u8, SecondDirectionDegrees);
        SecondDepthMetres = fields.UInt("second_depth_metres"u8, 9, SecondDepthMetres, most: 361, absent: 363);
        SensorKind = fields.UInt("sensor_kind"u8, 3, SensorKind, least: 1, most: 6, absent: 0);
    }
}
