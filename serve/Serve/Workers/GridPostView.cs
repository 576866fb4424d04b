using Fourfold.Contracts;
using Fourfold.Kernel.Privacy;

namespace Fourfold.Serve.Workers;

/// <summary>Somebody who serves a grid, now or once.</summary>
/// <param name="OnDuty">Whether it is in force and these are hours of duty; null while it has no fixed hours.</param>
/// <param name="Away">The leave under way, or null.</param>
internal sealed record GridPostView(
    GridPostId Id,
    GridId GridId,
    string GridCode,
    string GridName,
    PersonId Person,
    string? PersonName,
    PostId Post,
    UnitId Unit,
    [property: OneOf(typeof(GridRoles))] string Role,
    IReadOnlyList<Shift> Shifts,
    DateTimeOffset From,
    DateTimeOffset? Until,
    bool? OnDuty,
    LeaveView? Away,
    bool Synthetic,
    int Revision
) : IShowsPersonalData
{
    string IShowsPersonalData.SubjectKind => "grid-post";
    string IShowsPersonalData.SubjectId => Id.ToString();
}

/// <summary>Who is away, and who stands in.</summary>
internal sealed record LeaveView(
    LeaveId Id,
    GridPostId Absent,
    GridPostId Deputy,
    PersonId? DeputyPerson,
    string? DeputyName,
    DateTimeOffset From,
    DateTimeOffset Until,
    int Revision
);
