using System.Runtime.CompilerServices;

namespace Fourfold.Codecs.Ais;

/// <summary>The six-bit time stamp of a position: the UTC second it was made, or why there is none.</summary>
/// <param name="Raw">0–63 as sent.</param>
/// <remarks>ITU-R M.1371-5, Annex 8, Table 48, "time stamp".</remarks>
public readonly record struct AisTimestamp(byte Raw)
{
    /// <summary>UTC second, 0–59; null when the sender gave none.</summary>
    public int? Second => Raw < 60 ? Raw : null;

    /// <summary>No time is available (60).</summary>
    public bool IsUnavailable => Raw == 60;

    /// <summary>The position was entered by hand (61).</summary>
    public bool IsManual => Raw == 61;

    /// <summary>The position is estimated, by dead reckoning (62).</summary>
    public bool IsDeadReckoning => Raw == 62;

    /// <summary>The positioning system is inoperative (63).</summary>
    public bool IsInoperative => Raw == 63;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static AisTimestamp? Read(AisBits bits, int offset) =>
        bits.Has(offset, 6) ? new AisTimestamp((byte)bits.UInt(offset, 6)) : null;
}
