namespace Fourfold.Codecs.Ais.Applications;

/// <summary>1/18, types 6 and 8: when a ship may enter port. 272 bits.</summary>
/// <remarks>IMO SN.1/Circ.289, Annex, Table 7.</remarks>
public record struct ClearanceTime : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "clearance_time"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(1, 18);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (1, 18);

    /// <summary>Number that links it to a text (1/29, 1/30), 1–1023.</summary>
    public int? Linkage { get; set; }

    /// <summary>When she may enter, UTC.</summary>
    public AisEta? Clearance { get; set; }

    /// <summary>Port and berth.</summary>
    public ApplicationText Port { get; set; }

    /// <summary>UN locode of the port.</summary>
    public ApplicationText Destination { get; set; }

    /// <summary>The point.</summary>
    public AisPosition? Position { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Linkage = fields.UInt("linkage"u8, 10, Linkage, least: 1, absent: 0);
        Clearance = fields.Moment("clearance"u8, Clearance);
        Port = fields.Text("port"u8, Port, 20);
        Destination = fields.Text("destination"u8, Destination, 5);
        Position = fields.Position(Position, PositionForm.Medium);
        fields.Spare(43);
    }
}
