using System.Security.Cryptography;
using Fourfold.Contracts;
using Fourfold.Kernel.Tests.Identity;
using Fourfold.Testing;
using Xunit;

namespace Fourfold.Kernel.Tests.Files;

/// <summary>Each rule of tus 1.0.0 that a client may rely on, header by header.</summary>
[Trait("Needs", "Store")]
public sealed class TusProtocolTests : IAsyncLifetime
{
    private static readonly byte[] Photo = Pictures.Jpeg();
    private FourfoldBox box = null!; // Set before any test.
    private HttpClient client = null!; // Set before any test.

    public async ValueTask InitializeAsync()
    {
        box = await FourfoldBox.Start(services => services.RunNoJobs());
        client = box.As(new TestActor(Roles.Responder, Purpose: Purposes.FieldWork));
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await box.DisposeAsync();
    }

    [Fact]
    public async Task Options_say_what_the_server_can()
    {
        using var response = await client.SendAsync(Tus.Ask("OPTIONS", Tus.Root, headers: ("Tus-Resumable", null)));
        Assert.Equal(204, (int)response.StatusCode);
        Assert.Equal("1.0.0", Header(response, "Tus-Version"));
        Assert.Equal("1.0.0", Header(response, "Tus-Resumable"));
        Assert.Equal(
            "creation,creation-with-upload,checksum,expiration,termination",
            Header(response, "Tus-Extension")
        );
        Assert.Equal("sha1,sha256", Header(response, "Tus-Checksum-Algorithm"));
        Assert.Equal(
            (500L << 20).ToString(System.Globalization.CultureInfo.InvariantCulture),
            Header(response, "Tus-Max-Size")
        );
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("HEAD")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task Another_version_is_refused_and_told_which_there_is(string method)
    {
        var url = method == "POST" ? Tus.Root : await client.Begun(Photo.Length);
        foreach (var version in new[] { null, "0.2.2", "2.0.0" })
        {
            using var response = await client.SendAsync(
                Tus.Ask(
                    method,
                    url,
                    method == "PATCH" ? Photo : null,
                    ("Tus-Resumable", version),
                    ("Upload-Offset", "0")
                )
            );
            Assert.Equal(412, (int)response.StatusCode);
            Assert.Equal("1.0.0", Header(response, "Tus-Version"));
            Assert.Equal("1.0.0", Header(response, "Tus-Resumable"));
        }
        if (method != "POST")
            Assert.Equal(0, await client.Offset(url));
    }

    [Fact]
    public async Task An_upload_is_begun_continued_and_asked_after()
    {
        using var begun = await client.Begin(Photo.Length, metadata: Tus.Metadata(type: "image/jpeg"));
        Assert.Equal(201, (int)begun.StatusCode);
        Assert.Equal("1.0.0", Header(begun, "Tus-Resumable"));
        var url = begun.Headers.Location!.OriginalString; // The protocol demands it.
        Assert.Equal(box.Clock.GetUtcNow().AddDays(3).ToString("R"), Header(begun, "Upload-Expires"));

        using var first = await client.Append(url, 0, Photo[..100]);
        Assert.Equal((204, 100), ((int)first.StatusCode, first.Offset()));
        Assert.Equal("1.0.0", Header(first, "Tus-Resumable"));
        using var asked = await client.Head(url);
        Assert.Equal((200, 100), ((int)asked.StatusCode, asked.Offset()));
        Assert.Equal($"{Photo.Length}", Header(asked, "Upload-Length"));
        Assert.Equal("no-store", asked.Headers.CacheControl?.ToString());
        Assert.Equal("1.0.0", Header(asked, "Tus-Resumable"));

        using var rest = await client.Append(url, 100, Photo[100..]);
        Assert.Equal((204, Photo.Length), ((int)rest.StatusCode, rest.Offset()));
        Assert.False(rest.Headers.Contains("Upload-Expires"));
        Assert.Equal(Photo.Length, await client.Offset(url));
        // The answer to the last piece may be lost, and it is sent again.
        using var again = await client.Append(url, Photo.Length, []);
        Assert.Equal((204, Photo.Length), ((int)again.StatusCode, again.Offset()));
    }

    [Fact]
    public async Task A_photo_fits_into_the_request_that_begins_it()
    {
        using var whole = await client.Begin(Photo.Length, body: Photo);
        Assert.Equal((201, Photo.Length), ((int)whole.StatusCode, whole.Offset()));
        using var part = await client.Begin(Photo.Length, body: Photo[..70]);
        Assert.Equal((201, 70), ((int)part.StatusCode, part.Offset()));
        using var rest = await client.Append(part.Headers.Location!.OriginalString, 70, Photo[70..]); // The protocol demands it.
        Assert.Equal(204, (int)rest.StatusCode);
    }

    [Fact]
    public async Task Only_offset_octets_are_taken()
    {
        var url = await client.Begun(Photo.Length);
        using var request = Tus.Ask("PATCH", url, Photo, ("Upload-Offset", "0"));
        request.Content!.Headers.ContentType = new("application/octet-stream"); // Given by Ask.
        using var response = await client.SendAsync(request);
        Assert.Equal("upload.body-refused", await response.Problem(415));
        Assert.Equal("1.0.0", Header(response, "Tus-Resumable"));
        Assert.Equal(0, await client.Offset(url));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("49")]
    [InlineData("51")]
    public async Task Another_offset_than_the_servers_is_refused_and_changes_nothing(string offset)
    {
        var url = await client.Begun(Photo.Length);
        (await client.Append(url, 0, Photo[..50])).Dispose();
        using var response = await client.SendAsync(Tus.Ask("PATCH", url, Photo[50..], ("Upload-Offset", offset)));
        Assert.Equal("upload.offset-wrong", await response.Problem(409));
        Assert.Equal(50, await client.Offset(url));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("many")]
    public async Task An_offset_is_a_whole_number(string? offset)
    {
        var url = await client.Begun(Photo.Length);
        using var response = await client.SendAsync(Tus.Ask("PATCH", url, Photo, ("Upload-Offset", offset)));
        Assert.Equal("upload.offset-malformed", await response.Problem(400));
    }

    [Theory]
    [InlineData("Upload-Length", null, 400, "upload.length-malformed")]
    [InlineData("Upload-Length", "-5", 400, "upload.length-malformed")]
    [InlineData("Upload-Length", "0", 422, "file.empty")]
    [InlineData("Upload-Length", "524288001", 413, "file.too-large")]
    [InlineData("Upload-Length", "9223372036854775808", 400, "upload.length-malformed")]
    [InlineData("Upload-Defer-Length", "1", 400, "upload.length-deferred")]
    [InlineData("Upload-Metadata", "purpose !!", 400, "upload.metadata-malformed")]
    [InlineData("Upload-Metadata", "purpose YQ==,purpose YQ==", 400, "upload.metadata-malformed")]
    [InlineData("Upload-Metadata", "", 422, "upload.purpose-unknown")]
    [InlineData("Upload-Metadata", "purpose YQ==", 422, "upload.purpose-unknown")]
    [InlineData("Upload-Metadata", "purpose d29yay1vcmRlci1tZWRpYQ==,sha256 YQ==", 422, "upload.hash-malformed")]
    [InlineData("Idempotency-Key", "1", 422, "request.idempotency-key-malformed")]
    public async Task What_is_begun_wrongly_is_refused(string header, string? value, int status, string code)
    {
        using var response = await client.SendAsync(
            Tus.Ask(
                "POST",
                Tus.Root,
                null,
                ("Upload-Length", "100"),
                ("Upload-Metadata", Tus.Metadata()),
                (header, value)
            )
        );
        Assert.Equal(code, await response.Problem(status));
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    public async Task A_piece_counts_when_its_checksum_is_right(string algorithm)
    {
        byte[] Hash(byte[] of) => algorithm == "sha1" ? SHA1.HashData(of) : SHA256.HashData(of);
        (string, string?) Checksum(byte[] of) => ("Upload-Checksum", $"{algorithm} {Convert.ToBase64String(Hash(of))}");
        var url = await client.Begun(Photo.Length);
        using var wrong = await client.Append(url, 0, Photo[..90], Checksum(Photo));
        Assert.Equal("upload.checksum-wrong", await wrong.Problem(460));
        Assert.Equal(0, await client.Offset(url));
        using var right = await client.Append(url, 0, Photo[..90], Checksum(Photo[..90]));
        Assert.Equal((204, 90), ((int)right.StatusCode, right.Offset()));
        using var last = await client.Append(url, 90, Photo[90..], Checksum(Photo[..90]));
        Assert.Equal("upload.checksum-wrong", await last.Problem(460));
        Assert.Equal(90, await client.Offset(url));
        using var rest = await client.Append(url, 90, Photo[90..], Checksum(Photo[90..]));
        Assert.Equal((204, Photo.Length), ((int)rest.StatusCode, rest.Offset()));
    }

    [Theory]
    [InlineData("md5 1B2M2Y8AsgTpgAmY7PhCfg==")]
    [InlineData("sha256 not-base64")]
    [InlineData("sha256 YQ==")]
    [InlineData("sha256")]
    public async Task A_checksum_that_cannot_be_checked_is_refused(string checksum)
    {
        var url = await client.Begun(Photo.Length);
        using var response = await client.Append(url, 0, Photo, ("Upload-Checksum", checksum));
        Assert.Equal("upload.checksum-malformed", await response.Problem(400));
        Assert.Equal(0, await client.Offset(url));
    }

    [Fact]
    public async Task More_than_was_announced_is_refused()
    {
        var url = await client.Begun(Photo.Length - 1);
        using var response = await client.Append(url, 0, Photo);
        Assert.Equal("upload.too-long", await response.Problem(413));
        // Without a length before it, it is noticed when it comes.
        using var chunked = Tus.Ask("PATCH", url, null, ("Upload-Offset", "0"));
        chunked.Content = new StreamContent(new Unsized(Photo));
        chunked.Content.Headers.ContentType = new("application/offset+octet-stream");
        chunked.Headers.TransferEncodingChunked = true;
        using var late = await client.SendAsync(chunked);
        Assert.Equal(413, (int)late.StatusCode);
        Assert.Equal(0, await client.Offset(url));
    }

    [Fact]
    public async Task What_is_ended_is_gone()
    {
        var url = await client.Begun(Photo.Length);
        (await client.Append(url, 0, Photo[..50])).Dispose();
        using var ended = await client.SendAsync(Tus.Ask("DELETE", url));
        Assert.Equal(204, (int)ended.StatusCode);
        Assert.Equal("1.0.0", Header(ended, "Tus-Resumable"));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(box.Data, "uploads")));
        Assert.Equal(410, (int)(await client.Head(url)).StatusCode);
        Assert.Equal("upload.gone", await (await client.Append(url, 50, Photo[50..])).Problem(410));
        Assert.Equal("upload.gone", await (await client.SendAsync(Tus.Ask("DELETE", url))).Problem(410));
    }

