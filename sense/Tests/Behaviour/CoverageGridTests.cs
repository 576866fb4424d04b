using Fourfold.Behaviour;
using Fourfold.Geo;
using Fourfold.Tracking;
using Xunit;

namespace Fourfold.Sense.Tests.Behaviour;

public sealed class CoverageGridTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    /// <summary>Others lie 7 km to all sides, all within the 8 km that count, and one 9 km off, which does not.</summary>
    [Theory]
    [InlineData(20.1, 110.2)]
    [InlineData(0, 179.99)]
    [InlineData(0, -179.99)]
    [InlineData(-17.5, 180)]
    [InlineData(60.05, 10.01)]
    [InlineData(78.2, 15.55)]
    [InlineData(70.0, -179.95)]
    public void Who_is_near_is_counted_wherever_on_the_globe(double latitude, double longitude)
    {
        var here = Position.FromDegrees(latitude: latitude, longitude: longitude);
        var tracker = new CellTracker(new TrackIdSource(1), new TrackerOptions { MaximumTracks = 100 });
        var coverage = new CoverageGrid();
        var changes = new TrackChanges();
        for (var side = 0; side < 8; side++)
        {
            Hear(tracker, 413_000_001 + side, here.Destination(side * Math.Tau / 8, 7_000));
        }

        Hear(tracker, 413_000_100, here.Destination(1, 9_000));
        tracker.Advance(Now, changes);
        coverage.Note(changes);
        var feeds = changes.Births[0].Contributions;
        Assert.Equal(8, coverage.OthersHeard(here, default, Now.AddMinutes(-1), feeds));
    }

    private static void Hear(CellTracker tracker, int mmsi, Position place) =>
        tracker.Apply(
            [
                new Observation
                {
                    Kind = ObservationKind.AisClassA,
                    ObservedAt = Now,
                    ReceivedAt = Now,
                    Raw = new RawRef(1, 0, 48),
                    Mmsi = mmsi,
                    Position = place,
                },
            ],
            Now
        );
}
