using System.Globalization;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Serve.Grids;
using Fourfold.Serve.Grids.Topology;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Exchange;

/// <summary>What a file would do, row by row, and what is wrong with it. Changes nothing.</summary>
internal sealed class ImportCheck(ServeDb db, IAreaDirectory areas)
{
    private readonly List<ImportFault> faults = [];

    /// <summary>What is wrong, in the order it was found.</summary>
    public IReadOnlyList<ImportFault> Faults => faults;

    /// <summary>Looks a file through.</summary>
    /// <param name="rows">Its rows.</param>
    /// <param name="scope">Where who brought it may draw.</param>
    /// <param name="report">Told after some hundred rows; may throw to stop.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<ImportPlan> Look(
        IEnumerable<GridRow> rows,
        AreaScope scope,
        Func<int, Task> report,
        CancellationToken ct
    )
    {
        var known = await db.Grids.ToDictionaryAsync(g => g.Code, StringComparer.Ordinal, ct);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var plan = new ImportPlan([], []);
        foreach (var row in rows)
        {
            if (row.Row % 500 == 0)
                await report(row.Row);
            if (seen.Count >= GridFile.MostRows)
            {
                Fault(row.Row, null, "import.too-many-rows", null);
                break;
            }
            var isOutline = OutlineCheck.IsOne(row);
            if ((isOutline ? row.Code?.Trim() : Code(row, scope)) is not { } code)
                continue;
            if (!seen.TryAdd(code, row.Row))
                Fault(row.Row, "code", "import.code-twice", $"{code} ({seen[code]})");
            else if (isOutline)
            {
                if (Read(row, () => OutlineCheck.Read(row, scope, areas)) is var (path, outline))
                    plan.Outlines.Add(new PlannedOutline(path, outline, await db.Outlines.FindAsync([path], ct)));
            }
            else if (Plan(row, code, known.GetValueOrDefault(code)) is { } one)
                plan.Grids.Add(one);
        }
        Parents(plan.Grids, known);
        await Tiles(plan, report, ct);
        return plan;
    }

    // The same rules as for one grid; here what they refuse is a line of the list.
    private T? Read<T>(GridRow row, Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Refused refused)
        {
            Fault(
                row.Row,
                refused.Parameters.GetValueOrDefault("field") as string,
                refused.Parameters.GetValueOrDefault("cause") as string ?? refused.Code,
                refused.Parameters.GetValueOrDefault("path") as string,
                Place(refused)
            );
            return null;
        }
    }

    private string? Code(GridRow row, AreaScope scope)
    {
        var code = row.Code?.Trim();
        if (
            code is not { Length: 15 }
            || !code.All(char.IsAsciiDigit)
            || code.EndsWith("000", StringComparison.Ordinal)
        )
            return Fault(row.Row, "code", "grid.code-malformed", row.Code);
        if (areas.Find(code[..12]) is null)
            return Fault(row.Row, "code", "grid.village-unknown", code[..12]);
        return scope.Holds(code[..12]) ? code : Fault(row.Row, "code", "area.out-of-scope", code);
    }

    private PlannedGrid? Plan(GridRow row, string code, Grid? known)
    {
        var before = faults.Count;
        if (known?.ClosedAt is not null)
            Fault(row.Row, "code", "grid.closed", code);
        var kind = row.Kind ?? known?.Kind ?? GridKinds.Comprehensive;
        if (!GridKinds.All.Contains(kind))
            Fault(row.Row, "kind", "request.unknown-value", row.Kind);
        else if (known is not null && kind != known.Kind)
            Fault(row.Row, "kind", "import.kind-changed", row.Kind);
        var use = row.Use ?? known?.Use;
        if (kind == GridKinds.Special != use is not null || (use is not null && !SpecialUses.All.Contains(use)))
            Fault(row.Row, "use", "grid.use-unfit", row.Use);
        var name = (row.Name ?? known?.Name)?.Trim();
        if (name is not { Length: > 0 and <= Grid.LongestName })
            Fault(row.Row, "name", "grid.name-length", row.Name);
        var households = Number(row, "households", row.Households, known?.Households);
        var residents = Number(row, "residents", row.Residents, known?.Residents);
        var outline = row.Geometry is { } geometry ? Read(row, () => Outline.Read(geometry, "geometry")) : null;
        return faults.Count > before || name is null
            ? null
            : new PlannedGrid(row.Row, code, name, kind, use, row.Parent, households, residents, outline, known);
    }

    private int Number(GridRow row, string column, string? text, int? known)
    {
        if (text is null)
            return known ?? 0;
        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= Grid.MostPeople
        )
            return number;
        Fault(row.Row, column, "request.out-of-range", text);
        return 0;
    }

    private void Parents(List<PlannedGrid> planned, Dictionary<string, Grid> known)
    {
        var byCode = planned.ToDictionary(p => p.Code, StringComparer.Ordinal);
        foreach (var one in planned.Where(p => p.Known is null))
        {
            if (one.Kind != GridKinds.Micro)
            {
                if (one.Parent is not null)
                    Fault(one.Row, "parent", "grid.parent-not-wanted", one.Parent);
                continue;
            }
            var kind =
                one.Parent is null ? null
                : byCode.TryGetValue(one.Parent, out var beside) ? beside.Kind
                : known.TryGetValue(one.Parent, out var there) && there.ClosedAt is null ? there.Kind
                : null;
            if (kind != GridKinds.Comprehensive || one.Parent?[..12] != one.Code[..12])
                Fault(one.Row, "parent", one.Parent is null ? "grid.parent-missing" : "grid.parent-unfit", one.Parent);
        }
    }

    // Village by village: those of the file, and beside them those that stay as they are.
    private async Task Tiles(ImportPlan plan, Func<int, Task> report, CancellationToken ct)
    {
        var parents = new ParentOutlines(db);
        var brought = plan.Outlines.ToDictionary(o => o.Path, o => o.Outline.Area, StringComparer.Ordinal);
        var drawn = plan.Grids.Where(p => p.Outline is not null && p.Kind != GridKinds.Micro);
        foreach (var village in drawn.GroupBy(p => p.Code[..12], StringComparer.Ordinal))
        {
            await report(village.First().Row);
            var rowOf = village.ToDictionary(p => p.Code, p => p.Row, StringComparer.Ordinal);
            var plane = Plane.Around(village.First().Outline!.Area); // Chosen above.
            var shapes = village.Select(p => new GridShape(p.Code, plane.ToShape(p.Outline!.Area))).ToList();
            var (low, high) = AreaScope.Below(village.Key);
            var staying = await db
                .Boundaries.AsNoTracking()
                .Where(b => b.Until == null && !b.Micro)
                .Where(b => string.Compare(b.AreaPath, low) >= 0 && string.Compare(b.AreaPath, high) < 0)
                .Select(b => new { b.AreaPath, b.Geometry })
                .ToListAsync(ct);
            shapes.AddRange(
                staying
                    .Where(b => !rowOf.ContainsKey(b.AreaPath))
                    .Select(b => new GridShape(b.AreaPath, plane.ToShape(Outline.Stored(b.Geometry))))
            );
            var parent = await parents.Of(village.Key, ct, brought);
            foreach (var fault in TopologyCheck.OfAll(shapes, parent, plane).Where(f => f.Code != TopologyCodes.Gap))
                if (Row(rowOf, fault) is { } row)
                    Fault(row, "geometry", fault.Code, fault.Other, fault.Place);
        }
    }

    private static int? Row(Dictionary<string, int> rows, TopologyFault fault) =>
        fault.Grid is { } grid && rows.TryGetValue(grid, out var own) ? own
        : fault.Other is { } other && rows.TryGetValue(other, out var its) ? its
        : null;

    private static GeoPoint? Place(Refused refused) =>
        refused.Parameters.GetValueOrDefault("latitude") is double latitude
        && refused.Parameters.GetValueOrDefault("longitude") is double longitude
            ? new GeoPoint(latitude, longitude)
            : null;

    // Always null, to be returned.
    private string? Fault(int row, string? column, string code, string? value, GeoPoint? place = null)
    {
        faults.Add(new ImportFault(row, column, code, value is { Length: > 60 } ? value[..60] : value, place));
        return null;
    }
}

/// <summary>What a file would do.</summary>
internal sealed record ImportPlan(List<PlannedGrid> Grids, List<PlannedOutline> Outlines);

/// <summary>What one row would do.</summary>
internal sealed record PlannedGrid(
    int Row,
    string Code,
    string Name,
    string Kind,
    string? Use,
    string? Parent,
    int Households,
    int Residents,
    Outline? Outline,
    Grid? Known
)
{
    /// <summary>Whether it changes what is there.</summary>
    public bool Changes =>
        Known is null
        || Outline is not null
        || Name != Known.Name
        || Use != Known.Use
        || Households != Known.Households
        || Residents != Known.Residents;
}
