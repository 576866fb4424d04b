using Fourfold.Codecs.Ais;

namespace Fourfold.Codecs.Navigation;

/// <summary>One target of a TTD sentence. Null is "not available", or not part of the structure that was sent.</summary>
public readonly record struct PackedTarget
{
    /// <summary>Bits of the structure with protocol 0.</summary>
    internal const int Bits = 90;

    /// <summary>Bits of the structure with protocol 1, which holds the closest approach.</summary>
    internal const int ClosestApproachBits = 42;

    internal const uint NoTenths = 4095;
    internal const uint NoHeading = 4094;
    internal const uint NoDistance = 16383;
    private const int NoMinutes = -8192;

    /// <summary>Number of the target in its radar, 1–1023; null when no target is tracked (0).</summary>
    public int? Number { get; init; }

    /// <summary>Bearing from the own ship, degrees from true north, 0–359.9.</summary>
    public double? BearingDegrees { get; init; }

    /// <summary>Speed, knots, 0–409.4; true or relative as <see cref="IsRelative"/> says.</summary>
    public double? SpeedKnots { get; init; }

    /// <summary>Course, degrees, 0–359.9.</summary>
    public double? CourseDegrees { get; init; }

    /// <summary>Heading as the target's AIS reports it, degrees from true north, 0–359.9; null for a radar target.</summary>
    public double? HeadingDegrees { get; init; }

    /// <summary>True for a target of AIS, false for one of the radar (heading 409.5).</summary>
    public bool IsAis { get; init; }

    /// <summary>
    /// 0 not tracked, 1 being acquired (AIS: sleeping), 2 lost, 4 tracked, 6 tracked with an approach alarm, 7 the same
    /// acknowledged; 3 and 5 are not defined.
    /// </summary>
    public int? Status { get; init; }

    /// <summary>A test target.</summary>
    public bool IsTest { get; init; }

    /// <summary>Distance from the own ship, nautical miles, 0–163.82.</summary>
    public double? DistanceNauticalMiles { get; init; }

    /// <summary>Speed and course are relative to the own ship.</summary>
    public bool IsRelative { get; init; }

    /// <summary>Speed and course are through the water, not over ground.</summary>
    public bool IsThroughWater { get; init; }

    /// <summary>Common to targets that are the same ship, 1–255; null when none is (0).</summary>
    public int? Correlation { get; init; }

    /// <summary>Distance of the closest point of approach, nautical miles.</summary>
    public double? ClosestNauticalMiles { get; init; }

    /// <summary>Time to the closest point of approach, minutes; negative when it is past.</summary>
    public double? ClosestMinutes { get; init; }

    /// <summary>False when no whole structure begins at <paramref name="at"/>, or one of an unknown protocol.</summary>
    internal static bool TryRead(AisBits bits, int at, out PackedTarget target, out int width)
    {
        width = bits.UInt(at, 2) == 1 ? ClosestApproachBits : Bits;
        target = default;
        if (!bits.Has(at, width) || bits.UInt(at, 2) > 1)
        {
            return false;
        }
        target = width == Bits ? ReadMotion(bits, at) : ReadClosestApproach(bits, at);
        return true;
    }

    private static PackedTarget ReadMotion(AisBits bits, int at)
    {
        var heading = bits.UInt(at + 48, 12);
        return new PackedTarget
        {
            Number = NotZero(bits.UInt(at + 2, 10)),
            BearingDegrees = Tenths(bits.UInt(at + 12, 12)),
            SpeedKnots = Tenths(bits.UInt(at + 24, 12)),
            CourseDegrees = Tenths(bits.UInt(at + 36, 12)),
            HeadingDegrees = heading < NoHeading ? heading / 10.0 : null,
            IsAis = heading != NoTenths,
            Status = (int)bits.UInt(at + 60, 3),
            IsTest = bits.Flag(at + 63),
            DistanceNauticalMiles = Hundredths(bits.UInt(at + 64, 14)),
            IsRelative = bits.Flag(at + 78),
            IsThroughWater = bits.Flag(at + 79),
            Correlation = NotZero(bits.UInt(at + 82, 8)),
        };
    }

    private static PackedTarget ReadClosestApproach(AisBits bits, int at) =>
        new()
        {
            Number = NotZero(bits.UInt(at + 2, 10)),
            ClosestNauticalMiles = Hundredths(bits.UInt(at + 12, 14)),
            ClosestMinutes = bits.Int(at + 26, 14) is var minutes and not NoMinutes ? minutes / 100.0 : null,
        };

    private static int? NotZero(uint raw) => raw == 0 ? null : (int)raw;

    private static double? Tenths(uint raw) => raw == NoTenths ? null : raw / 10.0;

    private static double? Hundredths(uint raw) => raw == NoDistance ? null : raw / 100.0;
}
