using System.Security.Cryptography;
using System.Text.Json;
using Fourfold.Serve.Sealing;
using Fourfold.Serve.Submissions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Xunit;

namespace Fourfold.Serve.Tests.Sealing;

public sealed class KeyFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fourfold-keys-").FullName;

    private string File => Path.Combine(folder, "keys", "forms.json");

    [Fact]
    public async Task It_is_made_once_and_nobody_else_reads_it()
    {
        var first = await Ring().Current("469023", default);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        Assert.Equal(first.Seal, (await Ring().Current("469023", default)).Seal);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(File)!));
    }

    [Fact]
    public async Task Many_servers_that_begin_at_once_agree()
    {
        // What goes wrong here does so seldom.
        for (var round = 0; round < 50; round++)
        {
            using var together = new Barrier(8);
            var keys = await Task.WhenAll(
                Enumerable
                    .Range(0, 8)
                    .Select(_ =>
                        Task.Factory.StartNew(Begin, default, TaskCreationOptions.LongRunning, TaskScheduler.Default)
                    )
            );
            Assert.Single(keys.Distinct());
            System.IO.File.Delete(File);

            string Begin()
            {
                together.SignalAndWait();
                return Convert.ToHexString(Ring().Current("469023", default).Result.Seal);
            }
        }
    }

    [Fact]
    public async Task Each_county_and_each_use_has_a_key_of_its_own()
    {
        var ring = Ring();
        var (one, other) = (await ring.Current("469023", default), await ring.Current("460400", default));
        byte[][] all = [one.Seal, one.Match, other.Seal, other.Match];
        Assert.Equal(4, all.Select(Convert.ToHexString).Distinct().Count());
        Assert.All(all, key => Assert.Equal(32, key.Length));
        Assert.NotEqual(one.Id, other.Id);
    }

    [Fact]
    public async Task After_a_change_of_secrets_old_values_still_open_and_new_ones_have_the_new_key()
    {
        var old = await Ring().Current("469023", default);
        var id = SubmissionId.From(Guid.CreateVersion7());
        var (nonce, ciphertext) = Seal.Close(old, id, "/a", "\"secret\"");
        var text = System.IO.File.ReadAllText(File);
        var added = JsonSerializer.Serialize(
            new { id = "second", value = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) }
        );
        System.IO.File.WriteAllText(File, text.Replace("[", $"[{added},", StringComparison.Ordinal));
        var ring = Ring();
        Assert.Equal("second:469023", (await ring.Current("469023", default)).Id);
        var found = await ring.Find(old.Id, default);
        Assert.Equal("\"secret\"", Seal.Open(found!, Value(id, "/a", old.Id, nonce, ciphertext)));
        Assert.Null(await ring.Find("gone:469023", default));
        Assert.Null(await ring.Find("nonsense", default));
    }

    [Fact]
    public async Task What_was_moved_or_changed_does_not_open()
    {
        var ring = Ring();
        var (keys, other) = (await ring.Current("469023", default), await ring.Current("460400", default));
        var id = SubmissionId.From(Guid.CreateVersion7());
        var (nonce, ciphertext) = Seal.Close(keys, id, "/a", "1");
        var value = Value(id, "/a", keys.Id, nonce, ciphertext);
        Assert.Equal("1", Seal.Open(keys, value));
        Fails(() => Seal.Open(other, value));
        Fails(() => Seal.Open(keys, Value(id, "/b", keys.Id, nonce, ciphertext)));
        Fails(() => Seal.Open(keys, Value(SubmissionId.From(Guid.CreateVersion7()), "/a", keys.Id, nonce, ciphertext)));
        ciphertext[0] ^= 1;
        Fails(() => Seal.Open(keys, value));

        static void Fails(Func<string> open) => Assert.Throws<AuthenticationTagMismatchException>(open);
    }

    [Fact]
    public async Task A_file_without_secrets_is_told_and_not_replaced()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, """{"secrets": []}""");
        await Assert.ThrowsAsync<InvalidDataException>(async () => await Ring().Current("469023", default));
        Assert.Equal("""{"secrets": []}""", System.IO.File.ReadAllText(File));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private KeyFile Ring() =>
        new(
            new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?> { ["Fourfold:Data"] = folder })
                .Build(),
            Options.Create(new ServeOptions())
        );

    private static SealedValue Value(SubmissionId id, string path, string key, byte[] nonce, byte[] ciphertext) =>
        new()
        {
            Submission = id,
            Path = path,
            Code = "a",
            AreaPath = "469023",
            KeyId = key,
            Nonce = nonce,
            Ciphertext = ciphertext,
            Match = null,
        };
}
