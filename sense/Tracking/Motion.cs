using Fourfold.Geo;

namespace Fourfold.Tracking;

/// <summary>How an AIS report changes position and velocity.</summary>
internal static class Motion
{
    // Half a knot: below it a reported course is made of noise, so the last steady course is kept.
    private static readonly double Drifting = Speed.FromKnots(0.5);

    private const double DefaultAccuracyMetres = 15;
    private const double LongRangeAccuracyMetres = 150;

    // A velocity from two places needs some seconds between them, and says nothing about what happened in ten minutes.
    private const double LeastSecondsForVelocity = 4;
    private const double MostSecondsForVelocity = 600;

    // Ships seldom change speed faster; what a fix may be off after t seconds is half of it times t squared.
    private const double AccelerationMetresPerSecond2 = 0.2;
    private const double QualityMemory = 0.9;
    private const double MostSecondsForQuality = 180;

    /// <summary>Takes over an observation that is not older than the state.</summary>
    public static void Update(ref TrackRecord record, in Observation observation, long at)
    {
        var seconds = (at - record.AtTicks) / (double)TimeSpan.TicksPerSecond;
        var accuracy =
            observation.AccuracyMetres
            ?? (observation.Kind == ObservationKind.AisLongRange ? LongRangeAccuracyMetres : DefaultAccuracyMetres);
        if (record.Observations <= 1)
        {
            record.Quality = 1;
            TakeVelocity(ref record, observation, moved: null, seconds);
        }
        else
        {
            var moved = new LocalFrame(record.Position).ToLocal(observation.Position);
            Judge(ref record, moved, seconds, accuracy);
            TakeVelocity(ref record, observation, moved, seconds);
        }

        record.AtTicks = at;
        record.Position = observation.Position;
        record.AccuracyMetres = accuracy;
        record.Heading = observation.Heading;
        record.RateOfTurn = observation.RateOfTurn;
    }

    private static void Judge(ref TrackRecord record, LocalPoint moved, double seconds, double accuracy)
    {
        if (seconds > MostSecondsForQuality)
        {
            return;
        }

        var off = moved - new LocalPoint(record.VelocityEast, record.VelocityNorth) * seconds;
        var allowed =
            3 * (accuracy + record.AccuracyMetres) + 0.5 * AccelerationMetresPerSecond2 * seconds * seconds + 10;
        var agrees = off.Length <= allowed ? 1 : 0;
        record.Quality = (float)(QualityMemory * record.Quality + (1 - QualityMemory) * agrees);
    }

    private static void TakeVelocity(
        ref TrackRecord record,
        in Observation observation,
        LocalPoint? moved,
        double seconds
    )
    {
        if (observation.Speed is { } speed)
        {
            record.Speed = speed;
            if (speed >= Drifting && (observation.Course ?? observation.Heading) is { } course)
            {
                record.Course = course;
            }

            SetVelocity(ref record, speed >= Drifting ? speed : 0);
        }
        else if (moved is { } way && seconds is >= LeastSecondsForVelocity and <= MostSecondsForVelocity)
        {
            record.Speed = way.Length / seconds;
            if (record.Speed >= Drifting)
            {
                record.Course = way.Bearing;
            }

            SetVelocity(ref record, record.Speed >= Drifting ? record.Speed.Value : 0);
        }
        else if (seconds > MostSecondsForVelocity)
        {
            record.Speed = null;
            SetVelocity(ref record, 0);
        }
    }

    private static void SetVelocity(ref TrackRecord record, double speed)
    {
        var (sin, cos) = Math.SinCos(record.Course ?? 0);
        record.VelocityEast = record.Course is null ? 0 : speed * sin;
        record.VelocityNorth = record.Course is null ? 0 : speed * cos;
    }
}
