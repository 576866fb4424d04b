using Fourfold.Contracts;
using Fourfold.Kernel.Commands;
using Fourfold.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Patrols;

/// <summary>Finds the walk that a command of a phone is about; its walker's alone while it lasts.</summary>
internal sealed class Walks(ServeDb db, IFiles files)
{
    /// <summary>The walk.</summary>
    /// <exception cref="Refused">404 <c>patrol.unknown</c>, also for another's.</exception>
    public async Task<Patrol> Find(Guid target, CancellationToken ct)
    {
        var id = PatrolId.From(target);
        var walk = await db.Patrols.Include(p => p.CheckIns).FirstOrDefaultAsync(p => p.Id == id, ct);
        return walk is not null && (walk.Walker is null || walk.Walker == db.Actor.Person)
            ? walk
            : throw Refused.NotFound("patrol.unknown");
    }

    /// <summary>When it was done: the device's time, but never later than it came in.</summary>
    public static DateTimeOffset Earlier(DateTimeOffset device, DateTimeOffset received) =>
        device < received ? device : received;

    /// <summary>The pictures, which were stored before; 422 says which one was not.</summary>
    public async Task<IReadOnlyList<FileId>> Photos(IReadOnlyList<FileId>? ids, CancellationToken ct)
    {
        if (ids is null)
            return [];
        if (ids.Count > CheckIn.MostPhotos)
            throw Refused.Invalid("photos.too-many", "payload.photos").With("most", CheckIn.MostPhotos);
        foreach (var (index, id) in ids.Index())
            if (await files.Find(id, ct) is not { } stored)
                throw Refused.Invalid("file.unknown", $"payload.photos[{index}]").With("fileId", id.ToString());
            else if (!stored.MediaType.StartsWith("image/", StringComparison.Ordinal))
                throw Refused.Invalid("file.not-a-picture", $"payload.photos[{index}]");
        return [.. ids.Distinct()];
    }
}

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

/// <summary>打卡: somebody is at a point. The phone says how near and how sure; where exactly is not sent.</summary>
internal sealed class CheckInAt(PatrolDesk desk, Walks walks) : ICommandHandler<CheckInAt.Payload, ServeDb>
{
    /// <summary>A position that may be further off says nothing about a point.</summary>
    public const double WorstAccuracyMetres = 100;

    /// <param name="PointId">The point.</param>
    /// <param name="AccuracyMetres">How far the position may be off; not by hand.</param>
    /// <param name="DistanceMetres">From the position to the point's middle; not by hand, and not kept.</param>
    /// <param name="ByHand">The position was too poor; a picture stands for it.</param>
    /// <param name="Photos">Stored pictures; more may come by <c>patrol.add</c>.</param>
    public sealed record Payload(
        Guid PointId,
        double? AccuracyMetres = null,
        double? DistanceMetres = null,
        bool ByHand = false,
        IReadOnlyList<FileId>? Photos = null
    );

    public static string Kind => "patrol.check-in";
    public static string Permission => Contracts.Permission.PatrolsWalk;

    public async Task<int> Handle(Command<Payload> command, ServeDb db, CancellationToken ct)
    {
        var told = command.Payload;
        var walk = await walks.Find(command.Target, ct);
        var plan = await desk.Find(walk.Plan, ct);
        var point =
            plan.Points.Find(p => p.Id == told.PointId)
            ?? throw Refused.Invalid("patrol.point-unknown", "payload.pointId");
        if (!told.ByHand)
            CheckPlace(told, point);
        var checkIn = new CheckIn
        {
            PatrolId = walk.Id,
            PointId = point.Id,
            At = Walks.Earlier(command.DeviceTime, command.ReceivedAt),
            AccuracyMetres = told.ByHand ? null : Math.Round(told.AccuracyMetres ?? 0),
            ByHand = told.ByHand,
        };
        checkIn.Add(await walks.Photos(told.Photos, ct));
        walk.At(checkIn);
        plan.Walked(checkIn.At);
        return walk.Revision;
    }

    private static void CheckPlace(Payload told, PatrolPoint point)
    {
        if (told.AccuracyMetres is not (>= 0 and <= WorstAccuracyMetres))
            throw Refused.Invalid("patrol.too-inaccurate", "payload.accuracyMetres").With("most", WorstAccuracyMetres);
        // Near enough when the place may lie within the point's circle.
        if (told.DistanceMetres is not (>= 0) || told.DistanceMetres > point.RadiusMetres + told.AccuracyMetres)
            throw Refused.Invalid("patrol.too-far", "payload.distanceMetres").With("most", point.RadiusMetres);
    }
}

/// <summary>Pictures of a point whose signal was too weak to go with it.</summary>
internal sealed class AddToPatrol(Walks walks) : ICommandHandler<AddToPatrol.Payload, ServeDb>
{
    public sealed record Payload(Guid PointId, IReadOnlyList<FileId>? Photos = null);

    public static string Kind => "patrol.add";
    public static string Permission => Contracts.Permission.PatrolsWalk;

    public async Task<int> Handle(Command<Payload> command, ServeDb db, CancellationToken ct)
    {
        var walk = await walks.Find(command.Target, ct);
        walk.Add(command.Payload.PointId, await walks.Photos(command.Payload.Photos, ct));
        return walk.Revision;
    }
}

/// <summary>巡完了: the walk is over, whole or not.</summary>
internal sealed class FinishPatrol(Walks walks) : ICommandHandler<NoPayload, ServeDb>
{
    public static string Kind => "patrol.finish";
    public static string Permission => Contracts.Permission.PatrolsWalk;

    public async Task<int> Handle(Command<NoPayload> command, ServeDb db, CancellationToken ct)
    {
        var walk = await walks.Find(command.Target, ct);
        walk.Finish(Walks.Earlier(command.DeviceTime, command.ReceivedAt));
        db.Audit("patrol.finished", "patrol", walk.Id.ToString(), new { walk.Points, walk.Done });
        return walk.Revision;
    }
}
