using System.Text;
using Fourfold.Contracts;
using Fourfold.Sense.Feeds.Capture;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Fourfold.Sense.Tests.Feeds;

public sealed class RawCaptureTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("fourfold-raw-").FullName;
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 18, 4, 0, 0, TimeSpan.Zero));
    private readonly FeedId feed = FeedId.From(new Guid("0195a000-0000-7000-8000-000000000001"));
    private readonly SenseOptions options = new() { RawSegmentBytes = 100 };

    private RawArchive Archive =>
        new(
            new ConfigurationBuilder().AddInMemoryCollection([new("Fourfold:Data", data)]).Build(),
            Options.Create(options),
            clock
        );

    private string Folder => Path.Combine(data, "raw", feed.ToString());

    [Fact]
    public async Task Bytes_are_read_back_by_offset_across_segments_plain_or_compressed()
    {
        var archive = Archive;
        var capture = archive.Open(feed);
        var whole = new StringBuilder();
        for (var i = 0; i < 40; i++)
        {
            var line = $"line number {i:000}\r\n";
            Assert.Equal(whole.Length, capture.Append(Encoding.ASCII.GetBytes(line)));
            whole.Append(line);
        }
        for (var round = 0; round < 2; round++)
        {
            Assert.Equal(whole.ToString(), await Read(archive, 0, 10_000));
            Assert.Equal(whole.ToString(95, 30), await Read(archive, 95, 30));
            Assert.Equal("", await Read(archive, whole.Length, 10));
            await archive.Tidy(TestContext.Current.CancellationToken);
        }
        Assert.Single(Directory.GetFiles(Folder, "*.raw"));
        Assert.Equal(7, Directory.GetFiles(Folder, "*.raw.gz").Length);
        capture.Dispose();
    }

    [Fact]
    public void A_clean_end_is_where_the_next_start_goes_on()
    {
        var capture = Archive.Open(feed);
        capture.Append("abc"u8);
        capture.Dispose();
        using var next = Archive.Open(feed);
        Assert.Equal(3, next.Append("def"u8));
    }

    [Fact]
    public async Task After_a_kill_offsets_leave_a_gap_and_what_was_written_is_there()
    {
        // Not disposed: as if the process were gone.
        var killed = Archive.Open(feed);
        killed.Append("abc"u8);
        using var next = Archive.Open(feed);
        var offset = next.Append("def"u8);
        Assert.Equal(3 + RawCapture.GapAfterCrash, offset);
        Assert.Equal("abc", await Read(Archive, 0, 100));
        Assert.Equal("def", await Read(Archive, offset, 100));
        Assert.Equal("", await Read(Archive, 1_000, 100));
        killed.Dispose();
    }

    [Fact]
    public void After_a_kill_before_the_first_byte_was_written_what_comes_is_captured()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllBytes(Path.Combine(Folder, "00000000000000000000.raw"), []);
        using var next = Archive.Open(feed);
        next.Append("abc"u8);
        Assert.Equal(0, next.Failures);
    }

    [Fact]
    public void A_disk_that_is_full_at_the_end_costs_the_clean_mark_and_no_more()
    {
        var capture = Archive.Open(feed);
        capture.Append("abc"u8);
        var mark = Directory.CreateDirectory(Path.Combine(Folder, "clean"));
        capture.Dispose();
        mark.Delete();
        using var next = Archive.Open(feed);
        Assert.Equal(3 + RawCapture.GapAfterCrash, next.End);
    }

    [Fact]
    public async Task The_oldest_go_first_when_there_is_too_much_or_they_are_too_old()
    {
        var archive = Archive;
        using var capture = archive.Open(feed);
        for (var i = 0; i < 50; i++)
            capture.Append(Encoding.ASCII.GetBytes($"line number {i:000}\r\n"));
        options.RawBytesPerFeed = 300;
        await archive.Tidy(TestContext.Current.CancellationToken);
        Assert.True(Directory.GetFiles(Folder).Sum(f => new FileInfo(f).Length) <= 300);
        Assert.Equal("", await Read(archive, 0, 10));
        Assert.NotEqual("", await Read(archive, capture.End - 17, 17));
    }

    [Fact]
    public void A_disk_that_cannot_be_written_costs_bytes_and_not_the_feed()
    {
        using var capture = Archive.Open(feed);
        // A folder where the segment should be: as good as a full disk.
        Directory.CreateDirectory(Path.Combine(Folder, "00000000000000000000.raw"));
        Assert.Equal(0, capture.Append("abc"u8));
        Assert.Equal(3, capture.Append("def"u8));
        Assert.Equal(1, capture.Failures);
        clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(6, capture.Append("ghi"u8));
        Assert.Equal(1, capture.Failures);
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private async Task<string> Read(RawArchive archive, long offset, int length) =>
        Encoding.ASCII.GetString(await archive.Read(feed, offset, length, TestContext.Current.CancellationToken));
}
