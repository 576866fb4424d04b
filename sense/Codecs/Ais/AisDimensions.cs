using System.Runtime.CompilerServices;

namespace Fourfold.Codecs.Ais;

/// <summary>A ship's size as distances from the position's reference point, metres; at least one is not 0.</summary>
/// <param name="ToBow">0–511; 511 means that or more.</param>
/// <param name="ToStern">0–511.</param>
/// <param name="ToPort">0–63; 63 means that or more.</param>
/// <param name="ToStarboard">0–63.</param>
/// <remarks>ITU-R M.1371-5, Annex 8, Figure 41 and Table 52.</remarks>
public readonly record struct AisDimensions(int ToBow, int ToStern, int ToPort, int ToStarboard)
{
    /// <summary>Length, metres, 0–1022; 0 when not given.</summary>
    public int Length => ToBow + ToStern;

    /// <summary>Beam, metres, 0–126; 0 when not given.</summary>
    public int Beam => ToPort + ToStarboard;

    /// <summary>False when only length and beam are known: bow and port are 0, the others are not.</summary>
    public bool HasReferencePoint => !(ToBow == 0 && ToPort == 0 && ToStern != 0 && ToStarboard != 0);

    /// <summary>Null when absent or all 0, which means not available.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static AisDimensions? Read(AisBits bits, int offset) =>
        bits.Has(offset, 30) && bits.UInt(offset, 30) != 0
            ? new AisDimensions(
                (int)bits.UInt(offset, 9),
                (int)bits.UInt(offset + 9, 9),
                (int)bits.UInt(offset + 18, 6),
                (int)bits.UInt(offset + 24, 6)
            )
            : null;
}
