using Fourfold.Kernel.Files;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Fourfold.Kernel.Tests.Files;

/// <summary>Bytes are deleted when no row names them, and never from under one that is about to.</summary>
public sealed class ContentFolderTests : IDisposable
{
    private static readonly byte[] Content = [1, 2, 3];
    private readonly string data = Directory.CreateTempSubdirectory("fourfold-content-").FullName;
    private readonly ContentFolder folder;

    public ContentFolderTests() =>
        folder = new ContentFolder(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    new Dictionary<string, string?>(StringComparer.Ordinal) { ["Fourfold:Data"] = data }
                )
                .Build()
        );

    [Fact]
    public void Bytes_that_no_row_names_are_deleted()
    {
        var hash = folder.Store(Content);
        folder.Named(hash);
        folder.Delete(hash, folder.Stored);
        Assert.Null(folder.Open(hash));
    }

    [Fact]
    public void Bytes_whose_row_is_about_to_be_written_stay()
    {
        var hash = folder.Store(Content);
        folder.Named(hash);
        folder.Store(Content);
        folder.Delete(hash, folder.Stored);
        using var there = folder.Open(hash);
        Assert.NotNull(there);
    }

    [Fact]
    public void Bytes_that_were_named_since_one_looked_stay()
    {
        var hash = folder.Store(Content);
        folder.Named(hash);
        var looked = folder.Stored;
        folder.Store(Content);
        folder.Named(hash);
        folder.Delete(hash, looked);
        using var there = folder.Open(hash);
        Assert.NotNull(there);
    }

    [Fact]
    public void Old_bytes_that_are_stored_once_more_are_young_and_no_sweep_takes_them_from_their_new_row()
    {
        var hash = folder.Store(Content);
        folder.Named(hash);
        var limit = Age();
        folder.Store(Content);
        folder.Named(hash); // A row names them, which the sweep that looked before it does not know of.
        Assert.False(folder.DeleteOld(hash, Assert.Single(folder.All()).File, limit));
        Assert.Single(folder.All());
        Age();
        Assert.True(folder.DeleteOld(hash, Assert.Single(folder.All()).File, limit));
        Assert.Empty(folder.All());
    }

    [Fact]
    public async Task Old_bytes_that_are_taken_over_or_made_once_more_are_young_as_well()
    {
        var written = Path.Combine(data, "written");
        var hash = folder.Store(Content);
        var limit = Age();
        await File.WriteAllBytesAsync(written, Content, TestContext.Current.CancellationToken);
        folder.Take(written, hash);
        Assert.True(Assert.Single(folder.All()).At > limit);
        Age();
        await folder.Store(to => to.WriteAsync(Content, 0, Content.Length), CancellationToken.None);
        Assert.True(Assert.Single(folder.All()).At > limit);
    }

    [Fact]
    public void Old_bytes_whose_row_is_about_to_be_written_stay()
    {
        var hash = folder.Store(Content);
        var limit = Age();
        Assert.False(folder.DeleteOld(hash, Assert.Single(folder.All()).File, limit));
        folder.Named(hash);
        Assert.True(folder.DeleteOld(hash, Assert.Single(folder.All()).File, limit));
    }

    [Fact]
    public async Task Of_many_that_store_the_same_at_once_each_finds_it_whole_and_nothing_is_left_beside()
    {
        var content = new byte[1 << 20];
        var hashes = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(i =>
                    Task.Run(async () =>
                    {
                        var hash =
                            i % 2 == 0
                                ? folder.Store(content)
                                : await folder.Store(to => to.WriteAsync(content, 0, content.Length), default);
                        await using var there = folder.Open(hash);
                        Assert.Equal(content.Length, there?.Length);
                        return hash;
                    })
                )
        );
        Assert.Equal([hashes[0]], hashes.Distinct(StringComparer.Ordinal));
        Assert.Equal([hashes[0]], folder.All().Select(f => f.Hash));
    }

    [Fact]
    public void What_a_crash_left_in_the_making_is_found_and_goes_when_it_is_old()
    {
        var making = Directory.CreateDirectory(Path.Combine(data, "files", "making")).FullName;
        File.WriteAllBytes(Path.Combine(making, "file.0123456789AB.part"), Content);
        var (hash, left, at) = Assert.Single(folder.All());
        Assert.Null(hash);
        Assert.False(folder.DeleteOld(hash, left, at));
        Assert.True(folder.DeleteOld(hash, left, at + TimeSpan.FromSeconds(1)));
        Assert.Empty(folder.All());
    }

    [Fact]
    public async Task Bytes_that_are_made_as_they_are_written_lie_where_others_of_their_content_do()
    {
        var hash = await folder.Store(to => to.WriteAsync(Content, 0, Content.Length), CancellationToken.None);
        Assert.Equal(folder.Store(Content), hash);
        Assert.Equal([hash], folder.All().Select(f => f.Hash));
    }

    [Fact]
    public async Task Of_bytes_whose_making_fails_nothing_is_left()
    {
        await Assert.ThrowsAsync<IOException>(() =>
            folder.Store(_ => Task.FromException(new IOException()), CancellationToken.None)
        );
        Assert.Empty(folder.All());
    }

    // Makes all of them three days old; of which time on a file is young.
    private DateTimeOffset Age()
    {
        var now = TimeProvider.System.GetUtcNow();
        foreach (var (_, file, _) in folder.All())
            File.SetLastWriteTimeUtc(file, now.UtcDateTime.AddDays(-3));
        return now.AddDays(-1);
    }

    public void Dispose() => Directory.Delete(data, recursive: true);
}
