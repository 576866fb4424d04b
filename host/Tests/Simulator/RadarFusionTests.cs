using System.Collections.Concurrent;
using Fourfold.Geo;
using Fourfold.Simulator;
using Fourfold.Simulator.Strait;
using Fourfold.Tracking;
using Xunit;

namespace Fourfold.Host.Tests.Simulator;

/// <summary>
/// What the simulator says of its sea, by transponders and radars, makes the system tracker tell what is true. Ten minutes
/// of the demonstration's sea and of another.
/// </summary>
public sealed class RadarFusionTests
{
    private static readonly ConcurrentDictionary<ulong, Lazy<RadarWatch>> Watches = new();

    // Until then the radars' errors are not known, and who is where is still being sorted out.
    private const double Settled = 30;
    private const double Falls = 70;

    private static RadarWatch Watch(ulong seed) =>
        Watches.GetOrAdd(seed, s => new Lazy<RadarWatch>(() => new RadarWatch(s).Play(600))).Value;

    private static IEnumerable<RadarWatch.Look> From(ulong seed, double from, double to = 600) =>
        Watch(seed).Looks.Where(l => l.At >= from && l.At <= to);

    [Theory]
    [InlineData(46)]
    [InlineData(7)]
    public void Every_plot_is_read_is_in_time_and_says_that_it_is_simulated(ulong seed)
    {
        var watch = Watch(seed);
        Assert.Equal((0, 0), (watch.Radar.Dropped, watch.Ais.Dropped));
        Assert.Equal(0, watch.Tracker.Counters.Late);
        Assert.Equal(0, watch.Tracker.Counters.Refused(Refusal.SensorNotKnown));
        Assert.InRange(watch.Radar.LongestWait.TotalMilliseconds, 0, 100);
        foreach (var site in StraitPlaces.Radars)
        {
            var turns = 600 / site.PeriodSeconds;
            var sensor = site.SystemCode % 10;
            Assert.InRange(watch.Radar.Services[(sensor, 1)], turns - 2, turns + 1);
            Assert.InRange(watch.Radar.Services[(sensor, 2)], (turns - 2) * 64, (turns + 1) * 64);
            Assert.InRange(watch.Radar.Plots[sensor], turns * 20, turns * 200);
        }

        Assert.All(watch.Looks[^1].Tracks, t => Assert.True(t.IsSimulated));
    }

    [Theory]
    [InlineData(46)]
    [InlineData(7)]
    public void The_errors_of_each_radar_are_found(ulong seed)
    {
        var watch = Watch(seed);
        var known = watch.Tracker.RadarKnowledge();
        for (var i = 0; i < known.Count; i++)
        {
            var truth = watch.Radars[i].Misalignment;
            Assert.InRange(Math.Abs(truth.RangeMetres), 20, 50);
            Assert.InRange(Math.Abs(Angle.ToDegrees(truth.Azimuth)), 0.15, 0.35);
            Assert.InRange(known[i].RangeBias - truth.RangeMetres, -3, 3);
            Assert.InRange(Angle.ToDegrees(known[i].AzimuthBias - truth.Azimuth), -0.02, 0.02);
        }
    }

    [Theory]
    [InlineData(46)]
    [InlineData(7)]
    public void A_ferry_is_one_track_with_one_id(ulong seed)
    {
        var ferries = Watch(seed).Looks[^1].Truths.Where(t => t.Role == "ferry").ToList();
        Assert.Equal(18, ferries.Count);
        foreach (var ferry in ferries)
        {
            var tracks = From(seed, Settled).Select(l => l.Tracks.Where(t => t.Mmsi == ferry.Mmsi).ToList()).ToList();
            Assert.All(tracks, t => Assert.Single(t));
            var ids = tracks.Select(t => t[0].Id).Distinct().ToList();
            Assert.True(ids.Count == 1, $"{ferry.Name}: {string.Join(", ", ids)}");
            Assert.True(tracks.Count(t => t[0].Kind == TrackKind.Fused) > 0.95 * tracks.Count, ferry.Name);
        }
    }

    [Theory]
    [InlineData(46)]
    [InlineData(7)]
    public void The_boat_that_falls_silent_is_held_by_radar_under_its_id_until_it_is_behind_the_pier(ulong seed)
    {
        const string boat = "DEMO BOAT 001";
        var before = Watch(seed).Looks[(int)Falls - 1].TrackOf(boat)!.Value;
        Assert.Equal(TrackKind.Fused, before.Kind);
        var arrives = Watch(seed).Looks.First(l => l.At > Falls && l.TruthOf(boat)!.Value.Speed == 0).At;
        Assert.InRange(arrives, 330, 390);
        // The tracker waits 96 s for a class B transponder, the longest it may be silent at two to fourteen knots.
        foreach (var look in From(seed, Falls + 100, arrives - 1))
        {
            var track = look.TrackOf(boat)!.Value;
            Assert.Equal((before.Id, TrackKind.RadarOnly, (int?)null), (track.Id, track.Kind, track.Mmsi));
            Assert.True(track.Flags.HasFlag(TrackFlags.Dark));
        }
    }

