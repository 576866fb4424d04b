namespace Fourfold.Codecs.Ais.Applications;

/// <summary>
/// 316/1 and 366/1 with message 1, type 8: weather stations of the Saint Lawrence Seaway. 8 bits, and 192 a station.
/// </summary>
/// <remarks>St. Lawrence Seaway AIS Data Messaging Formats and Specifications, 4.0A, §3.</remarks>
public ref struct SeawayWeather : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "seaway_weather"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(366, 1);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) =>
        id is (316 or 366, 1) && data.UInt(2, 6) == 1;

    /// <summary>The stations.</summary>
    public ApplicationList<SeawayWeatherStation> Stations { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        fields.SeawayHeader(1);
        Stations = fields.List("stations"u8, Stations, new ListForm(192, 4), default);
    }
}
