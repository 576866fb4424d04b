using Fourfold.Geo;
using Fourfold.Sense.Cells;
using Fourfold.Sense.Feeds.Protocols;
using Fourfold.Sense.Sensors;
using Fourfold.Sense.Tests.Feeds;
using Fourfold.Tracking;
using Xunit;

namespace Fourfold.Sense.Tests.Sensors;

public sealed class AsterixFeedTests
{
    private readonly SensorBook book = new();

    public AsterixFeedTests() => book.Set([Radar(3, "xiuying", RadarSignals.SystemCode)]);

    [Fact]
    public async Task A_target_report_is_a_plot_in_metres_and_radians_that_points_at_its_bytes()
    {
        await using var rig = new FeedRig(protocol: new AsterixProtocol(book));
        using var source = await rig.Connect();
        source.ReceivedWhole(RadarSignals.Plot(rig.Clock.GetUtcNow().AddSeconds(-0.5), 7_408, 271.5));
        var plot = Assert.Single(Plots(rig));
        Assert.Equal((ObservationKind.RadarPlot, 3), (plot.Kind, plot.SensorNumber));
        Assert.Equal(7_408, plot.RangeMetres!.Value, 3);
        Assert.InRange(Angle.ToDegrees(plot.Azimuth!.Value), 271.49, 271.51);
        Assert.InRange((rig.Clock.GetUtcNow() - plot.ObservedAt).TotalSeconds, 0.49, 0.51);
        Assert.Equal((1, 3), (plot.Raw.FeedNumber, plot.Raw.Offset));
        var status = book.Find(3)!.Health.Status(rig.Clock.GetUtcNow(), new RadarModel());
        Assert.Equal((SensorState.Live, 1), (status.State, status.Plots));
        Assert.InRange(status.LagSeconds!.Value, 0.49, 0.51);
    }

    [Fact]
    public async Task What_is_no_vessel_and_who_is_unknown_is_counted_with_its_cause()
    {
        await using var rig = new FeedRig(protocol: new AsterixProtocol(book));
        using var source = await rig.Connect();
        var now = rig.Clock.GetUtcNow();
        source.ReceivedWhole(RadarSignals.Plot(now, 5_000, 10, type: 2));
        source.ReceivedWhole(RadarSignals.Plot(now, 5_000, 10, type: 0));
        source.ReceivedWhole(RadarSignals.Plot(now, 5_000, 10, isTest: true));
        source.ReceivedWhole(RadarSignals.Plot(now, 5_000, 10, system: 99));
        source.ReceivedWhole(RadarSignals.Plot(now, 5_000, 10)[..^2]);
        source.ReceivedWhole([1, 2]);
        Assert.Empty(Plots(rig));
        var dropped = rig.Runner.Counters.Dropped();
        Assert.Equal(1, dropped["aircraft"]);
        Assert.Equal(1, dropped["notDetected"]);
        Assert.Equal(1, dropped["testTarget"]);
        Assert.Equal(1, dropped["sensorUnknown"]);
        Assert.Equal(2, dropped["blockTruncated"]);
        Assert.Contains(rig.Runner.BadLines.Newest(), line => line.Fault == "sensorUnknown");
    }

    [Fact]
    public async Task A_system_track_is_a_radars_track_on_the_globe()
    {
        await using var rig = new FeedRig(protocol: new AsterixProtocol(book));
        using var source = await rig.Connect();
        source.ReceivedWhole(RadarSignals.Track(rig.Clock.GetUtcNow(), 417, 20.1, 110.2, east: 3, north: -4));
        var track = Assert.Single(Plots(rig));
        Assert.Equal(
            (ObservationKind.RadarTrack, 3, (int?)417),
            (track.Kind, track.SensorNumber, track.SensorTrackNumber)
        );
        Assert.InRange(track.Position.DistanceTo(Position.FromDegrees(latitude: 20.1, longitude: 110.2)), 0, 1);
        Assert.Equal(5, track.Speed!.Value, 6);
        Assert.InRange(Angle.ToDegrees(track.Course!.Value), 143.1, 143.2);
    }

