using Fourfold.Kernel.Commands;

namespace Fourfold.Serve.Patrols;

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
