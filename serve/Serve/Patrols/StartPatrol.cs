using Fourfold.Kernel.Commands;
using Fourfold.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Patrols;

/// <summary>开始巡查: a walk of a plan begins. A plan that was ended meanwhile is walked all the same: the walk was done.</summary>
internal sealed class StartPatrol(PatrolDesk desk) : ICommandHandler<StartPatrol.Payload, ServeDb>
{
    public sealed record Payload(PatrolPlanId PlanId);

    public static string Kind => "patrol.start";
    public static string Permission => Contracts.Permission.PatrolsWalk;

    public async Task<int> Handle(Command<Payload> command, ServeDb db, CancellationToken ct)
    {
        var plan = await desk.Find(command.Payload.PlanId, ct);
        var id = PatrolId.From(command.Target);
        if (id.Value.Version != 7)
            throw Refused.Invalid("patrol.id-not-v7", "target");
        if (await db.Patrols.AnyAsync(p => p.Id == id, ct))
            throw new Refused("patrol.begun");
        var walk = new Patrol
        {
            Id = id,
            Plan = plan.Id,
            AreaPath = plan.AreaPath,
            StartedAt = Walks.Earlier(command.DeviceTime, command.ReceivedAt),
            RecordedAt = command.ReceivedAt,
            Points = plan.Points.Count,
        };
        walk.BeginBy(db.Actor.Person);
        db.Patrols.Add(walk);
        return walk.Revision;
    }
}
