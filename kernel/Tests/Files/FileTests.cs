using System.Net.Http.Headers;
using System.Security.Cryptography;
using Fourfold.Contracts;
using Fourfold.Kernel.Files;
using Fourfold.Kernel.Jobs;
using Fourfold.Kernel.Tests.Identity;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Kernel.Tests.Files;

[Trait("Needs", "Store")]
public sealed class FileTests
{
    [Fact]
    public async Task A_photo_is_stored_by_its_content_and_given_back_as_a_download()
    {
        await using var box = await FourfoldBox.Start();
        using var client = box.As(TestActor.DutyOfficer);
        var photo = Pictures.Jpeg();
        var stored = await (await Post(client, photo, "image/jpeg", Hash(photo))).Body(201);
        Assert.Equal("image/jpeg", stored.GetProperty("mediaType").GetString());
        var hash = stored.GetProperty("sha256").GetString()!;
        Assert.True(File.Exists(Path.Combine(box.Data, "files", hash[..2], hash[2..])));

        var again = await (await Post(client, photo, "image/jpeg")).Body(201);
        Assert.Equal(hash, again.GetProperty("sha256").GetString());
        Assert.Single(Directory.EnumerateFiles(Path.Combine(box.Data, "files"), "*", SearchOption.AllDirectories));

        using var read = await client.GetAsync($"/api/v1/files/{stored.GetProperty("id").GetString()}");
        Assert.Equal("attachment", read.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", read.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(hash, Hash(await read.Content.ReadAsByteArrayAsync()));
        var looks = await box.Inside(s =>
            s.GetRequiredService<KernelDb>().AuditRows.CountAsync(r => r.Action == "file.read")
        );
        Assert.Equal(1, looks);
    }

    [Fact]
    public async Task Wrong_hash_type_size_and_damage_are_refused()
    {
        await using var box = await FourfoldBox.Start();
        using var client = box.As(TestActor.DutyOfficer);
        var photo = Pictures.Jpeg();
        Assert.Equal(
            "file.hash-wrong",
            await (await Post(client, photo, "image/jpeg", new string('0', 64))).Problem(422)
        );
        Assert.Equal("file.type-mismatch", await (await Post(client, photo, "image/png")).Problem(422));
        Assert.Equal(
            "file.type-refused",
            await (await Post(client, "MZ\0\0 program"u8.ToArray(), "image/jpeg")).Problem(415)
        );
        Assert.Equal("file.damaged", await (await Post(client, photo[..^9], "image/jpeg")).Problem(422));
        Assert.Equal("file.empty", await (await Post(client, [], "image/jpeg")).Problem(422));
        Assert.Equal(
            "file.too-large",
            await (await Post(client, new byte[UploadRequest.MaximumBytes + 1], "image/jpeg")).Problem(413)
        );
    }

    [Fact]
    public async Task A_file_of_another_area_is_not_there()
    {
        await using var box = await FourfoldBox.Start();
        using var here = box.As(new TestActor(Roles.DutyOfficer, "460400100"));
        using var neighbour = box.As(new TestActor(Roles.DutyOfficer, "460400101"));
        using var above = box.As(new TestActor(Roles.DutyOfficer, "4604"));
        var id = (await (await Post(here, Pictures.Jpeg(), "image/jpeg")).Body(201)).GetProperty("id").GetString();
        Assert.Equal("file.unknown", await (await neighbour.GetAsync($"/api/v1/files/{id}")).Problem(404));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await above.GetAsync($"/api/v1/files/{id}")).StatusCode);
    }

    [Fact]
    public async Task Bytes_that_no_row_names_are_swept_after_a_day()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoJobs());
        using var client = box.As(TestActor.DutyOfficer);
        var kept = (await (await Post(client, Pictures.Jpeg(), "image/jpeg")).Body(201))
            .GetProperty("sha256")
            .GetString()!;
        var folder = box.Services.GetRequiredService<ContentFolder>();
        var orphan = folder.Store("left by a crash"u8);
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
            new[] { kept, young }.Order(StringComparer.Ordinal),
            folder.All().Select(f => f.Hash).Order(StringComparer.Ordinal)
        );
        Assert.DoesNotContain(orphan, folder.All().Select(f => f.Hash));
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static Task<HttpResponseMessage> Post(HttpClient client, byte[] bytes, string type, string? hash = null)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        if (hash is not null)
            content.Headers.Add("X-Content-Sha256", hash);
        return client.PostAsync("/api/v1/files?purpose=work-order-photo", content);
    }
}
