using System.Net.Sockets;
using System.Text;
using Fourfold.Contracts;
using Fourfold.Kernel.Files.Uploads;
using Fourfold.Kernel.Jobs;
using Fourfold.Kernel.Tests.Identity;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Kernel.Tests.Files;

[Trait("Needs", "Store")]
public sealed class UploadTests
{
    private static readonly byte[] Photo = Pictures.Jpeg();
    private static readonly TestActor Worker = new(Roles.Responder, Purpose: Purposes.FieldWork);

    [Fact]
    public async Task Nobody_else_may_know_of_an_upload()
    {
        await using var box = await Start();
        using var mine = box.As(Worker);
        using var colleague = box.As(Worker with { Person = Guid.NewGuid() });
        using var chief = box.As(TestActor.DutyOfficer);
        var key = Guid.NewGuid();
        var url = await mine.Begun(Photo.Length, key);
        (await mine.Append(url, 0, Photo[..50])).Dispose();
        foreach (var other in new[] { colleague, chief })
        {
            Assert.Equal(404, (int)(await other.Head(url)).StatusCode);
            Assert.Equal("upload.unknown", await (await other.Append(url, 50, Photo[50..])).Problem(404));
            Assert.Equal("upload.unknown", await (await other.SendAsync(Tus.Ask("DELETE", url))).Problem(404));
            Assert.NotEqual(url, await other.Begun(Photo.Length, key)); // Another's key is another key.
        }
        Assert.Equal(50, await mine.Offset(url));
    }

    [Fact]
    public async Task A_beginning_that_is_sent_twice_is_one_upload_and_one_file()
    {
        await using var box = await Start();
        using var client = box.As(Worker);
        var key = Guid.NewGuid();
        var url = await client.Begun(Photo.Length, key);
        (await client.Append(url, 0, Photo[..80])).Dispose();
        using var again = await client.Begin(Photo.Length, key, body: Photo);
        Assert.Equal((url, 80), (again.Headers.Location!.OriginalString, again.Offset())); // The protocol demands it.
        (await client.Append(url, 80, Photo[80..])).Dispose();
        using var late = await client.Begin(Photo.Length, key, body: Photo);
        Assert.Equal((url, Photo.Length), (late.Headers.Location!.OriginalString, late.Offset())); // See above.
        Assert.Equal(1, await box.Inside(s => s.GetRequiredService<KernelDb>().Files.CountAsync()));
        using var other = await client.Begin(Photo.Length + 1, key);
        Assert.Equal("request.idempotency-key-reused", await other.Problem(422));
    }