    [Theory]
    [InlineData(46)]
    [InlineData(7)]
    public void Boats_that_never_speak_are_tracks_of_radar_alone(ulong seed)
    {
        foreach (var boat in new[] { "DEMO WOODEN 1", "DEMO WOODEN 2", "DEMO WOODEN 3" })
        {
            var tracks = From(seed, 2 * 60).Select(l => l.TrackOf(boat)).ToList();
            Assert.All(
                tracks,
                t => Assert.Equal((TrackKind.RadarOnly, TrackFlags.Dark), (t?.Kind, t?.Flags & TrackFlags.Dark))
            );
            Assert.Single(tracks.Select(t => t?.Id).Distinct());
        }
    }

    [Theory]
    [InlineData(46)]
    [InlineData(7)]
    public void Two_that_exchange_their_radios_are_told_and_keep_their_ids(ulong seed)
    {
        const string one = "DEMO HAIKOU 93";
        const string two = "DEMO HAIKOU 94";
        var before = From(seed, 290, 290).Single();
        var (a, b) = (before.TrackOf(one)!.Value, before.TrackOf(two)!.Value);
        foreach (var look in From(seed, 360))
        {
            var (c, d) = (look.TrackOf(one)!.Value, look.TrackOf(two)!.Value);
            Assert.Equal((a.Id, b.Mmsi, b.Id, a.Mmsi), (c.Id, c.Mmsi, d.Id, d.Mmsi));
            Assert.True(c.Flags.HasFlag(TrackFlags.SwappedIdentity) && d.Flags.HasFlag(TrackFlags.SwappedIdentity));
            Assert.Equal((b.Mmsi, a.Mmsi), (look.TruthOf(one)!.Value.SaysMmsi, look.TruthOf(two)!.Value.SaysMmsi));
            Assert.Contains(TruthEvents.IsSwapped, look.TruthOf(one)!.Value.Events);
        }
    }

    [Theory]
    [InlineData(46)]
    [InlineData(7)]
    public void A_false_position_and_a_voice_without_a_ship_are_told(ulong seed)
    {
        foreach (var look in From(seed, 270, 539))
        {
            var echo = look.TrackOf("DEMO COASTER 91")!.Value;
            Assert.True(echo.Flags.HasFlag(TrackFlags.OffsetPosition));
            var claim = look.Tracks.Single(t =>
                t.Kind == TrackKind.Ghost && t.Flags.HasFlag(TrackFlags.OffsetPosition)
            );
            Assert.InRange(look.PlaceOf(claim).DistanceTo(look.PlaceOf(echo)), 600, 900);
        }

        var after = From(seed, 590).First();
        Assert.False(after.TrackOf("DEMO COASTER 91")!.Value.Flags.HasFlag(TrackFlags.OffsetPosition));
        foreach (var look in From(seed, 180))
        {
            var ghost = look.TruthOf("DEMO COASTER 92")!.Value;
            Assert.Equal(TrackKind.Ghost, look.Tracks.Single(t => t.Mmsi == ghost.Mmsi).Kind);
            Assert.Equal([TruthEvents.IsGhost], ghost.Events);
        }
    }

    [Theory]
    [InlineData(46)]
    [InlineData(7)]
    public void Nobody_else_is_accused_and_hardly_anything_is_seen_that_is_not_there(ulong seed)
    {
        const TrackFlags lies = TrackFlags.OffsetPosition | TrackFlags.SwappedIdentity;
        var guilty = new[] { "DEMO HAIKOU 93", "DEMO HAIKOU 94", "DEMO COASTER 91", "DEMO COASTER 92" };
        var imagined = new HashSet<TrackId>();
        foreach (var look in From(seed, Settled))
        {
            foreach (var track in look.Tracks)
            {
                var isLiar = (track.Flags & lies) != 0 || track.Kind == TrackKind.Ghost;
                if (!isLiar && track.Kind != TrackKind.RadarOnly)
                    continue;
                var (truth, metres) = look.Behind(track);
                var name = track.Mmsi is { } m ? look.Truths.First(t => t.Mmsi == m).Name : truth.Name;
                Assert.True(!isLiar || guilty.Contains(name), $"{name} at {look.At} s: {track}");
                if (track.Kind == TrackKind.RadarOnly && metres > 200)
                    imagined.Add(track.Id);
                // A ship at anchor reports every three minutes; the tracker thinks it silent when it swings faster than 0.3 m/s.
                else if (track.Flags.HasFlag(TrackFlags.Dark))
                    Assert.True(truth.Role is "wooden" or "smuggler" or "anchored", $"{name} at {look.At} s: {track}");
            }
        }

        Assert.InRange(imagined.Count, 0, 3);
    }
}
