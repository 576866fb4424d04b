using System.Collections.Concurrent;
using Fourfold.Forms;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Forms;

/// <summary>Versions of forms in memory, read: each is some tens of kilobytes, is never changed, and many are filled at once.</summary>
internal sealed class PublishedVersions
{
    /// <summary>More than a province fills in a month; when there are more, all are read anew.</summary>
    private const int Most = 200;

    private readonly ConcurrentDictionary<(string Code, int Number), PublishedVersion> read = new();

    /// <summary>One version, or null when there is none.</summary>
    public async ValueTask<PublishedVersion?> Find(ServeDb db, string code, int number, CancellationToken ct)
    {
        if (read.TryGetValue((code, number), out var known))
            return known;
        var row = await db
            .FormVersions.AsNoTracking()
            .FirstOrDefaultAsync(v => v.Code == code && v.Number == number, ct);
        if (row is null)
            return null;
        if (read.Count >= Most)
            read.Clear();
        return read[(code, number)] = new PublishedVersion(FormDesk.Read(row), row.Schema);
    }
}

/// <param name="Spec">What is asked.</param>
/// <param name="Schema">The JSON Schema it is judged by.</param>
internal sealed record PublishedVersion(FormSpec Spec, string Schema);
