namespace Fourfold.Codecs.Ais.Applications;

/// <summary>Air, cloud and visibility of <see cref="WmoShipWeather"/>. 84 bits.</summary>
/// <remarks>IMO SN.1/Circ.289, Annex, Table 10.2.</remarks>
public record struct WmoAir : IFieldGroup
{
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

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
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
    }
}
