using System.Text;
using Fourfold.Contracts;
using Fourfold.Geo;
using Fourfold.Kernel.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Kernel.Units;

/// <summary>All units in memory with their sectors read: at province size about 15,000 rows, of which few have a sector.</summary>
internal sealed partial class UnitDirectory(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    Shoreline? shore = null // Whoever knows the coast registers it; without one distances are straight.
) : IUnitDirectory
{
    private const int MaximumOthers = 5;

    // Another server of a cluster learns of a change within this time.
    private static readonly TimeSpan Remember = TimeSpan.FromSeconds(30);
    private Snapshot? known;

    public async ValueTask<UnitSummary?> Find(UnitId id, CancellationToken ct) =>
        (await Units(ct)).ById.TryGetValue(id, out var unit) ? unit.Row.Summary : null;

    public async ValueTask<string?> AreaPathAt(GeoPoint place, CancellationToken ct) =>
        AreaAt(await Units(ct), Position.FromDegrees(place.Latitude, place.Longitude));

    public async ValueTask<Routing?> Route(GeoPoint place, string department, CancellationToken ct)
    {
        var units = await Units(ct);
        var at = Position.FromDegrees(place.Latitude, place.Longitude);
        var area = AreaAt(units, at);
        var way = new Way(at, OffCoast(at));
        var ranked = units
            .All.Where(u => u.Row.Department == department)
            .Select(u => Judge(u, way, area, units))
            .OrderBy(r => r.Rank)
            .ThenByDescending(r => r.Held)
            .ThenBy(r => r.Metres ?? double.MaxValue)
            .ThenBy(r => r.Unit.Id.Value)
            .ToList();
        if (ranked.Count == 0)
            return null;
        var chosen = ranked[0];
        return new Routing(
            chosen.Unit,
            chosen.Code,
            chosen.Metres,
            [.. ranked.Skip(1).Take(MaximumOthers).Select(r => new RoutingCandidate(r.Unit, r.Code, r.Metres))]
        );
    }

    /// <summary>All units, in the order of their area and id.</summary>
    public async ValueTask<IReadOnlyList<Unit>> List(CancellationToken ct) =>
        [.. (await Units(ct)).All.Select(u => u.Row)];

    /// <summary>Forgets everything: called after each change of units.</summary>
    public void Forget() => Volatile.Write(ref known, null);

    // A sector says most, then the smallest area, then mere nearness; where a department has a branch, its head office waits.
    private Judged Judge(Placed unit, Way to, string? area, Snapshot units)
    {
        double? metres = unit.At is { } from ? Math.Round(from.DistanceTo(to.Place)) : null;
        if (unit.Sector?.Contains(to.Place) == true)
            return new Judged(unit.Row.Summary, "routing.sector", 0, 0, metres);
        var held = area is null
            ? 0
            : unit.Row.JurisdictionAreas.Where(a => area.StartsWith(a, StringComparison.Ordinal))
                .Max(a => (int?)a.Length)
                ?? 0;
        if (held > 0)
            return new Judged(unit.Row.Summary, "routing.area", 1, held, metres);
        var rank = units.HeadOffices.Contains(unit.Row.Id) ? 3 : 2;
        return unit.At is { } home && to.Coast is { } end
            ? new Judged(unit.Row.Summary, "routing.nearest", rank, 0, Math.Round(AlongCoast(home, end)))
            : new Judged(unit.Row.Summary, "routing.nearest-straight", rank, 0, metres);
    }

    // Areas have no outlines of their own yet: a place lies in the home area of the unit whose sector holds it.
    private static string? AreaAt(Snapshot units, Position at) =>
        units
            .Sectors.Where(u => u.Sector!.Contains(at)) // Only those with one are listed.
            .MaxBy(u => u.Row.AreaPath.Length)
            ?.Row.AreaPath;

    private async ValueTask<Snapshot> Units(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (Volatile.Read(ref known) is { } already && now < already.ReadAt + Remember)
            return already;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System("units");
        var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        var rows = await db.Units.AsNoTracking().ToListAsync(ct);
        var read = new Snapshot(
            [.. rows.OrderBy(u => u.AreaPath, StringComparer.Ordinal).ThenBy(u => u.Id.Value).Select(Place)],
            now
        );
        Volatile.Write(ref known, read);
        return read;
    }

    private static Placed Place(Unit unit)
    {
        MultiPolygon? sector = null;
        if (unit.JurisdictionGeometry is { } geometry)
            GeoJson.TryReadArea(Encoding.UTF8.GetBytes(geometry), out sector, out _); // Checked when it was written.
        Position? at = unit.Position is { } point ? Position.FromDegrees(point.Latitude, point.Longitude) : null;
        return new Placed(unit, sector, at);
    }

    private sealed record Placed(Unit Row, MultiPolygon? Sector, Position? At);

    private sealed record Judged(UnitSummary Unit, string Code, int Rank, int Held, double? Metres);

    private sealed class Snapshot(Placed[] all, DateTimeOffset readAt)
    {
        public Placed[] All { get; } = all;
        public DateTimeOffset ReadAt { get; } = readAt;
        public Dictionary<UnitId, Placed> ById { get; } = all.ToDictionary(u => u.Row.Id);
        public Placed[] Sectors { get; } = [.. all.Where(u => u.Sector is not null)];

        /// <summary>Units that have another of their department below them.</summary>
        public HashSet<UnitId> HeadOffices { get; } =
        [
            .. all.Where(u => u.Row.Parent is not null)
                .Join(all, u => u.Row.Parent, p => (UnitId?)p.Row.Id, (u, p) => (Child: u.Row, Parent: p.Row))
                .Where(pair => pair.Child.Department == pair.Parent.Department)
                .Select(pair => pair.Parent.Id),
        ];
    }
}
