using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Fourfold.Serve.Grids;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Fourfold.Serve.Residents;

/// <summary>The public address of a grid, made when it is first asked for; its code, a poster with it, and another address when a poster must go.</summary>
internal static class KeepDoor
{
    private static readonly string[] Papers = ["a4", "a6"];

    /// <param name="Grid">Which grid.</param>
    /// <param name="Address">Where residents ask.</param>
    /// <param name="MadeAt">Since when it is this one.</param>
    internal sealed record DoorView(GridId Grid, string Address, DateTimeOffset MadeAt, int Revision);

    internal sealed record RenewRequest(int? ExpectedRevision = null);

    public static void Map(IEndpointRouteBuilder grids)
    {
        grids
            .MapGet("/{id}/door", Read)
            .WithName("ReadDoor")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Needs(Permission.GridsRead);
        grids
            .MapPost("/{id}/door/renew", Renew)
            .WithName("RenewDoor")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .Needs(Permission.GridsWrite);
        grids
            .MapGet("/{id}/door/code.svg", Svg)
            .WithName("ReadDoorCode")
            .Produces<string>(StatusCodes.Status200OK, "image/svg+xml")
            .Needs(Permission.GridsRead);
        grids
            .MapGet("/{id}/door/code.png", Png)
            .WithName("ReadDoorPicture")
            .Produces<byte[]>(StatusCodes.Status200OK, "image/png")
            .Needs(Permission.GridsRead);
        grids
            .MapGet("/{id}/door/poster", Poster)
            .WithName("ReadDoorPoster")
            .Produces<string>(StatusCodes.Status200OK, "text/html")
            .Needs(Permission.GridsRead);
    }

    private static async Task<Ok<DoorView>> Read(GridId id, Doors doors, HttpContext http, CancellationToken ct)
    {
        var (_, door) = await doors.Of(id, ct);
        ExpectedRevision.Show(http, door.Revision);
        return TypedResults.Ok(doors.Show(door, http));
    }

    private static async Task<Ok<DoorView>> Renew(
        GridId id,
        RenewRequest request,
        ExpectedRevision known,
        Doors doors,
        ServeDb db,
        HttpContext http,
        CancellationToken ct
    )
    {
        var (_, door) = await doors.Of(id, ct);
        known.Meets(request.ExpectedRevision, door.Revision, () => doors.Show(door, http));
        door.Renew(db.Clock.GetUtcNow());
        db.Audit("grid-door.renewed", "grid", id.ToString(), new { door.Revision });
        await db.SaveChangesAsync(ct);
        ExpectedRevision.Show(http, door.Revision);
        return TypedResults.Ok(doors.Show(door, http));
    }

    private static async Task<ContentHttpResult> Svg(GridId id, Doors doors, HttpContext http, CancellationToken ct)
    {
        var (grid, door) = await doors.Of(id, ct);
        return TypedResults.Text(DoorCode.Svg(doors.AddressOf(door, http), grid.Name), "image/svg+xml");
    }

    private static async Task<FileContentHttpResult> Png(GridId id, Doors doors, HttpContext http, CancellationToken ct)
    {
        var (_, door) = await doors.Of(id, ct);
        return TypedResults.File(DoorCode.Png(doors.AddressOf(door, http)), "image/png");
    }

    private static async Task<ContentHttpResult> Poster(
        GridId id,
        string? paper,
        string? language,
        Doors doors,
        HttpContext http,
        CancellationToken ct
    )
    {
        var size = paper ?? Papers[0];
        if (!Papers.Contains(size, StringComparer.Ordinal))
            throw Refused.Invalid("request.unknown-value", "paper").With("known", Papers);
        var (grid, door) = await doors.Of(id, ct);
        var address = doors.AddressOf(door, http);
        return TypedResults.Text(
            DoorPoster.Write(ResidentWords.In(language), grid.Name, address, size),
            "text/html; charset=utf-8"
        );
    }
}

/// <summary>Finds the address of a grid of one's area, or makes it.</summary>
internal sealed class Doors(ServeDb db, GridDesk grids, IOptions<ServeOptions> options)
{
    /// <exception cref="Refused">404 <c>grid.unknown</c>; 409 <c>grid.closed</c>.</exception>
    public async Task<(Grid Grid, GridDoor Door)> Of(GridId id, CancellationToken ct)
    {
        var grid = await grids.Find(id, ct);
        grid.RequireOpen();
        if (await db.GridDoors.FirstOrDefaultAsync(d => d.Grid == id, ct) is { } found)
            return (grid, found);
        var made = new GridDoor
        {
            Grid = id,
            AreaPath = grid.AreaPath,
            Token = GridDoor.NewToken(),
            MadeAt = db.Clock.GetUtcNow(),
        };
        db.GridDoors.Add(made);
        db.Audit("grid-door.made", "grid", id.ToString());
        try
        {
            await db.SaveChangesAsync(ct);
            return (grid, made);
        }
        catch (DbUpdateConcurrencyException) // Somebody else asked at the same time, and made it.
        {
            db.ChangeTracker.Clear();
            return (grid, await db.GridDoors.FirstAsync(d => d.Grid == id, ct));
        }
    }

    public KeepDoor.DoorView Show(GridDoor door, HttpContext http) =>
        new(door.Grid, AddressOf(door, http), door.MadeAt, door.Revision);

    /// <summary>The whole address; the option says under which name residents reach the server, else the name of this request.</summary>
    public string AddressOf(GridDoor door, HttpContext http)
    {
        var root = options.Value.PublicUrl?.ToString().TrimEnd('/') ?? $"{http.Request.Scheme}://{http.Request.Host}";
        return $"{root}{ResidentPages.Root}/{door.Token}";
    }
}