    [Theory]
    [InlineData(35, 35.0)]
    [InlineData(0, null)]
    public async Task How_long_a_radar_says_that_a_thing_is_comes_with_it(int said, double? metres)
    {
        await using var rig = new FeedRig(protocol: new AsterixProtocol(book));
        using var source = await rig.Connect();
        var now = rig.Clock.GetUtcNow();
        source.ReceivedWhole(RadarSignals.SurfacePlot(now, 5_000, 10, said));
        source.ReceivedWhole(RadarSignals.Track(now, 417, 20.1, 110.2, east: 3, north: -4, said));
        source.ReceivedWhole(RadarSignals.Track(now, 418, 20.1, 110.3, east: 3, north: -4));
        Assert.Equal([metres, metres, null], Plots(rig).Select(p => p.LengthMetres));
    }

    [Fact]
    public async Task Marks_tell_the_turning_and_keep_a_radar_alive_that_sees_nothing()
    {
        await using var rig = new FeedRig(protocol: new AsterixProtocol(book));
        using var source = await rig.Connect();
        source.ReceivedWhole(RadarSignals.North(rig.Clock.GetUtcNow(), 2.5));
        var health = book.Find(3)!.Health;
        Assert.Equal(2.5, health.Status(rig.Clock.GetUtcNow(), new RadarModel()).PeriodSeconds);
        Assert.Equal(SensorState.Live, health.Status(rig.Clock.GetUtcNow(), new RadarModel()).State);
        rig.Clock.Advance(TimeSpan.FromSeconds(13));
        Assert.Equal(SensorState.Silent, health.Status(rig.Clock.GetUtcNow(), new RadarModel()).State);
    }

    [Theory]
    [InlineData("2026-03-18T00:00:00.2Z", "2026-03-17T23:59:59.9Z")]
    [InlineData("2026-03-17T23:59:59.9Z", "2026-03-18T00:00:00.1Z")]
    public async Task Around_midnight_a_time_of_day_is_that_of_the_nearer_day(string received, string measured)
    {
        var now = DateTimeOffset.Parse(received, System.Globalization.CultureInfo.InvariantCulture);
        await using var rig = new FeedRig(protocol: new AsterixProtocol(book), now: now);
        using var source = await rig.Connect();
        var at = DateTimeOffset.Parse(measured, System.Globalization.CultureInfo.InvariantCulture);
        source.ReceivedWhole(RadarSignals.Plot(at, 5_000, 10));
        var expected = at < now ? at : now; // One ahead of us counts as now.
        Assert.InRange((Assert.Single(Plots(rig)).ObservedAt - expected).TotalSeconds, -0.01, 0.01);
    }

    [Fact]
    public async Task A_stream_in_pieces_is_read_like_a_whole()
    {
        await using var rig = new FeedRig(protocol: new AsterixProtocol(book));
        using var source = await rig.Connect();
        byte[] bytes =
        [
            .. RadarSignals.Plot(rig.Clock.GetUtcNow(), 5_000, 10),
            .. RadarSignals.Plot(rig.Clock.GetUtcNow(), 6_000, 20, isSimulated: true),
        ];
        foreach (var one in bytes)
            source.Received([one]);
        var plots = Plots(rig);
        Assert.Equal([5_000, 6_000], plots.Select(p => Math.Round(p.RangeMetres!.Value / 10) * 10));
        Assert.Equal([false, true], plots.Select(p => p.Simulated));
        Assert.Equal([3, 3 + bytes.Length / 2], plots.Select(p => p.Raw.Offset));
    }

    [Fact]
    public async Task The_feeds_url_may_name_the_sensor_of_whatever_code()
    {
        book.Set([Radar(3, "xiuying", 1), Radar(4, "haian", 2)]);
        await using var rig = new FeedRig(protocol: new AsterixProtocol(book), url: "hand://here:1?sensor=haian");
        using var source = await rig.Connect();
        source.ReceivedWhole(RadarSignals.Plot(rig.Clock.GetUtcNow(), 5_000, 10, system: 99));
        Assert.Equal(4, Assert.Single(Plots(rig)).SensorNumber);
    }

    private static List<Observation> Plots(FeedRig rig)
    {
        var all = new List<Observation>();
        while (rig.Queue.TryRead(out FeedBatch? batch))
            using (batch)
                all.AddRange(batch!.Observations); // Not null when read.
        return all;
    }

    internal static Sensor Radar(int number, string key, int system) =>
        new()
        {
            Id = new(Guid.CreateVersion7()),
            Number = number,
            Key = key,
            Name = key,
            Latitude = 20.05,
            Longitude = 110.15,
            Model = new RadarModel(),
            AreaCode = RadarSignals.AreaCode,
            SystemCode = system,
            Enabled = true,
            Simulated = false,
            CreatedAt = default,
            UpdatedAt = default,
        };
}
