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

    /// <summary>Dry bulb temperature, K, from 223.0.</summary>
    public double? AirTemperatureKelvin { get; set; }

    /// <summary>Relative humidity, 0–100.</summary>
    public int? HumidityPercent { get; set; }

    /// <summary>Sea surface temperature, K, from 268.0.</summary>
    public double? WaterTemperatureKelvin { get; set; }

    /// <summary>Horizontal visibility as √(metres ÷ 13.073), 0–62.</summary>
    public int? VisibilityCode { get; set; }

    /// <summary>BUFR 020003: present weather, 0–510.</summary>
    public int? PresentWeather { get; set; }

    /// <summary>BUFR 020004: past weather, 0–30.</summary>
    public int? FirstPastWeather { get; set; }

    /// <summary>BUFR 020005: past weather, 0–30.</summary>
    public int? SecondPastWeather { get; set; }

    /// <summary>Total cloud in steps of 10 %, 0–100.</summary>
    public int? CloudCoverPercent { get; set; }

    /// <summary>BUFR 020011: low or middle cloud.</summary>
    public int? LowCloudCover { get; set; }

    /// <summary>BUFR 020012: low cloud.</summary>
    public int? LowCloudType { get; set; }

    /// <summary>BUFR 020012: middle cloud.</summary>
    public int? MiddleCloudType { get; set; }

    /// <summary>BUFR 020012: high cloud.</summary>
    public int? HighCloudType { get; set; }

    /// <summary>Height of the lowest cloud as √(metres ÷ 0.16), 0–126.</summary>
    public int? CloudBaseCode { get; set; }

    /// <summary>Period of wind waves, seconds, 0–30.</summary>
    public int? WavePeriodSeconds { get; set; }

    /// <summary>Height of wind waves, metres, 0–31.0.</summary>
    public double? WaveHeightMetres { get; set; }

    /// <summary>Direction of the first swell in steps of 10°.</summary>
    public int? FirstSwellDirectionDegrees { get; set; }

    /// <summary>Its period, seconds.</summary>
    public int? FirstSwellPeriodSeconds { get; set; }

    /// <summary>Its height, metres.</summary>
    public double? FirstSwellHeightMetres { get; set; }

    /// <summary>Direction of the second swell in steps of 10°.</summary>
    public int? SecondSwellDirectionDegrees { get; set; }

    /// <summary>Its period, seconds.</summary>
    public int? SecondSwellPeriodSeconds { get; set; }

    /// <summary>Its height, metres.</summary>
    public double? SecondSwellHeightMetres { get; set; }

    /// <summary>Ice on the ship, metres, 0–1.26.</summary>
    public double? IceThicknessMetres { get; set; }

    /// <summary>BUFR 020032: rate of icing.</summary>
    public int? IceAccretionRate { get; set; }

    /// <summary>BUFR 020033: cause of icing.</summary>
    public int? IceAccretionCause { get; set; }

    /// <summary>BUFR 020034: concentration of sea ice.</summary>
    public int? SeaIceConcentration { get; set; }

    /// <summary>BUFR 020035: amount and type of ice of land origin.</summary>
    public int? LandIceAmount { get; set; }

    /// <summary>BUFR 020036: ice situation.</summary>
    public int? IceSituation { get; set; }

    /// <summary>BUFR 020037: ice development.</summary>
    public int? IceDevelopment { get; set; }

    /// <summary>Bearing of the ice edge in steps of 45°, 45–360; 0 none.</summary>
    public int? IceEdgeBearingDegrees { get; set; }

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
        AirTemperatureKelvin = fields.Scaled(
            "air_temperature_kelvin"u8,
            10,
            AirTemperatureKelvin,
            divisor: 10,
            most: 1022,
            absent: 1023,
            offset: 2230
        );
        HumidityPercent = fields.UInt("humidity_percent"u8, 7, HumidityPercent, most: 100, absent: 127);
        WaterTemperatureKelvin = fields.Scaled(
            "water_temperature_kelvin"u8,
            9,
            WaterTemperatureKelvin,
            divisor: 10,
            most: 510,
            absent: 511,
            offset: 2680
        );
        VisibilityCode = fields.UInt("visibility_code"u8, 6, VisibilityCode, most: 62, absent: 63);
        PresentWeather = fields.UInt("present_weather"u8, 9, PresentWeather, most: 510, absent: 511);
        FirstPastWeather = fields.UInt("first_past_weather"u8, 5, FirstPastWeather, most: 30, absent: 31);
        SecondPastWeather = fields.UInt("second_past_weather"u8, 5, SecondPastWeather, most: 30, absent: 31);
        CloudCoverPercent = fields.UInt(
            "cloud_cover_percent"u8,
            4,
            CloudCoverPercent,
            most: 10,
            absent: 15,
            multiplier: 10
        );
        LowCloudCover = fields.UInt("low_cloud_cover"u8, 4, LowCloudCover, most: 14, absent: 15);
        LowCloudType = fields.UInt("low_cloud_type"u8, 6, LowCloudType, most: 62, absent: 63);
        MiddleCloudType = fields.UInt("middle_cloud_type"u8, 6, MiddleCloudType, most: 62, absent: 63);
        HighCloudType = fields.UInt("high_cloud_type"u8, 6, HighCloudType, most: 62, absent: 63);
        CloudBaseCode = fields.UInt("cloud_base_code"u8, 7, CloudBaseCode, most: 126, absent: 127);
        WavePeriodSeconds = fields.UInt("wave_period_seconds"u8, 5, WavePeriodSeconds, most: 30, absent: 31);
        WaveHeightMetres = fields.Scaled("wave_height_metres"u8, 6, WaveHeightMetres, divisor: 2, most: 62, absent: 63);
        FirstSwellDirectionDegrees = fields.UInt(
            "first_swell_direction_degrees"u8,
            6,
            FirstSwellDirectionDegrees,
            most: 36,
            absent: 63,
            multiplier: 10
        );
        FirstSwellPeriodSeconds = fields.UInt(
            "first_swell_period_seconds"u8,
            5,
            FirstSwellPeriodSeconds,
            most: 30,
            absent: 31
        );
        FirstSwellHeightMetres = fields.Scaled(
            "first_swell_height_metres"u8,
            6,
            FirstSwellHeightMetres,
            divisor: 2,
            most: 62,
            absent: 63
        );
        SecondSwellDirectionDegrees = fields.UInt(
            "second_swell_direction_degrees"u8,
            6,
            SecondSwellDirectionDegrees,
            most: 36,
            absent: 63,
            multiplier: 10
        );
        SecondSwellPeriodSeconds = fields.UInt(
            "second_swell_period_seconds"u8,
            5,
            SecondSwellPeriodSeconds,
            most: 30,
            absent: 31
        );
        SecondSwellHeightMetres = fields.Scaled(
            "second_swell_height_metres"u8,
            6,
            SecondSwellHeightMetres,
            divisor: 2,
            most: 62,
            absent: 63
        );
        IceThicknessMetres = fields.Scaled(
            "ice_thickness_metres"u8,
            7,
            IceThicknessMetres,
            divisor: 100,
            most: 126,
            absent: 127
        );
        IceAccretionRate = fields.UInt("ice_accretion_rate"u8, 3, IceAccretionRate, most: 6, absent: 7);
        IceAccretionCause = fields.UInt("ice_accretion_cause"u8, 3, IceAccretionCause, most: 6, absent: 7);
        SeaIceConcentration = fields.UInt("sea_ice_concentration"u8, 5, SeaIceConcentration, most: 30, absent: 31);
        LandIceAmount = fields.UInt("land_ice_amount"u8, 4, LandIceAmount, most: 14, absent: 15);
        IceSituation = fields.UInt("ice_situation"u8, 5, IceSituation, most: 30, absent: 31);
        IceDevelopment = fields.UInt("ice_development"u8, 5, IceDevelopment, most: 30, absent: 31);
        IceEdgeBearingDegrees = fields.UInt(
            "ice_edge_bearing_degrees"u8,
            4,
            IceEdgeBearingDegrees,
            most: 8,
            absent: 15,
            multiplier: 45
        );
    }
}
