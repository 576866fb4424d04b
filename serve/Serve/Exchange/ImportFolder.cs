using Fourfold.Kernel.Storage;
using Microsoft.Extensions.Configuration;

namespace Fourfold.Serve.Exchange;

/// <summary>Where files of grids wait to be applied: <c>data/imports</c>, for their owner only.</summary>
internal sealed class ImportFolder(IConfiguration configuration)
{
    private readonly string folder = Path.Combine(configuration["Fourfold:Data"] ?? "data", "imports");

    /// <summary>A file to write; there is none of this id yet.</summary>
    public FileStream Create(Guid id)
    {
        PrivateFolder.Make(folder);
        return new FileStream(PathOf(id), DurableFile.ForOwner(FileMode.CreateNew));
    }

    public FileStream Open(Guid id) => new(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read);

    public void Remove(Guid id) => File.Delete(PathOf(id));

    private string PathOf(Guid id) => Path.Combine(folder, id.ToString("N"));
}
