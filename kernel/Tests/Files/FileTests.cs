using System.Text;
using Fourfold.Contracts;
using Fourfold.Kernel.Files;
using Fourfold.Kernel.Jobs;
using Fourfold.Kernel.Tests.Identity;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Kernel.Tests.Files;

/// <summary>What becomes of what was uploaded.</summary>
[Trait("Needs", "Store")]
public sealed class FileTests
{
    [Fact]
    public async Task A_photo_is_stored_by_its_content_and_given_back_as_a_download()
    {
        await using var box = await FourfoldBox.Start();
        using var client = box.As(TestActor.DutyOfficer);
        var photo = Pictures.Jpeg();
        var id = await client.Stored(photo, "image/jpeg", Tus.Sha256(photo));
        var again = await client.Stored(photo, "image/jpeg");
        Assert.NotEqual(id, again);
        Assert.Single(Directory.EnumerateFiles(Path.Combine(box.Data, "files"), "*", SearchOption.AllDirectories));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(box.Data, "uploads")));

        using var read = await client.GetAsync($"/api/v1/files/{id}");
        var bytes = await read.Content.ReadAsByteArrayAsync();
        Assert.Equal("image/jpeg", read.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", read.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", read.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal($"\"{Tus.Sha256(bytes)}\"", read.Headers.ETag?.Tag);
        var hash = Tus.Sha256(bytes);
        Assert.True(File.Exists(Path.Combine(box.Data, "files", hash[..2], hash[2..])));
        Assert.DoesNotContain(Pictures.Secret, Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        var looks = await box.Inside(s =>
            s.GetRequiredService<KernelDb>().AuditRows.CountAsync(r => r.Action == "file.read")
        );
        Assert.Equal(1, looks);
    }

    public static TheoryData<string, byte[], string?, int, string> Poisoned()
    {
        var photo = Pictures.Jpeg();
        var script = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray();
        return new()
        {
            { "another type than it says", photo, "image/png", 422, "file.type-mismatch" },
            { "a program", [.. "MZ\0\0 program"u8, .. new byte[100]], "image/jpeg", 415, "file.type-refused" },
            { "an SVG with a script", script, "image/svg+xml", 415, "file.type-refused" },
            { "the same as a picture", script, "image/png", 415, "file.type-refused" },
            { "a page", "<!doctype html><script>alert(1)</script>"u8.ToArray(), null, 415, "file.type-refused" },
            { "an archive", [.. "PK\u0003\u0004"u8, .. new byte[200]], null, 415, "file.type-refused" },
            {
                "a document, for a purpose that takes none",
                "%PDF-1.7\n%%EOF\n"u8.ToArray(),
                null,
                415,
                "file.type-refused"
            },
            { "a picture cut short", photo[..^9], "image/jpeg", 422, "file.damaged" },
            { "a picture that unfolds", Pictures.Png(100_000, 100_000), "image/png", 422, "file.too-many-pixels" },
            { "a video cut short", Videos.Mp4()[..^9], "video/mp4", 422, "file.damaged" },
        };
    }

    [Theory]
    [MemberData(nameof(Poisoned), DisableDiscoveryEnumeration = true)]
    public async Task What_must_not_come_in_is_refused(string what, byte[] bytes, string? type, int status, string code)
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoJobs());
        using var client = box.As(TestActor.DutyOfficer);
        var key = Guid.NewGuid();
        using var response = await client.Begin(bytes.Length, key, Tus.Metadata(type: type), bytes);
        Assert.Equal((what, code), (what, await response.Problem(status)));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(box.Data, "uploads")));
        Assert.False(Directory.Exists(Path.Combine(box.Data, "files")));
        // Who did not hear it is told the same again, without its bytes.
        using var again = await client.Begin(bytes.Length, key, Tus.Metadata(type: type));
        Assert.Equal((what, code), (what, await again.Problem(status)));
    }

    [Fact]
    public async Task What_it_is_tells_in_its_first_bytes_and_the_rest_need_not_come()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoJobs());
        using var client = box.As(TestActor.DutyOfficer);
        var url = await client.Begun(400 << 20);
        using var program = await client.Append(url, 0, [.. "MZ"u8, .. new byte[100]]);
        Assert.Equal("file.type-refused", await program.Problem(415));
        Assert.Equal("file.type-refused", await (await client.Append(url, 102, new byte[10])).Problem(415));
        Assert.Equal(410, (int)(await client.Head(url)).StatusCode);
        // A picture of the size of a video is none.
        url = await client.Begun(400 << 20);
        Assert.Equal("file.too-large", await (await client.Append(url, 0, Pictures.Jpeg())).Problem(413));
        using var said = await client.Begin((30 << 20) + 1, metadata: Tus.Metadata(type: "image/jpeg"));
        Assert.Equal("file.too-large", await said.Problem(413));
    }

    [Fact]
    public async Task Bytes_that_are_not_what_was_claimed_are_refused()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoJobs());
        using var client = box.As(TestActor.DutyOfficer);
        var photo = Pictures.Jpeg();
        var metadata = Tus.Metadata(sha256: new string('0', 64));
        using var response = await client.Begin(photo.Length, metadata: metadata, body: photo);
        Assert.Equal("file.hash-wrong", await response.Problem(422));
    }

    [Fact]
    public async Task A_video_comes_in_pieces_and_is_looked_at_anywhere()
    {
        await using var box = await FourfoldBox.Start();
        using var client = box.As(TestActor.DutyOfficer);
        var video = Videos.Mp4();
        var url = await client.Begun(
            video.Length,
            metadata: Tus.Metadata(type: "video/mp4", sha256: Tus.Sha256(video))
        );
        for (var at = 0; at < video.Length; at += 100)
            (await client.Append(url, at, video[at..Math.Min(at + 100, video.Length)])).Dispose();
        Assert.Equal(video.Length, await client.Offset(url));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/files/{Tus.IdOf(url)}");
        request.Headers.Range = new(4, 11);
        using var part = await client.SendAsync(request);
        Assert.Equal(206, (int)part.StatusCode);
        Assert.Equal("video/mp4", part.Content.Headers.ContentType?.MediaType);
        Assert.Equal("ftypisom", await part.Content.ReadAsStringAsync());
        using var whole = await client.GetAsync($"/api/v1/files/{Tus.IdOf(url)}");
        var kept = await whole.Content.ReadAsByteArrayAsync();
        Assert.Equal(video.Length, kept.Length);
        Assert.DoesNotContain(Videos.Secret, Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_another_area_is_not_there()
    {
        await using var box = await FourfoldBox.Start();
        using var here = box.As(new TestActor(Roles.DutyOfficer, "460400100"));
        using var neighbour = box.As(new TestActor(Roles.DutyOfficer, "460400101"));
        using var above = box.As(new TestActor(Roles.DutyOfficer, "4604"));
        var id = await here.Stored(Pictures.Jpeg(), "image/jpeg");
        Assert.Equal("file.unknown", await (await neighbour.GetAsync($"/api/v1/files/{id}")).Problem(404));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await above.GetAsync($"/api/v1/files/{id}")).StatusCode);
    }

    [Fact]
    public async Task Bytes_that_no_row_names_are_swept_after_a_day()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoJobs());
        using var client = box.As(TestActor.DutyOfficer);
        var id = await client.Stored(Pictures.Jpeg(), "image/jpeg");
        var kept = await box.Inside(s =>
            s.GetRequiredService<KernelDb>()
                .Files.Where(f => f.Id == Tus.FileOf(id))
                .Select(f => f.Sha256)
                .SingleAsync()
        );
        var folder = box.Services.GetRequiredService<ContentFolder>();
        var orphan = folder.Store("left by a crash"u8);
        folder.Named(orphan); // Nobody waits for its row any more.
        var naming = folder.Store("there before, and about to get its row"u8);
        var young = folder.Store("on its way"u8);
        foreach (var (hash, file, _) in folder.All().ToList())
            if (hash != young)
                File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-2));
        await box.Inside(async services =>
        {
            await services.GetRequiredService<SweepFiles>().Run(new JobRun(1, (_, _) => Task.CompletedTask), default);
            return 0;
        });
        Assert.Equal(
            new[] { kept, naming, young }.Order(StringComparer.Ordinal),
            folder.All().Select(f => f.Hash).Order(StringComparer.Ordinal)
        );
        Assert.DoesNotContain(orphan, folder.All().Select(f => f.Hash));
    }
}
