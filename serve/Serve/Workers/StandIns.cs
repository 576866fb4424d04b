using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Serve.Workers;

/// <summary>Who stands in for whom just now, in memory: at province size a few hundred leaves that are not over.</summary>
internal sealed class StandIns(IServiceScopeFactory scopes, TimeProvider clock) : IStandIns
{
    /// <summary>Most leaves at once; beyond, the ones that end last stand back.</summary>
    private const int Most = 20_000;

    // Another server of a cluster learns of a change within this time.
    private static readonly TimeSpan Remember = TimeSpan.FromSeconds(30);
    private Known? known;

    public async ValueTask<IReadOnlyList<PostId>> StandsInFor(PostId deputy, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var read = await Read(now, ct);
        // Judged anew at each question, so that a leave ends by itself to the second.
        return [.. read.ByDeputy[deputy].Where(l => l.From <= now && now < l.Until).Select(l => l.Absent)];
    }

    public async ValueTask<IReadOnlyList<PostId>> DeputiesOf(PostId absent, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var read = await Read(now, ct);
        return [.. read.ByAbsent[absent].Where(l => l.From <= now && now < l.Until).Select(l => l.Deputy)];
    }

    /// <summary>Forgets all: called after each change of leaves.</summary>
    public void Forget() => Volatile.Write(ref known, null);

    private async ValueTask<Known> Read(DateTimeOffset now, CancellationToken ct)
    {
        if (Volatile.Read(ref known) is { } already && now < already.ReadAt + Remember)
            return already;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System("stand-ins");
        var db = scope.ServiceProvider.GetRequiredService<ServeDb>();
        var rows = await db
            .Leaves.AsNoTracking()
            .Where(l => l.Until > now)
            .OrderBy(l => l.Until)
            .Take(Most)
            .Select(l => new Row(l.DeputyPost, l.AbsentPost, l.From, l.Until))
            .ToListAsync(ct);
        var read = new Known(rows.ToLookup(r => r.Deputy), rows.ToLookup(r => r.Absent), now);
        Volatile.Write(ref known, read);
        return read;
    }

    private sealed record Row(PostId Deputy, PostId Absent, DateTimeOffset From, DateTimeOffset Until);

    private sealed record Known(ILookup<PostId, Row> ByDeputy, ILookup<PostId, Row> ByAbsent, DateTimeOffset ReadAt);
}
