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

    public void Dispose() => Directory.Delete(data, recursive: true);
}
