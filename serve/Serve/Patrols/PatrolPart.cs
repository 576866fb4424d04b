using Fourfold.Contracts;
using Fourfold.Kernel.Commands;
using Fourfold.Kernel.Idempotency;
using Fourfold.Kernel.Jobs;
using Fourfold.Kernel.Notices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Serve.Patrols;

/// <summary>The module's part about walking a grid: plans, walks, and the ground they are walked on.</summary>
internal static class PatrolPart
{
    public static void AddPatrols(this IServiceCollection services)
    {
        services.AddScoped<PatrolDesk>();
        services.AddScoped<Walks>();
        services.Command<StartPatrol.Payload, StartPatrol, ServeDb>();
        services.Command<CheckInAt.Payload, CheckInAt, ServeDb>();
        services.Command<AddToPatrol.Payload, AddToPatrol, ServeDb>();
        services.Command<NoPayload, FinishPatrol, ServeDb>();
        services.RunEvery<DeletePatrols>("patrol-retention", TimeSpan.FromHours(1));
        services.TellOf("patrol-plan", Permission.GridsRead);
    }

    public static void MapPatrols(this IEndpointRouteBuilder api, IEndpointRouteBuilder grids)
    {
        ReadGround.Map(grids);
        var plans = api.MapGroup("/patrol-plans").WithTags("Patrols").Idempotently<ServeDb>();
        ListPatrolPlans.Map(plans);
        KeepPatrolPlan.Map(plans);
        ListPatrolDeletions.Map(api.MapGroup("/patrols").WithTags("Patrols"));
    }

    public static void Tables(ModelBuilder model, bool sqlite)
    {
        PatrolPlan.Map(model.Entity<PatrolPlan>());
        Patrol.Map(model.Entity<Patrol>());
        CheckIn.Map(model.Entity<CheckIn>());
        if (!sqlite)
            model.Entity<PatrolPlan>().Property(p => p.AreaPath).UseCollation("C"); // Pages go on by path: by byte.
    }
}
