namespace Fourfold.Codecs.Ais.Applications;

/// <summary>367/24, type 8: air pressure at a ship, for satellites. 72 bits.</summary>
/// <remarks>US satellite ship weather small message, DAC 367 FI 24.</remarks>
public record struct SmallSatelliteShipWeather : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "small_satellite_ship_weather"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(367, 24);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (367, 24);

    /// <summary>Version of the message.</summary>
    public int? Version { get; set; }

    /// <summary>UTC hour and minute.</summary>
    public AisEta? Time { get; set; }

    /// <summary>Where it was measured.</summary>
    public AisPosition? Position { get; set; }

    /// <summary>Air pressure, hPa, 799–1201; the ends mean that or less, that or more.</summary>
    public int? PressureHectopascals { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Version = fields.UInt("version"u8, 3, Version);
        Time = fields.Clock("utc"u8, Time);
        Position = fields.Position(Position, PositionForm.Medium);
        PressureHectopascals = fields.UInt(
            "pressure_hectopascals"u8,
            9,
            PressureHectopascals,
            most: 402,
            absent: 403,
            offset: 799
        );
    }
}
