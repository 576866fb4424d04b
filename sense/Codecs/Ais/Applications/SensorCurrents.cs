namespace Fourfold.Codecs.Ais.Applications;

/// <summary>Currents at up to three depths. 85 bits.</summary>
/// <remarks>IMO SN.1/Circ.289, Annex, Table 12.9.</remarks>
public record struct SensorCurrents : IFieldGroup
{
    /// <summary>First current, knots, 0–25.1.</summary>
    public double? FirstSpeedKnots { get; set; }

    /// <summary>Where it sets, degrees, 0–359.</summary>
    public int? FirstDirectionDegrees { get; set; }

    /// <summary>Its depth, metres, 0–361, where 361 means that or more.</summary>
    public int? FirstDepthMetres { get; set; }

    /// <summary>Second current, knots.</summary>
    public double? SecondSpeedKnots { get; set; }

    /// <summary>Where it sets, degrees.</summary>
    public int? SecondDirectionDegrees { get; set; }

    /// <summary>Its depth, metres.</summary>
    public int? SecondDepthMetres { get; set; }

    /// <summary>Third current, knots.</summary>
    public double? ThirdSpeedKnots { get; set; }

    /// <summary>Where it sets, degrees.</summary>
    public int? ThirdDirectionDegrees { get; set; }

    /// <summary>Its depth, metres.</summary>
    public int? ThirdDepthMetres { get; set; }

    /// <summary>1 raw, 2 checked, 3 predicted, 4 forecast, 5 nowcast.</summary>
    public int? SensorKind { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        FirstSpeedKnots = fields.Scaled("first_speed_knots"u8, 8, FirstSpeedKnots, divisor: 10, most: 251, absent: 255);
        FirstDirectionDegrees = fields.Direction("first_direction_degrees"u8, FirstDirectionDegrees);
        FirstDepthMetres = fields.UInt("first_depth_metres"u8, 9, FirstDepthMetres, most: 361, absent: 363);
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
        ThirdSpeedKnots = fields.Scaled("third_speed_knots"u8, 8, ThirdSpeedKnots, divisor: 10, most: 251, absent: 255);
        ThirdDirectionDegrees = fields.Direction("third_direction_degrees"u8, ThirdDirectionDegrees);
        ThirdDepthMetres = fields.UInt("third_depth_metres"u8, 9, ThirdDepthMetres, most: 361, absent: 363);
        SensorKind = fields.UInt("sensor_kind"u8, 3, SensorKind, least: 1, most: 6, absent: 0);
    }
}
