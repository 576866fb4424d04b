using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Identity.Sessions;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Units;

/// <summary>Adds and changes units. Routing and the names in sessions follow at once.</summary>
internal static class WriteUnits
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/units", Add)
            .WithName("AddUnit")
            .WithTags("Units")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.UnitsWrite);
        api.MapPut("/units/{id}", Change)
            .WithName("ChangeUnit")
            .WithTags("Units")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.UnitsWrite);
    }

    private static async Task<Created<UnitView>> Add(
        UnitRequest request,
        KernelDb db,
        IAreaDirectory areas,
        UnitDirectory directory,
        CancellationToken ct
    )
    {
        var unit = new Unit
        {
            Id = Ids.New<UnitId>(db.Clock),
            Name = "",
            Department = "",
            AreaCode = "",
            AreaPath = "",
            Parent = null,
            JurisdictionAreas = [],
            JurisdictionGeometry = null,
            Latitude = null,
            Longitude = null,
            Synthetic = false,
        };
        request.Into(unit, areas);
        await RequireParent(db, unit, ct);
        db.Units.Add(unit);
        db.Audit("unit.added", "unit", unit.Id.ToString());
        db.WhenCommitted(directory.Forget);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/units/{unit.Id}", UnitView.Of(unit, withGeometry: true));
    }

    private static async Task<Ok<UnitView>> Change(
        UnitId id,
        UnitRequest request,
        ExpectedRevision expected,
        KernelDb db,
        IAreaDirectory areas,
        UnitDirectory directory,
        SessionDirectory sessions,
        CancellationToken ct
    )
    {
        var unit = await db.Units.FirstOrDefaultAsync(u => u.Id == id, ct) ?? throw Refused.NotFound("unit.unknown");
        expected.Meets(request.ExpectedRevision, unit.Revision, () => UnitView.Of(unit, withGeometry: true));
        request.Into(unit, areas);
        await RequireParent(db, unit, ct);
        unit.Revision++;
        db.Audit("unit.changed", "unit", unit.Id.ToString());
        db.WhenCommitted(directory.Forget);
        db.WhenCommitted(sessions.Forget);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(UnitView.Of(unit, withGeometry: true));
    }

    private static async Task RequireParent(KernelDb db, Unit unit, CancellationToken ct)
    {
        if (unit.Parent is { } parent && !await db.Units.AnyAsync(u => u.Id == parent, ct))
            throw Refused.Invalid("unit.unknown", "parentId");
    }
}
