using Fourfold.Kernel;
using Fourfold.Server;
using Fourfold.Server.Backups;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Host.Tests.Backups;

[Trait("Needs", "Store")]
public sealed class BackupTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fourfold-backup-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_was_there_while_the_server_ran_is_there_after_a_restore()
    {
        Assert.SkipWhen(
            TestStore.IsPostgres,
            "restoring PostgreSQL replaces a database; its own tools are tested there"
        );
        var archive = Path.Combine(folder, "a.tgz");
        Guid audit;
        await using (var box = await FourfoldBox.Start())
        {
            audit = await WriteAudit(box);
            var kept = Directory.CreateDirectory(Path.Combine(box.Data, "files", "ab"));
            await File.WriteAllTextAsync(Path.Combine(kept.FullName, "abcd"), "content");
            await Backup.Write(
                box.Options,
                archive,
                withRaw: false,
                TimeProvider.System,
                TestContext.Current.CancellationToken
            );
        }

        var target = new ServerOptions
        {
            Data = Path.Combine(folder, "restored"),
            Port = 0,
            Demonstration = false,
        };
        await Restore.Read(target, archive, TestContext.Current.CancellationToken);

        Assert.Equal("content", await File.ReadAllTextAsync(Path.Combine(target.Data, "files", "ab", "abcd")));
        await using var app = await FourfoldServer.Build(target);
        await using var scope = app.Services.CreateAsyncScope();
        Assert.True(await scope.ServiceProvider.GetRequiredService<KernelDb>().AuditRows.AnyAsync(r => r.Id == audit));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(2000)]
    public async Task An_archive_that_was_cut_short_changes_nothing(int bytes)
    {
        Assert.SkipWhen(TestStore.IsPostgres, "the archive is the same there");
        var archive = Path.Combine(folder, "a.tgz");
        await using (var box = await FourfoldBox.Start())
            await Backup.Write(
                box.Options,
                archive,
                withRaw: false,
                TimeProvider.System,
                TestContext.Current.CancellationToken
            );
        await using (var file = new FileStream(archive, FileMode.Open))
            file.SetLength(file.Length - bytes);

        var target = new ServerOptions { Data = Path.Combine(folder, "restored"), Demonstration = false };
        await Assert.ThrowsAnyAsync<InvalidDataException>(() =>
            Restore.Read(target, archive, TestContext.Current.CancellationToken)
        );
        Assert.Empty(Directory.GetFileSystemEntries(target.Data));
    }

    [Fact]
    public async Task A_folder_that_holds_a_Fourfold_is_not_overwritten()
    {
        Assert.SkipWhen(TestStore.IsPostgres, "the folder is the same there");
        var archive = Path.Combine(folder, "a.tgz");
        await using var box = await FourfoldBox.Start();
        await Backup.Write(
            box.Options,
            archive,
            withRaw: false,
            TimeProvider.System,
            TestContext.Current.CancellationToken
        );
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Restore.Read(box.Options, archive, TestContext.Current.CancellationToken)
        );
    }

    private static Task<Guid> WriteAudit(FourfoldBox box) =>
        box.Inside(async services =>
        {
            var db = services.GetRequiredService<KernelDb>();
            db.Audit("test.looked", "test", "1");
            await db.SaveChangesAsync();
            return db.AuditRows.Local.Single().Id;
        });
}
