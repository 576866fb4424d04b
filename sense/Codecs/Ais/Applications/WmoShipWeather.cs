namespace Fourfold.Codecs.Ais.Applications;

/// <summary>1/21, type 8: weather seen from a ship in the codes of the WMO; the first bit is 1. 304 bits.</summary>
/// <remarks>IMO SN.1/Circ.289, Annex, Table 10.2; WMO 306, BUFR: a field of all ones is not available.</remarks>
public record struct WmoShipWeather : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "wmo_ship_weather"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(1, 21);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (1, 21) && data.UInt(0, 1) == 1;

    /// <summary>Longitude, degrees, east positive, −180.00 to 180.00.</summary>
    public double? LongitudeDegrees { get; set; }

    /// <summary>Latitude, degrees, north positive, −90.00 to 90.00.</summary>
    public double? LatitudeDegrees { get; set; }

    /// <summary>UTC month, 1–12.</summary>
    public int? Month { get; set; }

    /// <summary>UTC day, 1–31.</summary>
    public int? Day { get; set; }

    /// <summary>UTC hour, 0–23.</summary>
    public int? Hour { get; set; }

    /// <summary>UTC minute in steps of 10, 0–50.</summary>
    public int? Minute { get; set; }

    /// <summary>Course of the last 10 minutes in steps of 5°, 5–360; 0 stopped.</summary>
    public int? CourseDegrees { get; set; }

    /// <summary>Speed of the last 10 minutes, m/s, 0–15.0, where 15.0 means that or more.</summary>
    public double? SpeedMetresPerSecond { get; set; }

    /// <summary>Mean heading in steps of 5°, 0–360.</summary>
    public int? HeadingDegrees { get; set; }

    /// <summary>Pressure at sea level, hPa, from 900.0.</summary>
    public double? PressureHectopascals { get; set; }

    /// <summary>Its change in three hours, hPa, from −50.0.</summary>
    public double? PressureChangeHectopascals { get; set; }

    /// <summary>BUFR 010063: characteristic of the change.</summary>
    public int? PressureTrend { get; set; }

    /// <summary>True wind direction in steps of 5°, 5–360; 0 calm.</summary>
    public int? WindDirectionDegrees { get; set; }

    /// <summary>True wind, m/s, 0–127.0.</summary>
    public double? WindSpeedMetresPerSecond { get; set; }

    /// <summary>Relative wind direction in steps of 5°.</summary>
    public int? RelativeWindDirectionDegrees { get; set; }

    /// <summary>Relative wind, m/s.</summary>
    public double? RelativeWindSpeedMetresPerSecond { get; set; }

    /// <summary>Greatest gust, m/s.</summary>
    public double? GustSpeedMetresPerSecond { get; set; }

    /// <summary>Its direction in steps of 5°.</summary>
    public int? GustDirectionDegrees { get; set; }

    /// <summary>Air, cloud and visibility.</summary>
    public WmoAir? Air { get; set; }

    /// <summary>Waves and ice.</summary>
    public WmoSea? Sea { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        _ = fields.Flag("wmo"u8, true);
        LongitudeDegrees = fields.Scaled(
            "longitude_degrees"u8,
            16,
            LongitudeDegrees,
            divisor: 100,
            most: 36000,
            absent: 65535,
            offset: -18000
        );
        LatitudeDegrees = fields.Scaled(
            "latitude_degrees"u8,
            15,
            LatitudeDegrees,
            divisor: 100,
            most: 18000,
            absent: 32767,
            offset: -9000
        );
        Month = fields.UInt("month"u8, 4, Month, least: 1, most: 12, absent: 15);
        Day = fields.UInt("day"u8, 6, Day, least: 1, most: 31, absent: 63);
        Hour = fields.UInt("hour"u8, 5, Hour, most: 23, absent: 31);
        Minute = fields.UInt("minute"u8, 3, Minute, most: 5, absent: 7, multiplier: 10);
        CourseDegrees = fields.UInt("course_degrees"u8, 7, CourseDegrees, most: 72, absent: 127, multiplier: 5);
        SpeedMetresPerSecond = fields.Scaled(
            "speed_metres_per_second"u8,
            5,
            SpeedMetresPerSecond,
            divisor: 2,
            most: 30,
            absent: 31
        );
        HeadingDegrees = fields.UInt("heading_degrees"u8, 7, HeadingDegrees, most: 72, absent: 127, multiplier: 5);
        Pressure(ref fields);
        Wind(ref fields);
    }

    private void Pressure<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        PressureHectopascals = fields.Scaled(
            "pressure_hectopascals"u8,
            11,
            PressureHectopascals,
            divisor: 10,
            most: 2046,
            absent: 2047,
            offset: 9000
        );
        PressureChangeHectopascals = fields.Scaled(
            "pressure_change_hectopascals"u8,
            10,
            PressureChangeHectopascals,
            divisor: 10,
            most: 1022,
            absent: 1023,
            offset: -500
        );
        PressureTrend = fields.UInt("pressure_trend"u8, 4, PressureTrend, most: 14, absent: 15);
    }

    private void Wind<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        WindDirectionDegrees = fields.UInt(
            "wind_direction_degrees"u8,
            7,
            WindDirectionDegrees,
            most: 72,
            absent: 127,
            multiplier: 5
        );
        WindSpeedMetresPerSecond = fields.Scaled(
            "wind_speed_metres_per_second"u8,
            8,
            WindSpeedMetresPerSecond,
            divisor: 2,
            most: 254,
            absent: 255
        );
        RelativeWindDirectionDegrees = fields.UInt(
            "relative_wind_direction_degrees"u8,
            7,
            RelativeWindDirectionDegrees,
            most: 72,
            absent: 127,
            multiplier: 5
        );
        RelativeWindSpeedMetresPerSecond = fields.Scaled(
            "relative_wind_speed_metres_per_second"u8,
            8,
            RelativeWindSpeedMetresPerSecond,
            divisor: 2,
            most: 254,
            absent: 255
        );
        GustSpeedMetresPerSecond = fields.Scaled(
            "gust_speed_metres_per_second"u8,
            8,
            GustSpeedMetresPerSecond,
            divisor: 2,
            most: 254,
            absent: 255
        );
        GustDirectionDegrees = fields.UInt(
            "gust_direction_degrees"u8,
            7,
            GustDirectionDegrees,
            most: 72,
            absent: 127,
            multiplier: 5
        );
        Air = fields.Group(Air);
        Sea = fields.Group(Sea);
    }
}