    [Fact]
    public async Task Many_twins_at_once_make_one_file()
    {
        await using var box = await Start();
        using var client = box.As(Worker);
        var key = Guid.NewGuid();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => client.Begin(Photo.Length, key, body: Photo))
        );
        // Some may be told that another is writing; nobody is told anything else.
        Assert.All(answers, a => Assert.Contains((int)a.StatusCode, new[] { 201, 423 }));
        Assert.Single(answers.Select(a => a.Headers.Location?.OriginalString).OfType<string>().Distinct());
        var url = answers.First(a => (int)a.StatusCode == 201).Headers.Location!.OriginalString; // A 201 has one.
        Assert.Equal(Photo.Length, await client.Offset(url));
        Assert.Equal(1, await box.Inside(s => s.GetRequiredService<KernelDb>().Files.CountAsync()));
    }

    [Fact]
    public async Task While_one_request_writes_no_other_may()
    {
        await using var box = await Start();
        using var client = box.As(Worker);
        var url = await client.Begun(Photo.Length);
        using var slow = await Holding(box, client, url);
        Assert.Equal("upload.locked", await (await client.SendAsync(Tus.Ask("DELETE", url))).Problem(423));
        slow.Close();
        // What came before the line broke is kept, and the upload is free again.
        var offset = await FourfoldBox.Eventually("it is let go", () => client.Offset(url), at => at == 50);
        using var rest = await client.Append(url, offset, Photo[50..]);
        Assert.Equal(204, (int)rest.StatusCode);
    }

    [Fact]
    public async Task With_a_checksum_a_broken_piece_counts_for_nothing()
    {
        await using var box = await Start();
        using var client = box.As(Worker);
        var url = await client.Begun(Photo.Length);
        (await Holding(box, client, url, "sha1 2jmj7l5rSw0yVb/vlWAYkK/YBwk=")).Dispose();
        await FourfoldBox.Eventually(
            "it is let go",
            async () => (int)(await client.Append(url, 0, [])).StatusCode,
            status => status == 204
        );
        Assert.Equal(0, await client.Offset(url));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(99)]
    public async Task An_offset_never_promises_bytes_that_a_crash_took(int left)
    {
        await using var box = await Start();
        using var client = box.As(Worker);
        var url = await client.Begun(Photo.Length);
        (await client.Append(url, 0, Photo[..100])).Dispose();
        var file = Path.Combine(box.Data, "uploads", Tus.IdOf(url));
        await using (var bytes = File.OpenWrite(file))
            bytes.SetLength(left);
        Assert.Equal(left, await client.Offset(url));
        (await client.Append(url, left, Photo[left..])).Dispose();
        Assert.Equal(Photo.Length, await client.Offset(url));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Bytes_beyond_what_was_promised_are_written_anew(bool vanish)
    {
        await using var box = await Start();
        using var client = box.As(Worker);
        var url = await client.Begun(Photo.Length, metadata: Tus.Metadata(sha256: Tus.Sha256(Photo)));
        (await client.Append(url, 0, Photo[..100])).Dispose();
        var file = Path.Combine(box.Data, "uploads", Tus.IdOf(url));
        if (vanish)
            File.Delete(file); // As after a crash between becoming a file and being written down as one.
        else
            await File.AppendAllTextAsync(file, "written, and the power went before it was flushed");
        var at = (int)await client.Offset(url);
        Assert.Equal(vanish ? 0 : 100, at);
        using var rest = await client.Append(url, at, Photo[at..]);
        Assert.Equal(204, (int)rest.StatusCode);
    }

    [Fact]
    public async Task Unfinished_ones_are_bounded_for_each_person_and_in_all()
    {
        await using var box = await Start(options =>
        {
            options.UnfinishedPerPerson = 2;
            options.UnfinishedBytesPerPerson = 1000;
            options.UnfinishedBytes = 1500;
        });
        using var one = box.As(Worker);
        using var two = box.As(Worker with { Person = Guid.NewGuid() });
        using var three = box.As(Worker with { Person = Guid.NewGuid() });
        var first = await one.Begun(600);
        Assert.Equal("upload.too-many", await (await one.Begin(401)).Problem(429));
        _ = await one.Begun(200);
        Assert.Equal("upload.too-many", await (await one.Begin(1)).Problem(429));
        _ = await two.Begun(600);
        Assert.Equal("upload.no-room", await (await three.Begin(101)).Problem(507));
        (await one.SendAsync(Tus.Ask("DELETE", first))).Dispose();
        _ = await three.Begun(101);
        box.Clock.Advance(TimeSpan.FromDays(3));
        _ = await one.Begun(1000); // What expired is not counted, even before it is swept.
    }

    [Fact]
    public async Task Many_at_once_do_not_slip_under_the_limit_together()
    {
        await using var box = await Start(options => options.UnfinishedPerPerson = 3);
        using var client = box.As(Worker);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => client.Begin(10)));
        Assert.Equal(3, answers.Count(a => (int)a.StatusCode == 201));
        Assert.Equal(9, answers.Count(a => (int)a.StatusCode == 429));
    }

    [Fact]
    public async Task A_full_disk_is_said_before_it_is_full()
    {
        await using var box = await Start(options => options.FreeBytes = long.MaxValue / 2);
        using var client = box.As(Worker);
        Assert.Equal("upload.no-room", await (await client.Begin(10)).Problem(507));
    }

    [Fact]
    public async Task What_is_left_in_the_middle_is_swept_and_a_beginning_anew_is_possible()
    {
        await using var box = await Start();
        using var client = box.As(Worker);
        var key = Guid.NewGuid();
        var url = await client.Begun(Photo.Length, key);
        (await client.Append(url, 0, Photo[..50])).Dispose();
        var folder = box.Services.GetRequiredService<UploadFolder>();
        await Sweep(box);
        Assert.Equal(50, folder.LengthOf(Tus.FileOf(url)));
        box.Clock.Advance(TimeSpan.FromDays(3));
        await Sweep(box);
        Assert.Empty(folder.All());
        Assert.Equal(410, (int)(await client.Head(url)).StatusCode);
        using var anew = await client.Begin(Photo.Length, key, body: Photo);
        Assert.Equal((201, Photo.Length), ((int)anew.StatusCode, anew.Offset()));
        Assert.NotEqual(url, anew.Headers.Location?.OriginalString);
    }

    private static Task Sweep(FourfoldBox box) =>
        box.Inside(async services =>
        {
            await services.GetRequiredService<SweepUploads>().Run(new JobRun(1, (_, _) => Task.CompletedTask), default);
            return 0;
        });

    private static Task<FourfoldBox> Start(Action<Fourfold.Kernel.Files.FileOptions>? configure = null) =>
        FourfoldBox.Start(services =>
        {
            services.RunNoJobs();
            services.Configure<Fourfold.Kernel.Files.FileOptions>(options => configure?.Invoke(options));
        });

    /// <summary>A request that announces more than it brings, and keeps the line open.</summary>
    // The line of a request that has sent 50 bytes of all and holds the upload: no other may write. Asking that takes the
    // upload for a moment itself, and a request that comes just then is refused: then it is begun again.
    private static async Task<TcpClient> Holding(
        FourfoldBox box,
        HttpClient client,
        string url,
        string? checksum = null
    )
    {
        var line = await Raw(box, client, url, 0, Photo.Length, Photo[..50], checksum);
        await FourfoldBox.Eventually(
            "the first request holds the upload",
            async () =>
            {
                if (line.Available > 0)
                {
                    line.Dispose();
                    line = await Raw(box, client, url, 0, Photo.Length, Photo[..50], checksum);
                }
                using var response = await client.Append(url, 0, []);
                return (int)response.StatusCode;
            },
            status => status == 423
        );
        return line;
    }

    private static async Task<TcpClient> Raw(
        FourfoldBox box,
        HttpClient like,
        string url,
        long offset,
        long length,
        byte[] part,
        string? checksum = null
    )
    {
        var line = new TcpClient();
        await line.ConnectAsync(box.Url.Host, box.Url.Port);
        var head = new StringBuilder($"PATCH {url} HTTP/1.1\r\nHost: {box.Url.Authority}\r\n");
        foreach (var (name, values) in like.DefaultRequestHeaders)
            head.Append($"{name}: {values.Single()}\r\n");
        head.Append($"Tus-Resumable: 1.0.0\r\nUpload-Offset: {offset}\r\nContent-Length: {length}\r\n");
        if (checksum is not null)
            head.Append($"Upload-Checksum: {checksum}\r\n");
        head.Append("Content-Type: application/offset+octet-stream\r\n\r\n");
        await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head.ToString()));
        await line.GetStream().WriteAsync(part);
        return line;
    }
}
