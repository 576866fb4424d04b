namespace Fourfold.Codecs.Ais.Applications;

/// <summary>367/25, type 8: pressure and wind at a ship, for satellites. 40 bits.</summary>
/// <remarks>US satellite ship weather tiny message, DAC 367 FI 25.</remarks>
public record struct TinySatelliteShipWeather : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "tiny_satellite_ship_weather"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(367, 25);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (367, 25);

    /// <summary>Version of the message.</summary>
    public int? Version { get; set; }

    /// <summary>UTC hour and minute.</summary>
    public AisEta? Time { get; set; }

    /// <summary>Air pressure, hPa, 799–1201; the ends mean that or less, that or more.</summary>
    public int? PressureHectopascals { get; set; }

    /// <summary>Mean wind, knots, 0–126.</summary>
    public int? WindSpeedKnots { get; set; }

    /// <summary>Wind direction, degrees, 0–359.</summary>
    public int? WindDirectionDegrees { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Version = fields.UInt("version"u8, 3, Version);
        Time = fields.Clock("utc"u8, Time);
        PressureHectopascals = fields.UInt(
            "pressure_hectopascals"u8,
            9,
            PressureHectopascals,
            most: 402,
            absent: 403,
            offset: 799
        );
        WindSpeedKnots = fields.UInt("wind_speed_knots"u8, 7, WindSpeedKnots, most: 126, absent: 127);
        WindDirectionDegrees = fields.Direction("wind_direction_degrees"u8, WindDirectionDegrees);
        fields.Spare(1);
    }
}
