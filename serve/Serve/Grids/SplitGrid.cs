using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Fourfold.Serve.Grids.Topology;
using Fourfold.Serve.Workers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Serve.Grids;

/// <summary>Divides a grid along lines: it keeps its code with the first part, the others are new grids. Proposed, tried, then done in one transaction.</summary>
internal static class SplitGrid
{
    /// <summary>Lines between the parts, from two places each; one less than there are parts.</summary>
    internal sealed record CutRequest(IReadOnlyList<IReadOnlyList<GeoPoint>> Cuts);

    /// <summary>What the parts are to be.</summary>
    /// <param name="Cuts">As in <see cref="CutRequest"/>.</param>
    /// <param name="Parts">The first keeps the grid's code.</param>
    /// <param name="ExpectedRevision">Revision of the grid that was looked at.</param>
    internal sealed record SplitRequest(
        IReadOnlyList<IReadOnlyList<GeoPoint>> Cuts,
        IReadOnlyList<PartRequest> Parts,
        int? ExpectedRevision = null
    );

    /// <summary>One part.</summary>
    /// <param name="Name">1 … 60 characters.</param>
    /// <param name="Households">Households.</param>
    /// <param name="Residents">Residents.</param>
    /// <param name="Workers">Who of the grid serves it; null in all parts: everybody serves each.</param>
    internal sealed record PartRequest(
        string Name,
        int Households,
        int Residents,
        IReadOnlyList<GridPostId>? Workers = null
    );

    /// <summary>What lines would make of a grid.</summary>
    /// <param name="Grid">The grid as it is.</param>
    /// <param name="Cuts">The lines.</param>
    /// <param name="Parts">The first to the left of the first line; they tile the grid.</param>
    internal sealed record SplitView(
        GridView Grid,
        IReadOnlyList<IReadOnlyList<GeoPoint>> Cuts,
        IReadOnlyList<PartView> Parts
    );

    /// <summary>One part; people are shared out by size, for nobody knows who lives where.</summary>
    internal sealed record PartView(JsonElement? Geometry, double SquareMetres, int Households, int Residents);

    /// <summary>What became of it: the grid itself, then the new ones.</summary>
    internal sealed record SplitDone(IReadOnlyList<GridView> Grids);

