using Fourfold.Sense.Feeds;
using Xunit;

namespace Fourfold.Sense.Tests.Feeds;

public sealed class FeedHealthTests
{
    [Fact]
    public async Task A_feed_is_live_only_from_now_on_when_nobody_looked_for_a_while()
    {
        await using var rig = new FeedRig();
        var book = new FeedBook(rig.Clock);
        book.Add(rig.Runner);
        var source = await rig.Connect();
        var begun = rig.Clock.GetUtcNow();
        for (var second = 0; second < 60; second++)
        {
            source.Received("\r\n"u8);
            Assert.Equal(begun, Assert.Single(book.Health()).LiveSince);
            rig.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        // The lid of the machine was closed for ten minutes, or its clock was wrong by as much.
        rig.Clock.Advance(TimeSpan.FromMinutes(10));
        source.Received("\r\n"u8);
        var after = Assert.Single(book.Health());
        Assert.Equal((true, rig.Clock.GetUtcNow()), (after.IsLive, after.LiveSince));
        rig.Clock.AdjustTime(rig.Clock.GetUtcNow().AddHours(-8));
        source.Received("\r\n"u8);
        Assert.Equal(rig.Clock.GetUtcNow(), Assert.Single(book.Health()).LiveSince);
    }

    [Fact]
    public async Task A_line_that_comes_in_pieces_is_captured_in_one()
    {
        // A block that does not fit begins a new segment, so each segment here is what was written at once.
        await using var rig = new FeedRig(segmentBytes: 1);
        var source = await rig.Connect();
        foreach (var piece in new[] { "one\ntw", "o", "\nthree\nfo", "ur", "\n" })
            source.Received(System.Text.Encoding.ASCII.GetBytes(piece));
        Assert.Equal(["one\n", "two\n", "three\n", "four\n"], rig.Segments);
    }

    [Fact]
    public async Task A_line_longer_than_any_is_captured_whole_in_pieces()
    {
        await using var rig = new FeedRig();
        var source = await rig.Connect();
        var endless = new string('x', 100_001);
        for (var at = 0; at < endless.Length; at += 3_000)
            source.Received(System.Text.Encoding.ASCII.GetBytes(endless[at..Math.Min(at + 3_000, endless.Length)]));
        source.Received("\nend\n"u8);
        Assert.Equal(endless + "\nend\n", string.Concat(rig.Segments));
        Assert.Equal(1, rig.Runner.Counters.Dropped()["lineTooLong"]);
    }

    [Fact]
    public async Task A_line_longer_than_any_may_begin_behind_a_short_one()
    {
        await using var rig = new FeedRig();
        var source = await rig.Connect();
        var bytes = "short\n" + new string('x', 20_000);
        source.Received(System.Text.Encoding.ASCII.GetBytes(bytes));
        source.Received("\nend\n"u8);
        Assert.Equal(bytes + "\nend\n", string.Concat(rig.Segments));
        Assert.Equal(1, rig.Runner.Counters.Dropped()["lineTooLong"]);
    }
}
