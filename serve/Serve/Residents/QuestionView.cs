using Fourfold.Contracts;
using Fourfold.Kernel.Privacy;

namespace Fourfold.Serve.Residents;

/// <summary>A question as a worker sees it.</summary>
/// <param name="Lines">The oldest first; the first is the resident's.</param>
internal sealed record QuestionView(
    QuestionId Id,
    GridId GridId,
    string GridName,
    [property: OneOf(typeof(QuestionStates))] string State,
    IReadOnlyList<QuestionLineView> Lines,
    DateTimeOffset AskedAt,
    DateTimeOffset LastAt,
    int Revision
) : IShowsPersonalData
{
    string IShowsPersonalData.SubjectKind => "question";
    string IShowsPersonalData.SubjectId => Id.ToString();
}

/// <summary>One line.</summary>
/// <param name="ByResident">Whether the resident wrote it.</param>
/// <param name="Name">Of the worker who wrote it, or null.</param>
internal sealed record QuestionLineView(bool ByResident, string? Name, string Text, DateTimeOffset At, Guid? Id);
