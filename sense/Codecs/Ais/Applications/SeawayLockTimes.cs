namespace Fourfold.Codecs.Ais.Applications;

/// <summary>
/// 316/2 and 366/2 with message 2, types 6 and 8: when a ship will be at the next locks of the Saint Lawrence Seaway.
/// 350 bits.
/// </summary>
/// <remarks>St. Lawrence Seaway AIS Data Messaging Formats and Specifications, 4.0A, §8.</remarks>
public record struct SeawayLockTimes : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "seaway_lock_times"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(366, 2);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) =>
        id is (316 or 366, 2) && data.UInt(2, 6) == 2;

    /// <summary>When it was made, UTC.</summary>
    public AisEta? Time { get; set; }

    /// <summary>Name of the ship.</summary>
    public ApplicationText Vessel { get; set; }

    /// <summary>Where she was last.</summary>
    public ApplicationText LastLocation { get; set; }

    /// <summary>When she was there, UTC.</summary>
    public AisEta? LastArrival { get; set; }

    /// <summary>The next lock.</summary>
    public ApplicationText FirstLock { get; set; }

    /// <summary>Estimated arrival there, UTC.</summary>
    public AisEta? FirstArrival { get; set; }

    /// <summary>The lock after it.</summary>
    public ApplicationText SecondLock { get; set; }

    /// <summary>Estimated arrival there, UTC.</summary>
    public AisEta? SecondArrival { get; set; }

    /// <summary>The first lock with a delayed ship.</summary>
    public ApplicationText DelayedAt { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        fields.SeawayHeader(2);
        Time = fields.Moment("utc"u8, Time);
        Vessel = fields.Text("vessel"u8, Vessel, 15);
        LastLocation = fields.Text("last_location"u8, LastLocation, 7);
        LastArrival = fields.Moment("last_arrival"u8, LastArrival);
        FirstLock = fields.Text("first_lock"u8, FirstLock, 7);
        FirstArrival = fields.Moment("first_arrival"u8, FirstArrival);
        SecondLock = fields.Text("second_lock"u8, SecondLock, 7);
        SecondArrival = fields.Moment("second_arrival"u8, SecondArrival);
        DelayedAt = fields.Text("delayed_at"u8, DelayedAt, 7);
        fields.Spare(4);
    }
}
