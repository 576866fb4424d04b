using Fourfold.Contracts;
using Fourfold.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Patrols;

/// <summary>Finds the walk that a command of a phone is about; its walker's alone while it lasts.</summary>
internal sealed class Walks(ServeDb db, IFiles files)
{
    /// <summary>The walk.</summary>
    /// <exception cref="Refused">404 <c>patrol.unknown</c>, also for another's.</exception>
    public async Task<Patrol> Find(Guid target, CancellationToken ct)
    {
        var id = PatrolId.From(target);
        var walk = await db.Patrols.Include(p => p.CheckIns).FirstOrDefaultAsync(p => p.Id == id, ct);
        return walk is not null && (walk.Walker is null || walk.Walker == db.Actor.Person)
            ? walk
            : throw Refused.NotFound("patrol.unknown");
    }

    /// <summary>When it was done: the device's time, but never later than it came in.</summary>
    public static DateTimeOffset Earlier(DateTimeOffset device, DateTimeOffset received) =>
        device < received ? device : received;

    /// <summary>The pictures, which were stored before; 422 says which one was not.</summary>
    public async Task<IReadOnlyList<FileId>> Photos(IReadOnlyList<FileId>? ids, CancellationToken ct)
    {
        if (ids is null)
            return [];
        if (ids.Count > CheckIn.MostPhotos)
            throw Refused.Invalid("photos.too-many", "payload.photos").With("most", CheckIn.MostPhotos);
        foreach (var (index, id) in ids.Index())
            if (await files.Find(id, ct) is not { } stored)
                throw Refused.Invalid("file.unknown", $"payload.photos[{index}]").With("fileId", id.ToString());
            else if (!stored.MediaType.StartsWith("image/", StringComparison.Ordinal))
                throw Refused.Invalid("file.not-a-picture", $"payload.photos[{index}]");
        return [.. ids.Distinct()];
    }
}
