namespace Fourfold.Codecs.Ais.Applications;

/// <summary>Components of currents at up to two depths, as in 367/33. 85 bits.</summary>
/// <remarks>US Coast Guard environmental message, DAC 367 FI 33.</remarks>
public record struct CoastGuardCurrents3D : IFieldGroup
{
    /// <summary>North component of the first, 0.1 knots as sent.</summary>
    public double? FirstNorthKnots { get; set; }

    /// <summary>East component.</summary>
    public double? FirstEastKnots { get; set; }

    /// <summary>Upward component.</summary>
    public double? FirstUpKnots { get; set; }

    /// <summary>Its depth, metres, 0–361.</summary>
    public int? FirstDepthMetres { get; set; }

    /// <summary>North component of the second.</summary>
    public double? SecondNorthKnots { get; set; }

    /// <summary>East component.</summary>
    public double? SecondEastKnots { get; set; }

    /// <summary>Upward component.</summary>
    public double? SecondUpKnots { get; set; }

    /// <summary>Its depth, metres.</summary>
    public int? SecondDepthMetres { get; set; }

    /// <summary>1 raw, 2 checked, 3 predicted, 4 forecast, 5 nowcast.</summary>
    public int? SensorKind { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        FirstNorthKnots = fields.Scaled("first_north_knots"u8, 9, FirstNorthKnots, divisor: 10, most: 510, absent: 511);
        FirstEastKnots = fields.Scaled("first_east_knots"u8, 9, FirstEastKnots, divisor: 10, most: 510, absent: 511);
        FirstUpKnots = fields.Scaled("first_up_knots"u8, 9, FirstUpKnots, divisor: 10, most: 510, absent: 511);
        FirstDepthMetres = fields.UInt("first_depth_metres"u8, 9, FirstDepthMetres, most: 361, absent: 363);
        SecondNorthKnots = fields.Scaled(
            "second_north_knots"u8,
            9,
            SecondNorthKnots,
            divisor: 10,
            most: 510,
            absent: 511
        );
        SecondEastKnots = fields.Scaled("second_east_knots"u8, 9, SecondEastKnots, divisor: 10, most: 510, absent: 511);
        SecondUpKnots = fields.Scaled("second_up_knots"u8, 9, SecondUpKnots, divisor: 10, most: 510, absent: 511);
        SecondDepthMetres = fields.UInt("second_depth_metres"u8, 9, SecondDepthMetres, most: 361, absent: 363);
        SensorKind = fields.UInt("sensor_kind"u8, 3, SensorKind, least: 1, most: 6, absent: 0);
    }
}
