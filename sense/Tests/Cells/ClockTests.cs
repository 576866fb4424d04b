using Fourfold.Geo;
using Fourfold.Sense.Alerts;
using Fourfold.Sense.Cells;
using Fourfold.Sense.Feeds;
using Fourfold.Sense.Picture;
using Fourfold.Sense.Vessels;
using Fourfold.Tracking;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using Sea = Fourfold.Sense.Picture.Sea;

namespace Fourfold.Sense.Tests.Cells;

/// <summary>The server's own clock is wrong at first and set right later, as on a machine whose hardware clock keeps local time.</summary>
public sealed class ClockTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 18, 12, 0, 0, TimeSpan.Zero));
    private readonly ObservationQueue queue;
    private readonly LivePicture picture;
    private readonly Cell cell;

    public ClockTests()
    {
        var options = Options.Create(new SenseOptions());
        var register = new VesselRegister(options);
        queue = new ObservationQueue(options);
        picture = new LivePicture(new Sea(), register);
        cell = new Cell(queue, picture, register, new FeedBook(clock), new FindingQueue(), clock, options);
    }

    [Fact]
    public void After_the_clock_was_set_back_eight_hours_ships_are_seen_at_once()
    {
        Hear(413_000_001, 413_000_002);
        cell.Step();
        Assert.Equal(2, picture.Count);
        clock.AdjustTime(clock.GetUtcNow().AddHours(-8));
        cell.Step();
        Assert.Equal(0, picture.Count);
        clock.Advance(Tick);
        Hear(413_000_001);
        cell.Step();
        Assert.Equal((1, 1), (picture.Count, cell.FreshStarts));
        Assert.Equal(2, cell.Counters.Ended(TrackEndReason.ClockSet));
        Assert.Equal(0, cell.Counters.Refused(Refusal.TooOld));
    }

    [Fact]
    public void A_clock_that_is_corrected_by_some_seconds_ends_nothing()
    {
        Hear(413_000_001);
        cell.Step();
        clock.AdjustTime(clock.GetUtcNow().AddSeconds(-5));
        Hear(413_000_002);
        cell.Step();
        Assert.Equal((2, 0), (picture.Count, cell.FreshStarts));
    }

    [Theory]
    [InlineData(-8 * 3600)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(86_400)]
    public void However_the_clock_is_set_the_next_step_is_a_tick_away_at_most(double seconds)
    {
        var due = clock.GetUtcNow();
        var wait = CellLoop.UntilNext(ref due, due.AddSeconds(seconds), Tick);
        Assert.InRange(wait, TimeSpan.FromTicks(1), Tick);
    }

    private void Hear(params IReadOnlyList<int> ships)
    {
        var now = clock.GetUtcNow();
        var batch = new FeedBatch(1, now, ships.Count);
        foreach (var mmsi in ships)
            batch.TryAdd(
                new Observation
                {
                    Kind = ObservationKind.AisClassA,
                    ObservedAt = now,
                    ReceivedAt = now,
                    Raw = new RawRef(1, 0, 48),
                    Mmsi = mmsi,
                    Position = Position.FromDegrees(latitude: 20.1, longitude: 110.2),
                    Speed = 5,
                }
            );
        queue.Write(batch);
    }
}
