namespace Fourfold.Codecs.Ais;

/// <summary>Type 20: slots a base station reserves, in up to four groups. 72–160 bits.</summary>
/// <remarks>ITU-R M.1371-5, Annex 8, §3.18, Table 69.</remarks>
public readonly ref struct DataLinkManagement
{
    /// <summary>Most reservations in one message.</summary>
    public const int MaxCount = 4;

    private const int FirstAt = 40;
    private const int Stride = 30;

    private readonly AisBits _bits;

    private DataLinkManagement(AisBits bits) => _bits = bits;

    /// <summary>False when the message is of another type.</summary>
    public static bool TryRead(AisBits bits, out DataLinkManagement message)
    {
        message = new DataLinkManagement(bits);
        return bits.UInt(0, 6) == 20;
    }

    /// <summary>Times repeated, 0–3. Bits 6–7.</summary>
    public int Repeat => (int)_bits.UInt(6, 2);

    /// <summary>MMSI of the sender. Bits 8–37.</summary>
    public uint Mmsi => _bits.UInt(8, 30);

    /// <summary>A reservation; null when the message has not so many or this one reserves no slot.</summary>
    /// <param name="index">0–3; 30 bits from 40 + 30 × index.</param>
    public SlotReservation? Reservation(int index)
    {
        var at = FirstAt + index * Stride;
        if (index is < 0 or >= MaxCount || !_bits.Has(at, Stride) || _bits.UInt(at + 12, 4) == 0)
        {
            return null;
        }
        return new SlotReservation(
            (int)_bits.UInt(at, 12),
            (int)_bits.UInt(at + 12, 4),
            (int)_bits.UInt(at + 16, 3),
            (int)_bits.UInt(at + 19, 11)
        );
    }
}

/// <summary>A group of slots that is reserved.</summary>
/// <param name="Offset">First slot, counted from the message's own, 0–4095.</param>
/// <param name="Slots">Slots in a row, 1–15.</param>
/// <param name="TimeoutMinutes">How long, minutes, 0–7.</param>
/// <param name="Increment">Slots to the next block, 0–2047; 0 means one block a frame.</param>
public readonly record struct SlotReservation(int Offset, int Slots, int TimeoutMinutes, int Increment);
