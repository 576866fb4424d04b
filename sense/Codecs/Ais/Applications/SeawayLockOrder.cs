namespace Fourfold.Codecs.Ais.Applications;

/// <summary>
/// 316/2 and 366/2 with message 1, types 6 and 8: the order of ships at a lock of the Saint Lawrence Seaway. 128 bits,
/// and 120 a ship.
/// </summary>
/// <remarks>St. Lawrence Seaway AIS Data Messaging Formats and Specifications, 4.0A, §7.</remarks>
public ref struct SeawayLockOrder : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "seaway_lock_order"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(366, 2);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) =>
        id is (316 or 366, 2) && data.UInt(2, 6) == 1;

    /// <summary>When it was made, UTC.</summary>
    public AisEta? Time { get; set; }

    /// <summary>Identifier of the lock.</summary>
    public ApplicationText Lock { get; set; }

    /// <summary>Where it is.</summary>
    public AisPosition? Position { get; set; }

    /// <summary>The ships in their order.</summary>
    public ApplicationList<SeawayLockage> Ships { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        fields.SeawayHeader(1);
        Time = fields.Moment("utc"u8, Time);
        Lock = fields.Text("lock"u8, Lock, 7);
        Position = fields.Position(Position, PositionForm.Medium);
        fields.Spare(9);
        Ships = fields.List("ships"u8, Ships, new ListForm(120, 6), default);
    }
}