    [Fact]
    public async Task A_finished_one_is_a_file_and_not_ended()
    {
        using var whole = await client.Begin(Photo.Length, body: Photo);
        var url = whole.Headers.Location!.OriginalString; // The protocol demands it.
        Assert.Equal("upload.finished", await (await client.SendAsync(Tus.Ask("DELETE", url))).Problem(409));
        Assert.Equal(Photo.Length, await client.Offset(url));
    }

    [Fact]
    public async Task What_was_never_begun_is_unknown()
    {
        var url = $"{Tus.Root}/{Guid.NewGuid()}";
        Assert.Equal(404, (int)(await client.Head(url)).StatusCode);
        Assert.Equal("upload.unknown", await (await client.Append(url, 0, Photo)).Problem(404));
        Assert.Equal("upload.unknown", await (await client.SendAsync(Tus.Ask("DELETE", url))).Problem(404));
    }

    [Fact]
    public async Task Where_only_post_passes_the_method_is_in_a_header()
    {
        var url = await client.Begun(Photo.Length);
        using var patched = await client.SendAsync(
            Tus.Ask("POST", url, Photo[..60], ("X-HTTP-Method-Override", "PATCH"), ("Upload-Offset", "0"))
        );
        Assert.Equal((204, 60), ((int)patched.StatusCode, patched.Offset()));
        using var asked = await client.SendAsync(Tus.Ask("POST", url, null, ("X-HTTP-Method-Override", "HEAD")));
        Assert.Equal((200, 60), ((int)asked.StatusCode, asked.Offset()));
        using var ended = await client.SendAsync(Tus.Ask("POST", url, null, ("X-HTTP-Method-Override", "DELETE")));
        Assert.Equal(204, (int)ended.StatusCode);
        // A page of another site can make a browser GET, so a GET is never anything else.
        using var got = await client.SendAsync(Tus.Ask("GET", url, null, ("X-HTTP-Method-Override", "DELETE")));
        Assert.Equal(405, (int)got.StatusCode);
    }

    [Fact]
    public async Task It_ends_by_itself_when_nothing_comes()
    {
        var url = await client.Begun(Photo.Length);
        box.Clock.Advance(TimeSpan.FromDays(2));
        using var first = await client.Append(url, 0, Photo[..50]);
        Assert.Equal(box.Clock.GetUtcNow().AddDays(3).ToString("R"), Header(first, "Upload-Expires"));
        box.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(50, await client.Offset(url));
        box.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(410, (int)(await client.Head(url)).StatusCode);
        Assert.Equal("upload.gone", await (await client.Append(url, 50, Photo[50..])).Problem(410));
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.Single()
        : response.Content.Headers.TryGetValues(name, out values) ? values.Single()
        : "";

    private sealed class Unsized(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
