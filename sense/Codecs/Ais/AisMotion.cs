using System.Runtime.CompilerServices;

namespace Fourfold.Codecs.Ais;

/// <summary>Speed, course and heading fields, which many types share.</summary>
internal static class AisMotion
{
    private const int SpeedUnavailable = 1023;
    private const int CourseUnavailable = 3600;

    /// <summary>10 bits in 0.1 knot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double? Speed(AisBits bits, int offset) =>
        bits.Has(offset, 10) && bits.UInt(offset, 10) is var raw and not SpeedUnavailable ? raw / 10.0 : null;

    /// <summary>12 bits in 0.1 degree.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double? Course(AisBits bits, int offset) =>
        bits.Has(offset, 12) && bits.UInt(offset, 12) is var raw and < CourseUnavailable ? raw / 10.0 : null;

    /// <summary>9 bits in degrees; 511 is not available, 360–510 are errors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int? Heading(AisBits bits, int offset) =>
        bits.Has(offset, 9) && bits.UInt(offset, 9) is var raw and < 360 ? (int)raw : null;
}
