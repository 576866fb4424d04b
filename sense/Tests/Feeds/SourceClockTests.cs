using Fourfold.Sense.Feeds.Protocols;
using Xunit;

namespace Fourfold.Sense.Tests.Feeds;

public sealed class SourceClockTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 18, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_source_that_lags_by_some_seconds_is_believed() =>
        Assert.Equal(Noon.AddSeconds(-7), new SourceClock().ObservedAt(Ms(Noon.AddSeconds(-7)), Noon));

    [Fact]
    public void A_source_that_says_nothing_was_observed_when_it_came() =>
        Assert.Equal(Noon, new SourceClock().ObservedAt(null, Noon));

    [Fact]
    public void A_source_ahead_of_us_is_never_in_the_future() =>
        Assert.Equal(Noon, new SourceClock().ObservedAt(Ms(Noon.AddSeconds(3)), Noon));

    [Fact]
    public void A_recording_of_years_ago_keeps_its_rhythm()
    {
        var clock = new SourceClock();
        var then = new DateTimeOffset(2011, 5, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(Noon, clock.ObservedAt(Ms(then), Noon));
        // Recorded ten seconds later, it comes after twelve: two seconds late.
        Assert.Equal(Noon.AddSeconds(10), clock.ObservedAt(Ms(then.AddSeconds(10)), Noon.AddSeconds(12)));
    }

    [Fact]
    public void A_recording_sent_all_at_once_happens_now()
    {
        var clock = new SourceClock();
        var then = new DateTimeOffset(2011, 5, 1, 0, 0, 0, TimeSpan.Zero);
        for (var minute = 0; minute < 60; minute++)
            Assert.Equal(Noon, clock.ObservedAt(Ms(then.AddMinutes(minute)), Noon));
    }

    [Fact]
    public void A_recording_that_begins_anew_is_followed()
    {
        var clock = new SourceClock();
        var then = new DateTimeOffset(2011, 5, 1, 0, 0, 0, TimeSpan.Zero);
        clock.ObservedAt(Ms(then.AddHours(1)), Noon);
        Assert.Equal(Noon.AddSeconds(1), clock.ObservedAt(Ms(then), Noon.AddSeconds(1)));
        Assert.Equal(1, clock.Steps);
    }

    private static long Ms(DateTimeOffset at) => at.ToUnixTimeMilliseconds();
}
