namespace Fourfold.Codecs.Ais.Applications;

/// <summary>200/21, types 6 and 8: when a ship will be at a lock, bridge or terminal. 160 bits.</summary>
/// <remarks>UNECE ECE/TRANS/SC.3/176, Table 2.3.</remarks>
public record struct LockArrival : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "lock_arrival"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(200, 21);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (200, 21);

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

    /// <summary>Estimated arrival, UTC.</summary>
    public AisEta? Arrival { get; set; }

    /// <summary>Tugs that assist, 0–6.</summary>
    public int? Tugs { get; set; }

    /// <summary>Height over the water, metres, 0.01–40.00.</summary>
    public double? AirDraughtMetres { get; set; }

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
        Tugs = fields.UInt("tugs"u8, 3, Tugs, most: 6, absent: 7);
        AirDraughtMetres = fields.Scaled(
            "air_draught_metres"u8,
            12,
            AirDraughtMetres,
            divisor: 100,
            least: 1,
            most: 4000,
            absent: 0
        );
        fields.Spare(5);
    }
}
