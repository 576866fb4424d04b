using Fourfold.Kernel.Storage;
using Xunit;

namespace Fourfold.Kernel.Tests.Storage;

/// <summary>A file is whole or not there, and nothing else is left where it is written.</summary>
public sealed class DurableFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fourfold-durable-").FullName;

    private string At => Path.Combine(folder, "made", "file");

    [Fact]
    public void A_file_replaces_the_one_before_and_is_its_owners_alone()
    {
        DurableFile.Write(At, [1, 2]);
        DurableFile.Write(At, [3]);
        Assert.Equal([3], File.ReadAllBytes(At));
        Assert.Equal([At], Directory.GetFiles(Path.GetDirectoryName(At)!));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(At));
    }

    [Fact]
    public void A_file_that_is_there_is_left_to_whoever_was_first()
    {
        Assert.True(DurableFile.TryCreate(At, [1]));
        Assert.False(DurableFile.TryCreate(At, [2]));
        Assert.Equal([1], File.ReadAllBytes(At));
        Assert.Equal([At], Directory.GetFiles(Path.GetDirectoryName(At)!));
    }

    [Fact]
    public void What_cannot_get_its_name_leaves_nothing_beside_it()
    {
        Directory.CreateDirectory(At);
        Assert.ThrowsAny<Exception>(() => DurableFile.Write(At, [1]));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(At)!));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
