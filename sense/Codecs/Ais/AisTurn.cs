using System.Runtime.CompilerServices;

namespace Fourfold.Codecs.Ais;

/// <summary>Rate of turn as class A sends it; always available.</summary>
/// <param name="Raw">−127 to 127; 4.733 × √(degrees a minute), negative to port; ±127 means faster than 5° in 30 s, without an indicator.</param>
/// <remarks>ITU-R M.1371-5, Annex 8, Table 48, "rate of turn".</remarks>
public readonly record struct AisTurn(sbyte Raw)
{
    /// <summary>Degrees a minute, starboard positive, −708 to 708; null when only the direction is known.</summary>
    public double? DegreesPerMinute => Raw is 127 or -127 ? null : Math.CopySign(Raw / 4.733 * (Raw / 4.733), Raw);

    /// <summary>1 to starboard, −1 to port, 0 not turning.</summary>
    public int Direction => Math.Sign(Raw);

    /// <summary>Null when absent or not available (raw −128).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static AisTurn? Read(AisBits bits, int offset) =>
        bits.Has(offset, 8) && bits.Int(offset, 8) is var raw and not -128 ? new AisTurn((sbyte)raw) : null;
}
