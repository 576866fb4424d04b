namespace Fourfold.Codecs.Ais.Applications;

/// <summary>Horizontal current at two distances from a site. 85 bits.</summary>
/// <remarks>IMO SN.1/Circ.289, Annex, Table 12.11.</remarks>
public record struct SensorFlow : IFieldGroup
{
    /// <summary>Bearing of the first point, degrees, 0–359.</summary>
    public int? FirstBearingDegrees { get; set; }

    /// <summary>Its distance, metres, 0–121, where 121 means that or more.</summary>
    public int? FirstDistanceMetres { get; set; }

    /// <summary>Current there, knots, 0–25.1.</summary>
    public double? FirstSpeedKnots { get; set; }

    /// <summary>Where it sets, degrees, 0–359.</summary>
    public int? FirstDirectionDegrees { get; set; }

    /// <summary>Its depth, metres.</summary>
    public int? FirstDepthMetres { get; set; }

    /// <summary>Bearing of the second point, degrees.</summary>
    public int? SecondBearingDegrees { get; set; }

    /// <summary>Its distance, metres.</summary>
    public int? SecondDistanceMetres { get; set; }

    /// <summary>Current there, knots.</summary>
    public double? SecondSpeedKnots { get; set; }

    /// <summary>Where it sets, degrees.</summary>
    public int? SecondDirectionDegrees { get; set; }

    /// <summary>Its depth, metres.</summary>
    public int? SecondDepthMetres { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        FirstBearingDegrees = fields.Direction("first_bearing_degrees"u8, FirstBearingDegrees);
        FirstDistanceMetres = fields.UInt("first_distance_metres"u8, 7, FirstDistanceMetres, most: 121, absent: 122);
        FirstSpeedKnots = fields.Scaled("first_speed_knots"u8, 8, FirstSpeedKnots, divisor: 10, most: 251, absent: 255);
        FirstDirectionDegrees = fields.Direction("first_direction_degrees"u8, FirstDirectionDegrees);
        FirstDepthMetres = fields.UInt("first_depth_metres"u8, 9, FirstDepthMetres, most: 361, absent: 363);
        SecondBearingDegrees = fields.Direction("second_bearing_degrees"u8, SecondBearingDegrees);
        SecondDistanceMetres = fields.UInt("second_distance_metres"u8, 7, SecondDistanceMetres, most: 121, absent: 122);
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
    }
}
