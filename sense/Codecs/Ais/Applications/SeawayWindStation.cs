namespace Fourfold.Codecs.Ais.Applications;

/// <summary>One station of <see cref="SeawayWind"/>. 144 bits.</summary>
public record struct SeawayWindStation : IFieldGroup
{
    /// <summary>When it was measured, UTC.</summary>
    public AisEta? Time { get; set; }

    /// <summary>Identifier of the station.</summary>
    public ApplicationText Station { get; set; }

    /// <summary>Where it stands.</summary>
    public AisPosition? Position { get; set; }

    /// <summary>Mean wind, knots, 0–102.2.</summary>
    public double? WindSpeedKnots { get; set; }

    /// <summary>Gust, knots, 0–102.2.</summary>
    public double? WindGustKnots { get; set; }

    /// <summary>Wind direction, degrees, 0–359.</summary>
    public int? WindDirectionDegrees { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Time = fields.Moment("utc"u8, Time);
        Station = fields.Text("station"u8, Station, 7);
        Position = fields.Position(Position, PositionForm.Medium);
        WindSpeedKnots = fields.Scaled("wind_speed_knots"u8, 10, WindSpeedKnots, divisor: 10, most: 1022, absent: 1023);
        WindGustKnots = fields.Scaled("wind_gust_knots"u8, 10, WindGustKnots, divisor: 10, most: 1022, absent: 1023);
        WindDirectionDegrees = fields.UInt("wind_direction_degrees"u8, 9, WindDirectionDegrees, most: 359, absent: 511);
        fields.Spare(4);
    }
}
