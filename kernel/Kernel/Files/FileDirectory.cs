using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Kernel.Files;

/// <summary>Answers other modules about stored files, and forgets them; the asker decides who may see what they belong to.</summary>
internal sealed class FileDirectory(IServiceScopeFactory scopes) : IFiles
{
    public async ValueTask<StoredFile?> Find(FileId id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System("files");
        var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        var row = await db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, ct);
        return row is null ? null : new StoredFile(row.Id, row.Sha256, row.Size, row.MediaType, row.By, row.Purpose);
    }

    public async Task Forget(FileId id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System("files");
        var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        if (await db.Files.FirstOrDefaultAsync(f => f.Id == id, ct) is not { } row)
            return;
        db.Files.Remove(row);
        db.Audit("file.forgotten", "file", id.ToString());
        await db.SaveChangesAsync(ct);
    }
}
