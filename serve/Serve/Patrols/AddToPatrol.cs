using Fourfold.Contracts;
using Fourfold.Kernel.Commands;

namespace Fourfold.Serve.Patrols;

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
