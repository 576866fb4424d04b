using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel;
using Fourfold.Kernel.Retention;
using Fourfold.Serve.Deletion;
using Fourfold.Serve.Tests.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fourfold.Serve.Tests.FormsBox;
using static Fourfold.Serve.Tests.ServeBox;

namespace Fourfold.Serve.Tests.Unmasking;

/// <summary>A picture of a sensitive field, from the phone to whoever may see it and to its end.</summary>
[Trait("Needs", "Store")]
public sealed class SealedMediaTests
{
    private const string Name = "0192.jpg";

    [Fact]
    public async Task It_is_sealed_the_moment_it_has_come_and_its_plain_bytes_are_nowhere()
    {
        await using var box = await Formed();
        var file = await Upload(box.Worker);
        Assert.Empty(Holding(box, Pixels));
        await Attach(box, await Filled(box), file);
        Assert.Empty(Holding(box, Pixels));
        var view = Assert.Single(await box.List(box.Clerk, "ward"));
        var media = Assert.Single(view.GetProperty("media").EnumerateArray());
        Assert.Equal(
            (true, "picture"),
            (media.GetProperty("isSealed").GetBoolean(), media.GetProperty("field").GetString())
        );
        Assert.Equal(JsonValueKind.Null, media.GetProperty("name").ValueKind);
        Assert.Equal(
            ["/health", "/picture"],
            view.GetProperty("masked").EnumerateArray().Select(m => m.GetString()!).Order()
        );
        await Refused(HttpStatusCode.Forbidden, "file.sealed", box.Clerk.GetAsync($"/api/v1/files/{file}"));
        await Refused(HttpStatusCode.Forbidden, "file.sealed", box.Province.GetAsync($"/api/v1/files/{file}"));
        Assert.DoesNotContain(
            Name,
            await box.Head.GetStringAsync("/api/v1/forms/ward/export?format=csv"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task With_another_persons_consent_the_asker_sees_it_without_its_position_and_for_a_while()
    {
        await using var box = await Taken();
        var (id, request) = (await Id(box), await Ask(box, box.Clerk, "/picture"));
        await Closed(box.Clerk, id, request);
        await Ok(box.Commissioner.PostAsync($"/api/v1/unmask-requests/{request}/consent", null));
        using var seen = await box.Clerk.GetAsync(Media(id, request));
        var bytes = await seen.Content.ReadAsByteArrayAsync();
        Assert.Equal("image/jpeg", seen.Content.Headers.ContentType!.MediaType);
        Assert.True(seen.Headers.CacheControl!.NoStore);
        Assert.True(bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Pixels)) > 0);
        Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Position)));
        using var part = new HttpRequestMessage(HttpMethod.Get, Media(id, request));
        part.Headers.Range = new RangeHeaderValue(150_000, 150_099);
        using var piece = await box.Clerk.SendAsync(part);
        Assert.Equal(HttpStatusCode.PartialContent, piece.StatusCode);
        Assert.Equal(bytes[150_000..150_100], await piece.Content.ReadAsByteArrayAsync());
        Assert.Equal(2, await SubmissionTests.Audited(box, "submission.media-unmasked"));
        await Closed(box.Head, id, request);
        using var colleague = box.As(Roles.CentreClerk);
        await Closed(colleague, id, request);
        await Refused(HttpStatusCode.NotFound, "unmask.unknown", box.Stranger.GetAsync(Media(id, request)));
        await Refused(HttpStatusCode.Forbidden, "permission.missing", box.Worker.GetAsync(Media(id, request)));
        box.Box.Clock.Advance(TimeSpan.FromMinutes(30));
        await Closed(box.Clerk, id, request);
        Assert.Equal(2, await SubmissionTests.Audited(box, "submission.media-unmasked"));
    }

    [Fact]
    public async Task A_consent_for_another_answer_or_another_submission_does_not_show_it()
    {
        await using var box = await Taken();
        var id = await Id(box);
        var request = await Consented(box, "/health");
        await Refused(HttpStatusCode.NotFound, "form.media-unknown", box.Clerk.GetAsync(Media(id, request)));
        var all = await Consented(box, "/picture");
        await Refused(HttpStatusCode.NotFound, "form.media-unknown", box.Clerk.GetAsync(Media(id, all, "other.jpg")));
        var other = await Filled(box, "0193.jpg");
        await Refused(HttpStatusCode.NotFound, "unmask.unknown", box.Clerk.GetAsync(Media(other, all)));
    }

    [Fact]
    public async Task A_file_belongs_to_one_answer_and_a_plain_field_takes_none_that_is_sealed()
    {
        await using var box = await Formed();
        var (first, second) = (await Filled(box), await Filled(box));
        var file = await Upload(box.Worker);
        await Attach(box, first, file);
        await Attach(box, first, file);
        await Unknown(box, second, file);
        await box.Publish(Spec("shot", Field("picture", "photo")));
        var plain = (await Ok(box.Submit(new { picture = Name }, "shot"))).GetProperty("id").GetString()!;
        await Unknown(box, plain, await Upload(box.Worker));
        using var colleague = box.As(Roles.GridWorker, purpose: Purposes.FieldWork);
        await Unknown(box, second, await Upload(colleague));
    }

    [Fact]
    public async Task What_a_client_brings_plain_is_sealed_when_it_is_attached_and_its_plain_bytes_are_gone_at_once()
    {
        await using var box = await Formed();
        var file = await Upload(box.Worker, "form-media");
        Assert.Single(Holding(box, Pixels));
        await Attach(box, await Filled(box), file);
        Assert.Empty(Holding(box, Pixels));
        await Refused(HttpStatusCode.Forbidden, "file.sealed", box.Clerk.GetAsync($"/api/v1/files/{file}"));
        var request = await Consented(box, "/picture");
        Assert.NotEmpty(await box.Clerk.GetByteArrayAsync(Media(await Id(box), request)));
    }

    [Fact]
    public async Task Plain_bytes_that_another_file_has_too_stay_until_that_one_is_sealed()
    {
        await using var box = await Formed();
        var (file, same) = (await Upload(box.Worker, "form-media"), await Upload(box.Worker, "form-media"));
        await Attach(box, await Filled(box), file);
        Assert.Single(Holding(box, Pixels));
        await Attach(box, await Filled(box), same);
        Assert.Empty(Holding(box, Pixels));
    }

    [Fact]
    public async Task It_is_sealed_with_the_key_of_the_county_it_is_about()
    {
        await using var box = await Formed(box => box.Province);
        var grid = await Ok(
            box.Province.PostAsJsonAsync(
                "/api/v1/grids",
                new
                {
                    villageCode = Village,
                    name = "第一网格",
                    kind = "comprehensive",
                    geometry = Square(0, 0),
                }
            )
        );
        var file = await Upload(box.Province);
        Assert.EndsWith(":46", (await Row(box, file)).KeyId, StringComparison.Ordinal);
        var filled = await Ok(
            box.Submit(new { health = "肺炎", picture = Name }, "ward", who: box.Province, gridId: ServeBox.Id(grid))
        );
        await Attach(box, filled.GetProperty("id").GetString()!, file, box.Province);
        Assert.EndsWith($":{OtherCounty}", (await Row(box, file)).KeyId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_gone_another_countys_or_a_row_that_was_moved_opens_nothing()
    {
        await using var box = await Taken();
        var (id, request) = (await Id(box), await Consented(box, "/picture"));
        var media = Media(id, request);
        var row = await Row(box, (await FileOf(box)).ToString());
        await Change(box, set => set.SetProperty(f => f.KeyId, "gone:469023"));
        await Refused(HttpStatusCode.ServiceUnavailable, "sealing.key-missing", box.Clerk.GetAsync(media));
        var other = row.KeyId!.Replace(County, OtherCounty, StringComparison.Ordinal);
        await Change(box, set => set.SetProperty(f => f.KeyId, other));
        await Refused(HttpStatusCode.ServiceUnavailable, "sealing.broken", box.Clerk.GetAsync(media));
        await Change(
            box,
            set => set.SetProperty(f => f.KeyId, row.KeyId).SetProperty(f => f.SealedFor, "submission/other")
        );
        await Refused(HttpStatusCode.NotFound, "file.content-missing", box.Clerk.GetAsync(media));
        await Change(box, set => set.SetProperty(f => f.SealedFor, row.SealedFor));
        Assert.NotEmpty(await box.Clerk.GetByteArrayAsync(media));
    }

    [Fact]
    public async Task A_file_that_was_cut_or_shuffled_on_the_disk_is_not_shown()
    {
        await using var box = await Taken();
        var media = Media(await Id(box), await Consented(box, "/picture"));
        var hash = (await Row(box, (await FileOf(box)).ToString())).Sha256;
        var path = Path.Combine(box.Box.Data, "files", hash[..2], hash[2..]);
        var whole = await File.ReadAllBytesAsync(path);
        await File.WriteAllBytesAsync(path, whole[..65_552]);
        await Refused(HttpStatusCode.ServiceUnavailable, "sealing.broken", box.Clerk.GetAsync(media));
        await File.WriteAllBytesAsync(path, [.. whole[65_552..131_104], .. whole[..65_552], .. whole[131_104..]]);
        await Assert.ThrowsAnyAsync<HttpRequestException>(async () => await box.Clerk.GetByteArrayAsync(media));
        await File.WriteAllBytesAsync(path, whole);
        Assert.NotEmpty(await box.Clerk.GetByteArrayAsync(media));
        File.Delete(path);
        await Refused(HttpStatusCode.NotFound, "file.content-missing", box.Clerk.GetAsync(media));
    }

    [Fact]
    public async Task When_its_time_is_over_its_key_and_its_bytes_go_and_the_proof_names_it()
    {
        await using var box = await Taken();
        var (id, hash) = (await Id(box), (await Row(box, (await FileOf(box)).ToString())).Sha256);
        Assert.True(File.Exists(Path.Combine(box.Box.Data, "files", hash[..2], hash[2..])));
        box.Box.Clock.Advance(TimeSpan.FromDays(10));
        await box.Run<DeleteAnswers>();
        Assert.False(File.Exists(Path.Combine(box.Box.Data, "files", hash[..2], hash[2..])));
        Assert.Empty(await box.Box.Inside(s => s.GetRequiredService<KernelDb>().Files.ToListAsync()));
        var proved = await Ok(box.Clerk.GetAsync("/api/v1/forms/ward/deletions"));
        Assert.Contains(
            proved.GetProperty("items").EnumerateArray(),
            record => record.GetProperty("field").GetString() == "picture"
        );
        var view = Assert.Single(await box.List(box.Clerk, "ward"));
        Assert.Equal(id, view.GetProperty("id").GetString());
        Assert.Empty(view.GetProperty("media").EnumerateArray());
    }

    [Fact]
    public async Task What_was_never_attached_does_not_stay()
    {
        await using var box = await Formed();
        await Upload(box.Worker);
        box.Box.Clock.Advance(TimeSpan.FromDays(29));
        await box.Run<DeleteWhatIsOver>();
        Assert.Single(await box.Box.Inside(s => s.GetRequiredService<KernelDb>().Files.ToListAsync()));
        box.Box.Clock.Advance(TimeSpan.FromDays(2));
        await box.Run<DeleteWhatIsOver>();
        Assert.Empty(await box.Box.Inside(s => s.GetRequiredService<KernelDb>().Files.ToListAsync()));
    }

    private const string Pixels = "the skin of a patient, as it was photographed ";
    private const string Position = "GPS 20.0301N 110.0902E";

    /// <summary>A JPEG of four frames, with a position in its Exif.</summary>
    private static byte[] Picture()
    {
        var file = new List<byte> { 0xFF, 0xD8 };
        void Segment(byte marker, byte[] body) =>
            file.AddRange([0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body]);
        Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        Segment(0xE1, [.. "Exif\0\0"u8, .. Encoding.ASCII.GetBytes(Position)]);
        Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]);
        Segment(0xC0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0]);
        Segment(0xC4, [0, 1, .. new byte[15], 0]);
        Segment(0xC4, [0x10, 1, .. new byte[15], 0]);
        Segment(0xDA, [1, 1, 0, 0, 63, 0]);
        for (var i = 0; i < 5_000; i++)
            file.AddRange(Encoding.ASCII.GetBytes(Pixels));
        file.AddRange([0xFF, 0xD9]);
        return [.. file];
    }

    private static async Task<FormsBox> Formed(Func<FormsBox, HttpClient>? by = null)
    {
        var box = await FormsBox.Start();
        await box.Publish(
            Spec("ward", Field("health", "text", "sensitive", 30), Field("picture", "photo", "sensitive", 10)),
            who: by?.Invoke(box)
        );
        return box;
    }

    private static async Task<FormsBox> Taken()
    {
        var box = await Formed();
        await Attach(box, await Filled(box), await Upload(box.Worker));
        return box;
    }

    private static async Task<string> Filled(FormsBox box, string name = Name) =>
        (await Ok(box.Submit(new { health = "肺炎", picture = name }, "ward"))).GetProperty("id").GetString()!;

    private static async Task<string> Upload(HttpClient who, string purpose = "form-media-sealed")
    {
        var bytes = Picture();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/uploads");
        request.Headers.Add("Tus-Resumable", "1.0.0");
        request.Headers.Add("Upload-Length", $"{bytes.Length}");
        request.Headers.Add("Upload-Metadata", $"purpose {Convert.ToBase64String(Encoding.ASCII.GetBytes(purpose))}");
        request.Content = new ByteArrayContent(bytes);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        using var answer = await who.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.OriginalString.Split('/')[^1];
    }

    private static async Task Attach(FormsBox box, string id, string file, HttpClient? who = null)
    {
        using var answer = await (who ?? box.Worker).PostAsJsonAsync(
            $"/api/v1/submissions/{id}/media",
            new { name = Name, fileId = file }
        );
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static Task Unknown(FormsBox box, string id, string file) =>
        Refused(
            HttpStatusCode.UnprocessableEntity,
            "file.unknown",
            box.Worker.PostAsJsonAsync($"/api/v1/submissions/{id}/media", new { name = Name, fileId = file })
        );

    /// <summary>Every file of the store that has these letters in it.</summary>
    private static List<string> Holding(FormsBox box, string letters) =>
        [
            .. Directory
                .EnumerateFiles(box.Box.Data, "*", SearchOption.AllDirectories)
                .Where(path =>
                {
                    using var file = new FileStream(
                        path,
                        FileMode.Open,
                        FileAccess.Read,
                        FileShare.ReadWrite | FileShare.Delete
                    );
                    var bytes = new byte[file.Length];
                    file.ReadExactly(bytes);
                    return bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(letters)) >= 0;
                }),
        ];

    private static async Task<string> Id(FormsBox box) =>
        (await box.List(box.Province, "ward"))[^1].GetProperty("id").GetString()!;

    private static Task<FileId> FileOf(FormsBox box) =>
        box.Box.Inside(async s => (await s.GetRequiredService<ServeDb>().SubmissionMedia.SingleAsync()).File!.Value);

    private static Task<Fourfold.Kernel.Files.FileRow> Row(FormsBox box, string file) =>
        box.Box.Inside(s =>
            s.GetRequiredService<KernelDb>()
                .Files.AsNoTracking()
                .SingleAsync(f => f.Id == FileId.From(Guid.Parse(file)))
        );

    private static Task<int> Change(
        FormsBox box,
        Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Fourfold.Kernel.Files.FileRow>> set
    ) => box.Box.Inside(s => s.GetRequiredService<KernelDb>().Files.ExecuteUpdateAsync(set));

    private static string Media(string id, string request, string name = Name) =>
        $"/api/v1/submissions/{id}/media/{name}?request={request}";

    private static Task<JsonElement> Closed(HttpClient who, string id, string request) =>
        Refused(HttpStatusCode.Forbidden, "unmask.not-consented", who.GetAsync(Media(id, request)));

    private static async Task<string> Consented(FormsBox box, string field)
    {
        var request = await Ask(box, box.Clerk, field);
        await Ok(box.Commissioner.PostAsync($"/api/v1/unmask-requests/{request}/consent", null));
        return request;
    }

    private static async Task<string> Ask(FormsBox box, HttpClient who, params string[] fields)
    {
        var body = await UnmaskTests.Body(box, fields);
        var asked = await Ok(who.PostAsJsonAsync($"/api/v1/submissions/{await Id(box)}/unmask-requests", body));
        return asked.GetProperty("id").GetString()!;
    }
}
