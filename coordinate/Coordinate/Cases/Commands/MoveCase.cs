using Fourfold.Contracts;
using Fourfold.Coordinate.Cases.Machine;
using Fourfold.Kernel.Commands;
using Fourfold.Kernel.Problems;

namespace Fourfold.Coordinate.Cases.Commands;

/// <summary>A transition of a case from a phone, perhaps decided without a network: supervise, sign and whatever else needs no more than words.</summary>
internal sealed class MoveCase(CaseDesk desk, MoveReader moves)
    : ICommandHandler<TransitionCase.TransitionCaseRequest, CoordinateDb>
{
    public static string Kind => "case.transition";

    /// <summary>Each transition names its own besides.</summary>
    public static string Permission => Contracts.Permission.WorkOrdersRead;

    public async Task<int> Handle(
        Command<TransitionCase.TransitionCaseRequest> command,
        CoordinateDb db,
        CancellationToken ct
    )
    {
        var told = command.Payload;
        var act = desk.Now(command.ReceivedAt, command.DeviceTime);
        var transition =
            CaseMachine.Named(told.Transition)
            ?? throw Refused
                .Invalid("case.transition-unknown", "payload.transition")
                .With("known", CaseMachine.Transitions.Select(t => t.Name).ToArray());
        if (!transition.Permissions.Any(act.Actor.May))
            throw new Refused("permission.missing", 403).With("permission", transition.Permissions[0]);
        var found = await desk.Get(CaseId.From(command.Target), ct);
        if (told.ExpectedRevision is { } known && known != found.Revision)
            throw new Refused("revision.stale").With("expected", known).With("actual", found.Revision);
        found.Transition(await moves.Read(told, transition, found, act, ct), act);
        desk.Announce(found, transition.Name);
        return found.Revision;
    }
}
