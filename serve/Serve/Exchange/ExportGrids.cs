using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Serve.Grids;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Exchange;

/// <summary>Grids of an area as a file: GeoJSON with boundaries, or a table without. Read and sent row by row.</summary>
internal static class ExportGrids
{
    private const int FlushBytes = 65_536;

    public static void Map(IEndpointRouteBuilder grids) =>
        grids
            .MapGet("/export", Handle)
            .WithName("ExportGrids")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.GridsRead);

    private static async Task Handle(
        [OneOf(typeof(GridFormats))] string format,
        string? area,
        HttpContext http,
        ServeDb db,
        CancellationToken ct
    )
    {
        if (!GridFormats.All.Contains(format))
            throw Refused.Invalid("request.unknown-value", "format").With("known", GridFormats.All);
        var rows = ListGrids.Chosen(db.Grids.AsNoTracking(), area, null, null, closed: false).OrderBy(g => g.Code);
        db.Audit("grids.exported", "grid", "*", new { format, area });
        await db.SaveChangesAsync(ct);
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"grids.{format}\"";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (format == GridFormats.GeoJson)
            await Features(rows, http, db, ct);
        else
            await Table(rows, format, http, db, ct);
    }

    private static async Task Features(IOrderedQueryable<Grid> rows, HttpContext http, ServeDb db, CancellationToken ct)
    {
        http.Response.ContentType = "application/geo+json";
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("type"u8, "FeatureCollection"u8);
        json.WriteStartArray("features"u8);
        var drawn =
            from g in rows
            join b in db.Boundaries
                on new { Id = g.Id, Number = g.Boundary } equals new { Id = b.GridId, b.Number }
                into present
            from b in present.DefaultIfEmpty()
            join p in db.Grids on g.Parent equals (GridId?)p.Id into parents
            from p in parents.DefaultIfEmpty()
            orderby g.Code
            select new
            {
                Grid = g,
                Geometry = (string?)b.Geometry,
                Parent = (string?)p.Code,
            };
        await foreach (var row in drawn.AsAsyncEnumerable().WithCancellation(ct))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "Feature"u8);
            json.WriteStartObject("properties"u8);
            json.WriteString("code"u8, row.Grid.Code);
            json.WriteString("name"u8, row.Grid.Name);
            json.WriteString("kind"u8, row.Grid.Kind);
            json.WriteString("use"u8, row.Grid.Use);
            json.WriteString("parent"u8, row.Parent);
            json.WriteNumber("households"u8, row.Grid.Households);
            json.WriteNumber("residents"u8, row.Grid.Residents);
            json.WriteBoolean("synthetic"u8, row.Grid.Synthetic);
            json.WriteEndObject();
            json.WritePropertyName("geometry"u8);
            if (row.Geometry is null)
                json.WriteNullValue();
            else
                json.WriteRawValue(row.Geometry);
            json.WriteEndObject();
            if (json.BytesPending < FlushBytes)
                continue;
            await json.FlushAsync(ct);
            await http.Response.BodyWriter.FlushAsync(ct);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static async Task Table(
        IOrderedQueryable<Grid> rows,
        string format,
        HttpContext http,
        ServeDb db,
        CancellationToken ct
    )
    {
        var parents = await db
            .Grids.Where(g => g.Parent != null)
            .Join(db.Grids, g => g.Parent, p => (GridId?)p.Id, (g, p) => new { g.Code, Parent = p.Code })
            .ToDictionaryAsync(g => g.Code, g => g.Parent, StringComparer.Ordinal, ct);
        await TableFile.Send(http, format, rows.AsEnumerable().Select(g => Cells(g, parents)), ct);
    }

    private static Dictionary<string, object?> Cells(Grid grid, Dictionary<string, string> parents) =>
        new(StringComparer.Ordinal)
        {
            ["code"] = grid.Code,
            ["name"] = SafeCell.Write(grid.Name),
            ["kind"] = grid.Kind,
            ["use"] = grid.Use,
            ["parent"] = parents.GetValueOrDefault(grid.Code),
            ["households"] = grid.Households,
            ["residents"] = grid.Residents,
            ["latitude"] = grid.Latitude,
            ["longitude"] = grid.Longitude,
            ["squareMetres"] = grid.SquareMetres,
            ["synthetic"] = grid.Synthetic,
        };
}
