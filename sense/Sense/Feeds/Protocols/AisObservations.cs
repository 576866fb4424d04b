using Fourfold.Codecs.Ais;
using Fourfold.Geo;
using Fourfold.Tracking;
using NavigationStatus = Fourfold.Tracking.NavigationStatus;

namespace Fourfold.Sense.Feeds.Protocols;

/// <summary>The one place where AIS becomes SI: degrees to radians, knots to metres a second.</summary>
internal static class AisObservations
{
    private const double BetterThanTenMetres = 10;

    /// <summary>Reads a message that says where its sender is. Times and raw pointer are the caller's to fill in.</summary>
    /// <param name="bits">The message.</param>
    /// <param name="observation">What it says.</param>
    /// <param name="isPositionReport">The type has a position, though this one may be "not available".</param>
    public static bool TryRead(AisBits bits, out Observation observation, out bool isPositionReport)
    {
        isPositionReport = true;
        Observation? read = bits.UInt(0, 6) switch
        {
            1 or 2 or 3 => ClassA(bits),
            4 => BaseStation(bits),
            9 => Aircraft(bits),
            18 => ClassB(bits),
            19 => ExtendedClassB(bits),
            21 => AidToNavigation(bits),
            27 => LongRange(bits),
            28 => SlotAid(bits),
            _ => NoPosition(out isPositionReport),
        };
        observation = read.GetValueOrDefault();
        return read is not null;
    }

    private static Observation? NoPosition(out bool isPositionReport)
    {
        isPositionReport = false;
        return null;
    }

    private static Observation? ClassA(AisBits bits)
    {
        if (!PositionReport.TryRead(bits, out var report))
            return null;
        var kind = IsDevice(report.Mmsi) ? ObservationKind.AisDevice : ObservationKind.AisClassA;
        return At(kind, bits, report.Mmsi, report.Position, report.IsAccurate) is { } seen
            ? seen with
            {
                Speed = Metres(report.SpeedKnots),
                Course = Radians(report.CourseDegrees),
                Heading = Radians(report.HeadingDegrees),
                RateOfTurn = report.Turn?.DegreesPerMinute is { } turn ? Angle.FromDegrees(turn) / 60 : null,
                Status = (NavigationStatus?)report.Status,
            }
            : null;
    }

    private static Observation? ClassB(AisBits bits) =>
        ClassBPositionReport.TryRead(bits, out var report)
        && At(ObservationKind.AisClassB, bits, report.Mmsi, report.Position, report.IsAccurate) is { } seen
            ? seen with
            {
                Speed = Metres(report.SpeedKnots),
                Course = Radians(report.CourseDegrees),
                Heading = Radians(report.HeadingDegrees),
            }
            : null;

    private static Observation? ExtendedClassB(AisBits bits) =>
        ExtendedClassBReport.TryRead(bits, out var report)
        && At(ObservationKind.AisClassB, bits, report.Mmsi, report.Position, report.IsAccurate) is { } seen
            ? seen with
            {
                Speed = Metres(report.SpeedKnots),
                Course = Radians(report.CourseDegrees),
                Heading = Radians(report.HeadingDegrees),
                LengthMetres = report.Dimensions?.Length,
            }
            : null;

    private static Observation? Aircraft(AisBits bits) =>
        SarAircraftReport.TryRead(bits, out var report)
        && At(ObservationKind.AisAircraft, bits, report.Mmsi, report.Position, report.IsAccurate) is { } seen
            ? seen with
            {
                Speed = Metres(report.SpeedKnots),
                Course = Radians(report.CourseDegrees),
            }
            : null;

    private static Observation? LongRange(AisBits bits) =>
        LongRangeReport.TryRead(bits, out var report)
        && At(ObservationKind.AisLongRange, bits, report.Mmsi, report.Position, accurate: null) is { } seen
            ? seen with
            {
                Speed = Metres(report.SpeedKnots),
                Course = Radians(report.CourseDegrees),
                Status = (NavigationStatus?)report.Status,
            }
            : null;

    private static Observation? BaseStation(AisBits bits) =>
        BaseStationReport.TryRead(bits, out var report)
            ? At(ObservationKind.AisBaseStation, bits, report.Mmsi, report.Position, report.IsAccurate)
            : null;

    private static Observation? AidToNavigation(AisBits bits) =>
        AidToNavigationReport.TryRead(bits, out var report)
            ? At(ObservationKind.AisAidToNavigation, bits, report.Mmsi, report.Position, report.IsAccurate)
            : null;

    private static Observation? SlotAid(AisBits bits) =>
        SingleSlotAidReport.TryRead(bits, out var report)
            ? At(ObservationKind.AisAidToNavigation, bits, report.Mmsi, report.Position, accurate: null)
            : null;

    private static Observation? At(
        ObservationKind kind,
        AisBits bits,
        uint mmsi,
        AisPosition? position,
        bool? accurate
    ) =>
        position is { } place
            ? new Observation
            {
                Kind = kind,
                ObservedAt = default,
                ReceivedAt = default,
                Raw = default,
                Mmsi = mmsi is > 0 and <= 999_999_999 ? (int)mmsi : null,
                Position = Position.FromDegrees(latitude: place.LatitudeDegrees, longitude: place.LongitudeDegrees),
                AccuracyMetres = accurate == true ? BetterThanTenMetres : null,
                TransmissionHash = Hash(bits),
            }
            : null;

    // Search and rescue transmitter, man overboard, EPIRB; ITU-R M.585-8, Annex 2.
    private static bool IsDevice(uint mmsi) => mmsi / 1_000_000 is 970 or 972 or 974;

    private static double? Metres(double? knots) => knots is { } value ? Speed.FromKnots(value) : null;

    private static double? Radians(double? degrees) =>
        degrees is { } value ? Angle.Wrap(Angle.FromDegrees(value)) : null;

    /// <summary>Hash of the payload as transmitted; a repeater's copy has the same, for its repeat count is left out. Never 0.</summary>
    private static ulong Hash(AisBits bits)
    {
        const int step = 56;
        const ulong prime = 0x9E3779B97F4A7C15;
        var hash = bits.UInt(0, 6) * prime ^ (ulong)bits.Length;
        for (var at = 8; at < bits.Length; at += step)
        {
            var word = bits.Bits(at, Math.Min(step, bits.Length - at));
            hash = System.Numerics.BitOperations.RotateLeft((hash ^ word) * prime, 29);
        }
        return hash == 0 ? 1 : hash;
    }
}
