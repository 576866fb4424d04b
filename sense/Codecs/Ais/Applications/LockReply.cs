namespace Fourfold.Codecs.Ais.Applications;

/// <summary>200/22, types 6 and 8: when a lock, bridge or terminal wants a ship. 144 bits.</summary>
/// <remarks>UNECE ECE/TRANS/SC.3/176, Table 2.4.</remarks>
public record struct LockReply : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "lock_reply"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(200, 22);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (200, 22);

    /// <summary>UN country code.</summary>
    public ApplicationText Country { get; set; }

    /// <summary>UN location code.</summary>
    public ApplicationText Location { get; set; }

    /// <summary>Fairway section.</summary>
    public ApplicationText Section { get; set; }

    /// <summary>Terminal code.</summary>
    public ApplicationText Terminal { get; set; }

    /// <summary>Fairway hectometre.</summary>
    public ApplicationText Hectometre { get; set; }

    /// <summary>Recommended arrival, UTC.</summary>
    public AisEta? Arrival { get; set; }

    /// <summary>0 operational, 1 limited, 2 out of order.</summary>
    public int? Status { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Country = fields.Text("country"u8, Country, 2);
        Location = fields.Text("location"u8, Location, 3);
        Section = fields.Text("section"u8, Section, 5);
        Terminal = fields.Text("terminal"u8, Terminal, 5);
        Hectometre = fields.Text("hectometre"u8, Hectometre, 5);
        Arrival = fields.Moment("arrival"u8, Arrival);
        Status = fields.UInt("status"u8, 2, Status, most: 2, absent: 3);
        fields.Spare(2);
    }
}
