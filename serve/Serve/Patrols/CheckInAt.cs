using Fourfold.Contracts;
using Fourfold.Kernel.Commands;
using Fourfold.Kernel.Problems;

namespace Fourfold.Serve.Patrols;

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
