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

    public void Dispose() => Directory.Delete(data, recursive: true);
}
