using System.Runtime.CompilerServices;

namespace Fourfold.Codecs.Ais;

/// <summary>The 19 bits with which a station announces its use of the slots.</summary>
/// <param name="Raw">0–524,287 as sent.</param>
/// <param name="IsItdma">True for incremental (ITDMA), false for self-organised (SOTDMA) access.</param>
/// <remarks>ITU-R M.1371-5, Annex 2, §3.3.7.2 (SOTDMA, Table 18) and §3.3.7.3 (ITDMA, Table 20).</remarks>
public readonly record struct CommunicationState(int Raw, bool IsItdma)
{
    /// <summary>0 UTC direct, 1 UTC indirect, 2 synchronised to a base station, 3 to another station.</summary>
    public int SyncState => Raw >> 17;

    /// <summary>SOTDMA: frames until the slot is left, 0–7; null for ITDMA.</summary>
    public int? SlotTimeout => IsItdma ? null : (Raw >> 14) & 7;

    /// <summary>SOTDMA with time-out 3, 5 or 7: other stations received, 0–16,383; else null.</summary>
    public int? ReceivedStations => SlotTimeout is 3 or 5 or 7 ? Raw & 0x3FFF : null;

    /// <summary>SOTDMA with time-out 2, 4 or 6: the slot in use, 0–2,249; else null.</summary>
    public int? SlotNumber => SlotTimeout is 2 or 4 or 6 ? Raw & 0x3FFF : null;

    /// <summary>SOTDMA with time-out 1: UTC hour, 0–23; else null.</summary>
    public int? UtcHour => SlotTimeout == 1 && ((Raw >> 9) & 31) is < 24 and var hour ? hour : null;

    /// <summary>SOTDMA with time-out 1: UTC minute, 0–59; else null.</summary>
    public int? UtcMinute => SlotTimeout == 1 && ((Raw >> 2) & 127) is < 60 and var minute ? minute : null;

    /// <summary>SOTDMA with time-out 0: slots from here to the one used in the next frame; 0 gives up the slot; else null.</summary>
    public int? SlotOffset => SlotTimeout == 0 ? Raw & 0x3FFF : null;

    /// <summary>ITDMA: slots to the next one used, 0 when none; null for SOTDMA.</summary>
    public int? SlotIncrement => IsItdma ? (Raw >> 4) & 0x1FFF : null;

    /// <summary>ITDMA: the code for the number of slots, 0–7; null for SOTDMA.</summary>
    public int? NumberOfSlots => IsItdma ? (Raw >> 1) & 7 : null;

    /// <summary>ITDMA: the slot stays allocated for one more frame; null for SOTDMA.</summary>
    public bool? KeepsSlot => IsItdma ? (Raw & 1) != 0 : null;

    /// <summary>19 bits whose meaning the message type gives; null when absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static CommunicationState? Read(AisBits bits, int offset, bool isItdma) =>
        bits.Has(offset, 19) ? new CommunicationState((int)bits.UInt(offset, 19), isItdma) : null;

    /// <summary>A selector bit (0 SOTDMA, 1 ITDMA) and 19 bits; null when absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static CommunicationState? ReadSelected(AisBits bits, int offset) =>
        bits.Has(offset, 20) ? new CommunicationState((int)bits.UInt(offset + 1, 19), bits.Flag(offset)) : null;
}
