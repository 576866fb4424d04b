using System.Text;
using Fourfold.Geo;
using Fourfold.Sense.Feeds.Protocols;
using Fourfold.Sense.Sensors;
using Fourfold.Sense.Tests.Feeds;
using Fourfold.Tracking;
using Xunit;

namespace Fourfold.Sense.Tests.Sensors;

public sealed class RadarSentenceTests
{
    private readonly SensorBook book = new();

    public RadarSentenceTests() => book.Set([AsterixFeedTests.Radar(3, "arpa", 1)]);

    [Theory]
    // Two miles due east of the radar, 12 knots to the north; in miles and in kilometres.
    [InlineData("RATTM,07,2.000,090.0,T,12.0,000.0,T,0.5,10.0,N,BOAT,T,,040000.00,A", 12.0)]
    [InlineData("RATTM,07,3.704,090.0,T,22.224,000.0,T,0.5,10.0,K,BOAT,T,,040000.00,A", 12.0)]
    [InlineData("RATTM,07,2.000,090.0,T,12.0,000.0,R,0.5,10.0,N,BOAT,T,,040000.00,A", null)]
    public async Task A_tracked_target_is_a_radars_track_from_its_place(string body, double? knots)
    {
        var track = Assert.Single(await Read(body));
        Assert.Equal(
            (ObservationKind.RadarTrack, 3, (int?)7),
            (track.Kind, track.SensorNumber, track.SensorTrackNumber)
        );
        var expected = book.Find(3)!.Position.Destination(Math.PI / 2, 3_704);
        Assert.InRange(track.Position.DistanceTo(expected), 0, 1);
        Assert.Equal(knots, track.Speed is { } speed ? Math.Round(Speed.ToKnots(speed), 6) : null);
        Assert.Equal(knots is null ? null : 0.0, track.Course);
        Assert.Equal(new DateTimeOffset(2026, 3, 18, 4, 0, 0, TimeSpan.Zero), track.ObservedAt);
    }

    [Fact]
    public async Task A_targets_position_is_taken_as_it_is()
    {
        var track = Assert.Single(await Read("RATLL,12,2006.000,N,11012.000,E,BOAT,035958.50,T,"));
        Assert.Equal(12, track.SensorTrackNumber);
        Assert.InRange(track.Position.DistanceTo(Position.FromDegrees(latitude: 20.1, longitude: 110.2)), 0, 0.1);
        Assert.Equal(new DateTimeOffset(2026, 3, 18, 3, 59, 58, 500, TimeSpan.Zero), track.ObservedAt);
        Assert.Null(track.Speed);
    }

    [Theory]
    [InlineData("RATTM,07,2.000,090.0,T,12.0,000.0,T,0.5,10.0,N,BOAT,L,,040000.00,A", "targetLost")]
    [InlineData("RATTM,07,2.000,090.0,T,12.0,000.0,T,0.5,10.0,N,BOAT,Q,,040000.00,A", "targetAcquiring")]
    [InlineData("RATTM,07,2.000,090.0,R,12.0,000.0,T,0.5,10.0,N,BOAT,T,,040000.00,A", "positionNotAvailable")]
    [InlineData("RATLL,12,,N,11012.000,E,BOAT,035958.50,T,", "positionNotAvailable")]
    public async Task What_is_no_track_is_counted(string body, string cause)
    {
        await using var rig = new FeedRig(protocol: new NmeaProtocol(book), url: "hand://here:1?sensor=arpa");
        Assert.Empty(await Read(body, rig));
        Assert.Equal(1, rig.Runner.Counters.Dropped()[cause]);
    }

    [Fact]
    public async Task Without_a_sensor_in_the_feeds_url_nobody_knows_from_where_it_was_seen()
    {
        await using var rig = new FeedRig(protocol: new NmeaProtocol(book));
        Assert.Empty(await Read("RATTM,07,2.000,090.0,T,12.0,000.0,T,0.5,10.0,N,BOAT,T,,040000.00,A", rig));
        Assert.Equal(1, rig.Runner.Counters.Dropped()["sensorUnknown"]);
    }

    private async Task<List<Observation>> Read(string body)
    {
        await using var rig = new FeedRig(protocol: new NmeaProtocol(book), url: "hand://here:1?sensor=arpa");
        return await Read(body, rig);
    }

    private static async Task<List<Observation>> Read(string body, FeedRig rig)
    {
        using var source = await rig.Connect();
        var sum = body.Aggregate(0, (xor, c) => xor ^ c);
        source.Received(Encoding.ASCII.GetBytes($"${body}*{sum:X2}\r\n"));
        var all = new List<Observation>();
        while (rig.Queue.TryRead(out var batch))
            using (batch)
                all.AddRange(batch!.Observations); // Not null when read.
        return all;
    }
}
