using Fourfold.Geo;
using Fourfold.Tracking;

namespace Fourfold.Sense.Tests.Tracking;

/// <summary>A sea to test on: a tracker, a clock that is moved by hand, and ships that report when told.</summary>
internal sealed class Sea
{
    public static readonly DateTimeOffset Start = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);
    public static readonly Position Here = Position.FromDegrees(latitude: 20.1, longitude: 110.2);

    private long offset;

    public Sea(Func<TrackIdSource, TrackerOptions, ITracker> make, TrackerOptions? options = null, long epoch = 7)
    {
        Tracker = make(new TrackIdSource(epoch), options ?? new TrackerOptions());
    }

    public ITracker Tracker { get; }

    public TrackChanges Changes { get; } = new();

    public DateTimeOffset Now { get; private set; } = Start;

    /// <summary>A class A report from so many metres east and north of <see cref="Here"/>, now.</summary>
    public Observation Report(
        int mmsi,
        double east = 0,
        double north = 0,
        double? knots = 10,
        double? courseDegrees = 90,
        double ago = 0,
        int feed = 1,
        ulong hash = 0,
        ObservationKind kind = ObservationKind.AisClassA,
        NavigationStatus? status = NavigationStatus.UnderWayUsingEngine
    ) =>
        new()
        {
            Kind = kind,
            ObservedAt = Now.AddSeconds(-ago),
            ReceivedAt = Now,
            Raw = new RawRef(feed, offset += 50, 48),
            Mmsi = mmsi,
            Position = new LocalFrame(Here).ToPosition(new LocalPoint(east, north)),
            Speed = knots is { } k ? Geo.Speed.FromKnots(k) : null,
            Course = courseDegrees is { } c ? Angle.FromDegrees(c) : null,
            Status = status,
            TransmissionHash = hash,
        };

    public Sea Hear(params ReadOnlySpan<Observation> observations)
    {
        Tracker.Apply(observations, Now);
        return this;
    }

    public TrackChanges Wait(double seconds)
    {
        Now = Now.AddSeconds(seconds);
        Tracker.Advance(Now, Changes);
        return Changes;
    }

    /// <summary>All tracks, what was heard since the last look included.</summary>
    public TrackState[] Tracks()
    {
        Wait(0);
        var all = new TrackState[Tracker.Capacity];
        return all[..Tracker.CopyTracks(all)];
    }
}
