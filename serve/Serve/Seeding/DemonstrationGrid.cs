using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Geo;
using Fourfold.Kernel.Demonstration;
using Fourfold.Kernel.Storage;
using Fourfold.Serve.Grids;
using Fourfold.Serve.Patrols;
using Fourfold.Serve.Workers;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Seeding;

/// <summary>
/// Gives the demonstration's grid worker and grid lead a grid with a patrol of today, so that a newcomer's phone shows what it
/// is for. In a province that was made up before, it is the first grid of the village.
/// </summary>
internal sealed class DemonstrationGrid(ServeDb db, GridDesk desk, IPeople people) : IDemonstrationSeed
{
    private const string Resource = "Fourfold.Serve.Seeding.Data.demonstration-grid.json";
    private const int CountyDigits = 6;
    private const int RadiusMetres = 60;

    public int Order => 320;

    public async Task Seed(CancellationToken ct)
    {
        var data = EmbeddedData.Json<Data>(typeof(DemonstrationGrid).Assembly, Resource);
        List<(PostSummary Post, string Role)> posts = [];
        foreach (var person in data.People)
        {
            var found = await people.FindPosts([person.PostRole], data.Village[..CountyDigits], person.Name, 1, ct);
            if (found is [var post])
                posts.Add((post.Post, person.Role));
        }
        var ids = posts.Select(p => p.Post.Id).ToArray();
        if (ids.Length == 0 || await db.GridPosts.AnyAsync(p => ids.Contains(p.Post), ct))
            return;
        var grid = await First(data.Village, ct) ?? await Draw(data, ct);
        foreach (var (post, role) in posts)
            db.GridPosts.Add(Serving(grid, post, role));
        if (grid.Position is { } middle)
            db.PatrolPlans.Add(Patrol(data.Patrol, grid, middle));
        db.Audit("demonstration.seeded", "grid", grid.Id.ToString());
        await db.SaveChangesAsync(ct);
    }

    private Task<Grid?> First(string village, CancellationToken ct) =>
        ListGrids
            .Chosen(db.Grids, village, q: null, GridKinds.Comprehensive, closed: false)
            .Where(g => g.Boundary > 0)
            .OrderBy(g => g.Code)
            .FirstOrDefaultAsync(ct);

    private async Task<Grid> Draw(Data data, CancellationToken ct)
    {
        var now = db.Clock.GetUtcNow();
        var code = (await GridRules.NextCodes(db, data.Village, 1, ct))[0];
        var grid = new Grid
        {
            Id = Ids.New<GridId>(db.Clock),
            Code = code,
            Name = data.Name,
            Kind = GridKinds.Comprehensive,
            AreaPath = code,
            Households = data.Households,
            Residents = data.Residents,
            Synthetic = true,
            CreatedAt = now,
            UpdatedAt = now,
        };
        var geometry = JsonSerializer.SerializeToElement(new { type = "Polygon", coordinates = new[] { data.Ring } });
        await desk.Put(grid, Outline.Read(geometry, "ring"), accepted: 0, ct);
        db.Grids.Add(grid);
        return grid;
    }

    private GridPost Serving(Grid grid, PostSummary post, string role) =>
        new()
        {
            Id = Ids.New<GridPostId>(db.Clock),
            GridId = grid.Id,
            AreaPath = grid.AreaPath,
            Person = post.Person,
            Post = post.Id,
            Unit = post.Unit,
            Role = role,
            Shifts = [],
            From = db.Clock.GetUtcNow(),
        };

    private PatrolPlan Patrol(Way way, Grid grid, GeoPoint middle)
    {
        var now = db.Clock.GetUtcNow();
        var frame = new LocalFrame(Position.FromDegrees(middle.Latitude, middle.Longitude));
        return new PatrolPlan
        {
            Id = Ids.New<PatrolPlanId>(db.Clock),
            GridId = grid.Id,
            AreaPath = grid.AreaPath,
            Name = way.Name,
            Points = [.. way.Points.Select(p => Point(p, frame))],
            EveryDays = way.EveryDays,
            ByHour = way.ByHour,
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    private PatrolPoint Point(Stop stop, LocalFrame frame)
    {
        var at = frame.ToPosition(new LocalPoint(stop.EastMetres, stop.NorthMetres));
        return new PatrolPoint(
            Ids.NewGuid(db.Clock),
            stop.Name,
            new GeoPoint(at.LatitudeDegrees, at.LongitudeDegrees),
            RadiusMetres
        );
    }

    private sealed record Data(
        string Village,
        string Name,
        int Households,
        int Residents,
        double[][] Ring,
        Somebody[] People,
        Way Patrol
    );

    private sealed record Somebody(string Name, string PostRole, string Role);

    private sealed record Way(string Name, int EveryDays, int ByHour, Stop[] Points);

    private sealed record Stop(string Name, double EastMetres, double NorthMetres);
}