    public static void Map(IEndpointRouteBuilder grids)
    {
        grids
            .MapGet("/{id}/split", Propose)
            .WithName("ProposeSplit")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.GridsRead);
        grids
            .MapPost("/{id}/split/check", Check)
            .WithName("CheckSplit")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.GridsRead);
        grids
            .MapPost("/{id}/split", Split)
            .WithName("SplitGrid")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.GridsWrite);
    }

    private static async Task<Ok<SplitView>> Propose(
        GridId id,
        int? into,
        GridDesk desk,
        IAreaDirectory areas,
        CancellationToken ct
    )
    {
        var parts = into ?? 2;
        if (parts is < 2 or > GridCut.MostParts)
            throw Refused.Invalid("request.out-of-range", "into").With("minimum", 2).With("maximum", GridCut.MostParts);
        var grid = await desk.Find(id, ct);
        var area = await desk.Drawn(grid, ct);
        var plane = Plane.Around(area);
        var cuts = GridCut
            .Propose(plane.ToShape(area), parts)
            .Select(IReadOnlyList<GeoPoint> (line) => [.. line.Coordinates.Select(plane.ToPoint)])
            .ToList();
        return TypedResults.Ok(View(grid, area, cuts, areas));
    }

    private static async Task<Ok<SplitView>> Check(
        GridId id,
        CutRequest request,
        GridDesk desk,
        IAreaDirectory areas,
        CancellationToken ct
    )
    {
        var grid = await desk.Find(id, ct);
        return TypedResults.Ok(View(grid, await desk.Drawn(grid, ct), request.Cuts, areas));
    }

    private static SplitView View(
        Grid grid,
        Fourfold.Geo.MultiPolygon area,
        IReadOnlyList<IReadOnlyList<GeoPoint>> cuts,
        IAreaDirectory areas
    )
    {
        var outlines = Outlines(area, cuts);
        var sizes = outlines.Select(o => o.SquareMetres).ToList();
        var (households, residents) = (Shares(grid.Households, sizes), Shares(grid.Residents, sizes));
        return new SplitView(
            GridView.Of(grid, areas),
            cuts,
            [.. outlines.Select((o, i) => new PartView(Json.Of(o.GeoJson), sizes[i], households[i], residents[i]))]
        );
    }

    private static async Task<Ok<SplitDone>> Split(
        GridId id,
        SplitRequest request,
        ExpectedRevision known,
        GridDesk desk,
        HandOver handOver,
        ServeDb db,
        IAreaDirectory areas,
        CancellationToken ct
    )
    {
        var grid = await desk.Find(id, ct);
        known.Meets(request.ExpectedRevision, grid.Revision, () => GridView.Of(grid, areas));
        var outlines = Outlines(await desk.Drawn(grid, ct), request.Cuts);
        desk.Village(grid.VillageCode, db.Actor);
        await desk.RequireNoMicroGrids(grid, ct);
        if (request.Parts.Count != outlines.Length)
            throw Refused.Invalid("grid.parts-count", "parts").With("wanted", outlines.Length);
        var now = db.Clock.GetUtcNow();
        var codes = await GridRules.NextCodes(db, grid.VillageCode, outlines.Length - 1, ct);
        List<Grid> parts = [grid, .. codes.Select(code => New(grid, code, now))];
        for (var i = 0; i < parts.Count; i++)
        {
            var (part, wanted) = (parts[i], request.Parts[i]);
            part.Name = GridRules.Name(wanted.Name);
            part.Households = GridRules.People(wanted.Households, $"parts[{i}].households");
            part.Residents = GridRules.People(wanted.Residents, $"parts[{i}].residents");
            part.UpdatedAt = now;
            // What the whole had as faults was accepted with it; among themselves parts have none.
            await desk.Put(part, outlines[i], 0, ct);
        }
        grid.Revision++;
        db.Grids.AddRange(parts.Skip(1));
        await Serve(parts, request.Parts, handOver, now, ct);
        db.Audit("grid.split", "grid", id.ToString(), new { grid.Code, New = codes });
        foreach (var part in parts)
            db.Tell("grid", part.Id.ToString(), part.Revision, part == grid ? "redrawn" : "drawn", part.AreaPath);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new SplitDone([.. parts.Select(p => GridView.Of(p, areas))]));

        Grid New(Grid of, string code, DateTimeOffset at) =>
            new()
            {
                Id = Ids.New<GridId>(db.Clock),
                Code = code,
                Name = of.Name,
                Kind = of.Kind,
                Use = of.Use,
                Parent = of.Parent,
                AreaPath = of.Parent is null ? code : of.AreaPath,
                Synthetic = of.Synthetic,
                CreatedAt = at,
                UpdatedAt = at,
            };
    }

    // Nobody is left without a grid by it: who is to go is ended by name, elsewhere.
    private static async Task Serve(
        List<Grid> parts,
        IReadOnlyList<PartRequest> wanted,
        HandOver handOver,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var serving = await handOver.Serving(parts[0], now, ct);
        var everybody = wanted.All(w => w.Workers is null);
        for (var i = 0; i < wanted.Count; i++)
            foreach (var id in wanted[i].Workers ?? [])
                if (serving.TrueForAll(p => p.Id != id))
                    throw Refused.Invalid("grid-post.unknown", $"parts[{i}].workers").With("id", id);
        foreach (var post in serving)
        {
            var places = Enumerable
                .Range(0, parts.Count)
                .Where(i => everybody || wanted[i].Workers?.Contains(post.Id) == true)
                .ToList();
            if (places.Count == 0)
                throw Refused.Invalid("grid.worker-left-out", "parts").With("id", post.Id);
            foreach (var i in places.Where(i => i > 0))
                handOver.Join(post, parts[i], now);
            if (!places.Contains(0))
                HandOver.End(post, now);
        }
    }

    /// <summary>The parts that lines make, each a boundary that may be stored.</summary>
    /// <exception cref="Refused">422 <c>grid.cut-unfit</c>.</exception>
    private static Outline[] Outlines(Fourfold.Geo.MultiPolygon area, IReadOnlyList<IReadOnlyList<GeoPoint>> cuts)
    {
        if (cuts.Count is < 1 or >= GridCut.MostParts)
            throw Refused
                .Invalid("request.out-of-range", "cuts")
                .With("minimum", 1)
                .With("maximum", GridCut.MostParts - 1);
        for (var i = 0; i < cuts.Count; i++)
            if (cuts[i].Count is < 2 or > GridCut.MostCorners || cuts[i].Any(p => !p.IsValid))
                throw Refused.Invalid("grid.cut-unfit", $"cuts[{i}]");
        var plane = Plane.Around(area);
        var parts =
            GridCut.Parts(plane.ToShape(area), [.. cuts.Select(plane.ToLine)])
            ?? throw Refused.Invalid("grid.cut-unfit", "cuts");
        var outlines = new Outline[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            if (plane.ToArea(parts[i]) is not { } part || !Outline.TryMake(part, out outlines[i], out _))
                throw Refused.Invalid("grid.cut-unfit", "cuts");
        return outlines;
    }

    // Rounded so that the sum stays: each part ends where its share of the whole ends.
    private static int[] Shares(int people, List<double> sizes)
    {
        var (shares, whole, before, given) = (new int[sizes.Count], sizes.Sum(), 0.0, 0);
        for (var i = 0; i < shares.Length; i++)
        {
            before += sizes[i];
            var end = i == shares.Length - 1 ? people : (int)Math.Round(people * before / whole);
            (shares[i], given) = (end - given, end);
        }
        return shares;
    }
}
