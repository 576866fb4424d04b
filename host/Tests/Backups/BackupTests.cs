using Fourfold.Kernel;
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

    private string Archive => Path.Combine(folder, "a.tgz");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_was_there_while_the_server_ran_is_there_after_a_restore()
    {
        Guid audit;
        await using (var box = await FourfoldBox.Start())
        {
            audit = await WriteAudit(box);
            var kept = Directory.CreateDirectory(Path.Combine(box.Data, "files", "ab"));
            await File.WriteAllTextAsync(Path.Combine(kept.FullName, "abcd"), "content");
            await box.Backup(Archive);
        }

        await using var again = await Archives.Restored(Archive);

        Assert.Equal("content", await File.ReadAllTextAsync(Path.Combine(again.Data, "files", "ab", "abcd")));
        Assert.True(await HasAudit(again, audit));
    }

    [Fact]
    public async Task What_is_still_being_written_is_left_out_for_it_may_be_gone_in_a_moment()
    {
        await using (var box = await FourfoldBox.Start())
        {
            await File.WriteAllTextAsync(Path.Combine(box.Data, "keys", "a.pem.D389C4E38B3B.part"), "half");
            await File.WriteAllTextAsync(Path.Combine(box.Data, "keys", "b.pem"), "whole");
            await box.Backup(Archive);
        }
        await using var again = await Archives.Restored(Archive);

        Assert.True(File.Exists(Path.Combine(again.Data, "keys", "b.pem")));
        Assert.Empty(Directory.GetFiles(Path.Combine(again.Data, "keys"), "*.part"));
    }

    [Fact]
    public async Task An_operator_backs_up_beside_the_running_server_and_restores_with_the_program()
    {
        var place = await Archives.EmptyPlace();
        Guid audit;
        await using (var box = await FourfoldBox.Start())
        {
            audit = await WriteAudit(box);
            var (code, said) = await Archives.Admin(box.Options, "backup", Archive);
            Assert.True(code == 0, said);
            (code, said) = await Archives.Admin(place, "restore", Archive);
            Assert.True(code == 0, said);
        }
        await using var again = await FourfoldBox.On(place);
        Assert.True(await HasAudit(again, audit));
    }

    [Fact]
    public async Task Keys_and_the_archive_itself_stay_their_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows keeps rights in the folder, not in the file");
            return; // For the analyzer of platforms.
        }
        await using (var box = await FourfoldBox.Start())
        {
            // The first file of a folder in the archive may lie deeper: the folders on the way are to be as safe.
            await File.WriteAllTextAsync(Path.Combine(box.Data, "keys", "sessions", "a.key"), "secret");
            await box.Backup(Archive);
        }
        await using var again = await Archives.Restored(Archive);

        Assert.Equal(Owner, Rights(Archive));
        var keys = Path.Combine(again.Data, "keys");
        Assert.Equal(Owner, Rights(Path.Combine(keys, "sessions", "a.key")));
        Assert.Equal(Owner | UnixFileMode.UserExecute, Rights(Path.Combine(keys, "sessions")));
        Assert.Equal(Owner | UnixFileMode.UserExecute, Rights(keys));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(2000)]
    public async Task An_archive_that_was_cut_short_changes_nothing(int bytes)
    {
        await using (var box = await FourfoldBox.Start())
            await box.Backup(Archive);
        await using (var file = new FileStream(Archive, FileMode.Open))
            file.SetLength(file.Length - bytes);

        var place = await Archives.EmptyPlace();
        await Assert.ThrowsAnyAsync<InvalidDataException>(() => Restore.Read(place, Archive, Stop));

        Assert.Empty(Directory.GetFileSystemEntries(place.Data));
        Assert.False(await Server.FourfoldServer.StoreOf(place).HoldsRows(Stop));
        await TestStore.Drop(place);
        Directory.Delete(place.Data);
    }

    [Fact]
    public async Task A_folder_that_holds_a_Fourfold_is_not_overwritten()
    {
        await using var box = await FourfoldBox.Start();
        await box.Backup(Archive);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Restore.Read(box.Options, Archive, Stop));
    }

    // On PostgreSQL an empty folder says nothing about the database, which may be the one in daily use.
    [Fact]
    public async Task A_database_that_holds_a_Fourfold_is_not_overwritten_from_an_empty_folder()
    {
        await using var box = await FourfoldBox.Start();
        await box.Backup(Archive);
        var later = await WriteAudit(box);
        var elsewhere = box.Options with { Data = Path.Combine(folder, "empty") };
        if (!TestStore.IsPostgres)
        {
            Directory.CreateDirectory(elsewhere.Data);
            File.Copy(Path.Combine(box.Data, "fourfold.db"), Path.Combine(elsewhere.Data, "fourfold.db"));
        }

        var (code, said) = await Archives.Admin(elsewhere, "restore", Archive);

        Assert.Equal(1, code);
        Assert.Contains("already holds a Fourfold", said, StringComparison.Ordinal);
        Assert.True(await HasAudit(box, later));
    }

    [Fact]
    public async Task A_restore_that_the_database_refuses_leaves_the_folder_empty()
    {
        Assert.SkipUnless(
            TestStore.IsPostgres,
            "on SQLite the rows are a file of the same folder: nobody can refuse them"
        );
        await using (var box = await FourfoldBox.Start())
            await box.Backup(Archive);
        var place = await Archives.EmptyPlace();
        await TestStore.Drop(place);

        var (code, said) = await Archives.Admin(place, "restore", Archive);

        Assert.Equal(1, code);
        Assert.Contains("does not exist", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal); // No stack trace.
        Assert.Equal(["running"], Directory.GetFileSystemEntries(place.Data).Select(Path.GetFileName));
        Directory.Delete(place.Data, recursive: true);
    }

    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // Without the bit a folder may hand down to what is made in it, which opens nothing to anybody.
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static UnixFileMode Rights(string path) => File.GetUnixFileMode(path) & ~UnixFileMode.SetGroup;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task<bool> HasAudit(FourfoldBox box, Guid id) =>
        box.Inside(services => services.GetRequiredService<KernelDb>().AuditRows.AnyAsync(r => r.Id == id));

    private static Task<Guid> WriteAudit(FourfoldBox box) =>
        box.Inside(async services =>
        {
            var db = services.GetRequiredService<KernelDb>();
            db.Audit("test.looked", "test", "1");
            await db.SaveChangesAsync();
            return db.AuditRows.Local.Single().Id;
        });
}
