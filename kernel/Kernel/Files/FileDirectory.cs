using Fourfold.Contracts;
using Fourfold.Kernel.Files.Sealed;
using Fourfold.Kernel.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Kernel.Files;

/// <summary>Answers other modules about stored files, and forgets them; the asker decides who may see what they belong to.</summary>
internal sealed class FileDirectory(IServiceScopeFactory scopes, FileSealer sealer, ContentFolder folder)
    : IFiles,
        ISealedFiles
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
        // Nothing else is sealed with its key, so that no other row names the bytes.
        if (row.IsSealed)
            folder.Delete(row.Sha256);
    }

    public async Task<bool> Seal(FileId id, string area, string place, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(place.Length, FileRow.LongestPlace);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System("files");
        var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        if (await db.Files.FirstOrDefaultAsync(f => f.Id == id, ct) is not { } row)
            return false;
        if (row.SealedFor == place)
            return true;
        if (row.IsSealed && row.SealedFor != FileSealer.Nowhere)
            return false;
        var plain = row.IsSealed ? null : row.Sha256;
        if (await Sealed(row, area, place, ct) is not { } bytes)
            return false;
        row.Seal(bytes, place);
        db.Audit("file.sealed", "file", id.ToString(), new { bytes.KeyId });
        await db.SaveChangesAsync(ct);
        // At once, not with the next sweep; another file of the same content keeps them.
        var since = folder.Stored;
        if (plain is not null && !await db.Files.AnyAsync(f => f.Sha256 == plain, ct))
            folder.Delete(plain, since);
        return true;
    }

    public async Task<OpenedFile?> Open(FileId id, string place, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System("files");
        var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        var row = await db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.Id == id && f.SealedFor == place, ct);
        if (row is null || await sealer.Open(row, ct) is not { } content)
            return null;
        var name = $"{id}.{FileCheck.ExtensionOf(row.MediaType)}";
        return new OpenedFile(content, row.MediaType, name, row.StoredAt);
    }

    // What came plain is from a client that does not know better.
    private async Task<SealedBytes?> Sealed(FileRow row, string area, string place, CancellationToken ct)
    {
        if (row.IsSealed)
            return await sealer.Move(row, area, place, ct);
        await using var plain = folder.Open(row.Sha256);
        return plain is null ? null : await sealer.Close(row.Id, area, place, plain, ct);
    }
}
