using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Audit;
using Fourfold.Kernel.Jobs;
using Fourfold.Kernel.Tests.Identity;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Kernel.Tests.Audit;

[Trait("Needs", "Store")]
public sealed class AuditTests
{
    private static readonly TestActor Auditor = new(Roles.Auditor, Purpose: Purposes.Audit);

    [Fact]
    public async Task What_was_done_is_sealed_into_a_chain_that_verifies()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoJobs());
        await Write(box, 5);
        await Seal(box);
        var kernel = await Verify(box);
        Assert.True(kernel.GetProperty("ok").GetBoolean(), kernel.ToString());
        Assert.True(kernel.GetProperty("sealed").GetInt64() >= 5);
        await Write(box, 3);
        await Seal(box);
        Assert.True((await Verify(box)).GetProperty("ok").GetBoolean());
    }

    [Theory]
    [InlineData("an edited row", 2)]
    [InlineData("a row taken out", 2)]
    [InlineData("the end cut off", 5)]
    [InlineData("the whole chain forged anew", null)]
    public async Task Whoever_rewrites_the_past_is_found_out(string how, int? gap)
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoJobs());
        await Write(box, 5);
        await Seal(box);
        await box.Inside(async services =>
        {
            var rows = services.GetRequiredService<KernelDb>().AuditRows;
            if (how == "an edited row")
                await rows.Where(r => r.SealedAs == 2)
                    .ExecuteUpdateAsync(set => set.SetProperty(r => r.SubjectId, "somebody-else"));
            else if (how == "a row taken out")
                await rows.Where(r => r.SealedAs == 2).ExecuteDeleteAsync();
            else if (how == "the end cut off")
                await rows.Where(r => r.SealedAs == 5).ExecuteDeleteAsync();
            else
                await Forge(services.GetRequiredService<KernelDb>());
            return 0;
        });
        var kernel = await Verify(box);
        Assert.False(kernel.GetProperty("ok").GetBoolean());
        Assert.Equal(
            gap,
            kernel.GetProperty("firstGap") is { ValueKind: JsonValueKind.Number } at ? at.GetInt32() : null
        );
    }

    // The sealer goes on; its next seal must not paint over the hole.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_end_that_was_cut_off_is_still_missed_when_more_has_been_written(bool withTheHead)
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoJobs());
        await Write(box, 5);
        await Seal(box);
        await box.Inside(async services =>
        {
            await services.GetRequiredService<WriteAuditHeads>().Run(Run(), default);
            var db = services.GetRequiredService<KernelDb>();
            await db.AuditRows.Where(r => r.SealedAs >= 4).ExecuteDeleteAsync();
            if (withTheHead)
                await db.AuditHeads.ExecuteDeleteAsync();
            return 0;
        });
        await Write(box, 20);
        await Seal(box);
        var kernel = await Verify(box);
        Assert.False(kernel.GetProperty("ok").GetBoolean(), kernel.ToString());
        if (!withTheHead)
            Assert.Equal(4, kernel.GetProperty("firstGap").GetInt32());
    }

    [Fact]
    public async Task A_file_of_heads_that_was_tampered_with_is_found_out()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoJobs());
        await Write(box, 5);
        await Seal(box);
        await box.Inside(async services =>
        {
            await services.GetRequiredService<WriteAuditHeads>().Run(Run(), default);
            return 0;
        });
        Assert.True((await Verify(box)).GetProperty("ok").GetBoolean());
        var file = Path.Combine(box.Data, "audit", "2026-03-18.json");
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, text.Replace("\"sealed\": 5", "\"sealed\": 3", StringComparison.Ordinal));
        Assert.NotEqual(text, await File.ReadAllTextAsync(file));
        Assert.False((await Verify(box)).GetProperty("ok").GetBoolean());
    }

    [Fact]
    public async Task The_signed_heads_are_laid_into_a_file_a_day()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoJobs());
        await Write(box, 2);
        await Seal(box);
        await box.Inside(async services =>
        {
            await services.GetRequiredService<WriteAuditHeads>().Run(Run(), default);
            return 0;
        });
        var file = Path.Combine(box.Data, "audit", "2026-03-18.json");
        var heads = JsonDocument.Parse(await File.ReadAllTextAsync(file)).RootElement;
        var kernel = heads.EnumerateArray().Single(h => h.GetProperty("partition").GetString() == "kernel");
        Assert.Equal(64, Convert.FromBase64String(kernel.GetProperty("signature").GetString()!).Length);
        Assert.True(File.Exists(Path.Combine(box.Data, "keys", "sealing.pub.pem")));
    }

    [Fact]
    public async Task The_auditor_reads_rows_of_all_modules_newest_first_page_by_page()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoJobs());
        await Write(box, 7);
        using var client = box.As(Auditor);
        var seen = new List<string?>();
        string? cursor = null;
        do
        {
            var page = await (await client.GetAsync($"/api/v1/audit?subject=thing:t&limit=3&cursor={cursor}")).Body();
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(r => r.GetProperty("id").GetString()));
            cursor = page.GetProperty("next").GetString();
        } while (cursor is not null);
        Assert.Equal(7, seen.Distinct().Count());
        Assert.Equal(7, seen.Count);
        var looks = await (await client.GetAsync("/api/v1/audit?subject=audit:thing:t")).Body();
        Assert.NotEqual(0, looks.GetProperty("items").GetArrayLength()); // The look was written down too.
    }

    // Hashes anew, but cannot sign.
    private static async Task<int> Forge(KernelDb db)
    {
        var rows = await db.AuditRows.OrderBy(r => r.Sequence).ToListAsync();
        var hash = AuditChain.Start;
        await db.Database.ExecuteSqlRawAsync(
            $"update {(TestStore.IsPostgres ? "kernel.audit" : "kernel_audit")} set subject_id = 'forged' where sealed_as = 1"
        );
        db.ChangeTracker.Clear();
        rows = await db.AuditRows.Where(r => r.SealedAs != null).OrderBy(r => r.SealedAs).ToListAsync();
        foreach (var row in rows)
            row.Hash = hash = AuditChain.HashOf("kernel", row.SealedAs!.Value, row, hash);
        return await db.SaveChangesAsync();
    }

    private static Task<int> Write(FourfoldBox box, int count) =>
        box.Inside(services =>
        {
            var db = services.GetRequiredService<KernelDb>();
            for (var i = 0; i < count; i++)
                db.Audit("test.done", "thing", "t", new { i });
            return db.SaveChangesAsync();
        });

    private static Task<int> Seal(FourfoldBox box) =>
        box.Inside(async services =>
        {
            await services.GetRequiredService<SealAudit>().Run(Run(), default);
            return 0;
        });

    private static JobRun Run() => new(1, (_, _) => Task.CompletedTask);

    private static async Task<JsonElement> Verify(FourfoldBox box)
    {
        using var client = box.As(Auditor);
        var answer = await (await client.GetAsync("/api/v1/audit/verification")).Body();
        return answer
            .GetProperty("partitions")
            .EnumerateArray()
            .Single(p => p.GetProperty("name").GetString() == "kernel");
    }
}
