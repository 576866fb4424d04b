namespace Fourfold.Codecs.Ais.Applications;

/// <summary>
/// 316/1 and 366/1 with message 6, type 8: water flow along the Saint Lawrence Seaway. 8 bits, and 144 a station.
/// </summary>
/// <remarks>St. Lawrence Seaway AIS Data Messaging Formats and Specifications, 4.0A, §6.</remarks>
public ref struct SeawayWaterFlow : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "seaway_water_flow"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(366, 1);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) =>
        id is (316 or 366, 1) && data.UInt(2, 6) == 6;

    /// <summary>The stations.</summary>
    public ApplicationList<SeawayWaterFlowStation> Stations { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        fields.SeawayHeader(6);
        Stations = fields.List("stations"u8, Stations, new ListForm(144, 6), default);
    }
}
