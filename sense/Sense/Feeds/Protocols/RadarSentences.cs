using Fourfold.Codecs.Navigation;
using Fourfold.Codecs.Nmea;
using Fourfold.Geo;
using Fourfold.Sense.Sensors;
using Fourfold.Tracking;

namespace Fourfold.Sense.Feeds.Protocols;

/// <summary>Tracks made inside a radar (TTM, TLL, TTD), as it tells them in sentences; the one place where they become SI.</summary>
/// <remarks>
/// The sentences name no sensor, so the feed's URL must (<c>sensor=KEY</c>); bearings are from its place. What is acquired, lost,
/// a test, or itself reported by AIS is counted and passed over.
/// </remarks>
internal sealed class RadarSentences(IDecoded into, SensorBook sensors)
{
    private const double NauticalMile = 1852;

    private readonly PackedTarget[] packed = new PackedTarget[TrackedTargetData.MaxTargets];

    /// <summary>A target with what is common to all three sentences; times and raw pointer are the caller's.</summary>
    public delegate void Taken(in Observation target, TimeSpan? timeOfDay);

    /// <summary>Reads a sentence; false when it is no radar's.</summary>
    public bool TryRead(in NmeaSentence sentence, DateTimeOffset receivedAt, Taken taken)
    {
        if (TrackedTarget.TryRead(sentence, out var target))
            Read(target, sentence, receivedAt, taken);
        else if (TargetPosition.TryRead(sentence, out var place))
            Read(place, sentence, receivedAt, taken);
        else if (TrackedTargetData.TryRead(sentence, out var data))
            Read(data, sentence, receivedAt, taken);
        else
            return false;
        return true;
    }

    private void Read(in TrackedTarget target, in NmeaSentence sentence, DateTimeOffset receivedAt, Taken taken)
    {
        var isUsable =
            target.DistanceNauticalMiles is > 0
            && target is { BearingDegrees: not null, IsBearingTrue: true, Number: not null };
        if (!IsTracked(target.Status, sentence) || SensorOf(sentence) is not { } sensor)
            return;
        if (!isUsable)
        {
            Drop("positionNotAvailable", sentence);
            return;
        }
        var isTrue = target.IsCourseTrue == true && target.CourseDegrees is not null;
        Take(
            sensor,
            receivedAt,
            target.Number.GetValueOrDefault(),
            At(sensor, target.DistanceNauticalMiles.GetValueOrDefault(), target.BearingDegrees.GetValueOrDefault()),
            isTrue ? target.SpeedKnots : null,
            isTrue ? target.CourseDegrees : null,
            target.Time,
            taken
        );
    }

    private void Read(in TargetPosition target, in NmeaSentence sentence, DateTimeOffset receivedAt, Taken taken)
    {
        if (!IsTracked(target.Status, sentence) || SensorOf(sentence) is not { } sensor)
            return;
        if (target.Number is not { } number || target.Position is not { } at)
        {
            Drop("positionNotAvailable", sentence);
            return;
        }
        var place = Position.FromDegrees(latitude: at.LatitudeDegrees, longitude: at.LongitudeDegrees);
        Take(sensor, receivedAt, number, place, null, null, target.Time, taken);
    }

    private void Read(in TrackedTargetData data, in NmeaSentence sentence, DateTimeOffset receivedAt, Taken taken)
    {
        if (SensorOf(sentence) is not { } sensor)
            return;
        var count = data.CopyTargets(packed);
        for (var i = 0; i < count; i++)
        {
            ref readonly var target = ref packed[i];
            if (target.IsAis || target.IsTest)
                Drop(target.IsAis ? "targetOfAis" : "testTarget", sentence);
            else if (
                target is { Number: { } number, DistanceNauticalMiles: > 0 and { } miles, BearingDegrees: { } bearing }
            )
                Take(
                    sensor,
                    receivedAt,
                    number,
                    At(sensor, miles, bearing),
                    target.IsRelative || target.IsThroughWater ? null : target.SpeedKnots,
                    target.IsRelative || target.IsThroughWater ? null : target.CourseDegrees,
                    null,
                    taken
                );
            else
                Drop("positionNotAvailable", sentence);
        }
    }

    private bool IsTracked(TargetStatus? status, in NmeaSentence sentence)
    {
        if (status is null or TargetStatus.Tracking)
            return true;
        Drop(status == TargetStatus.Lost ? "targetLost" : "targetAcquiring", sentence);
        return false;
    }

    private SensorEntry? SensorOf(in NmeaSentence sentence)
    {
        var sensor = into.SensorKey is { } key ? sensors.Find(key, -1, -1) : null;
        if (sensor is null)
            Drop("sensorUnknown", sentence);
        return sensor;
    }

    private static Position At(SensorEntry sensor, double miles, double bearingDegrees) =>
        sensor.Position.Destination(Angle.FromDegrees(bearingDegrees), miles * NauticalMile);

    private void Take(
        SensorEntry sensor,
        DateTimeOffset receivedAt,
        int number,
        Position place,
        double? knots,
        double? course,
        TimeSpan? time,
        Taken taken
    )
    {
        sensor.Health.Plot(receivedAt, null);
        taken(
            new Observation
            {
                Kind = ObservationKind.RadarTrack,
                ObservedAt = receivedAt,
                ReceivedAt = receivedAt,
                Raw = default,
                SensorNumber = sensor.Row.Number,
                SensorTrackNumber = number,
                Position = place,
                Speed = knots is { } k ? Speed.FromKnots(k) : null,
                Course = course is { } c ? Angle.Wrap(Angle.FromDegrees(c)) : null,
                Simulated = sensor.Row.Simulated,
            },
            time
        );
    }

    private void Drop(string cause, in NmeaSentence sentence) => into.Dropped(cause, sentence.Origin.Offset, default);
}
