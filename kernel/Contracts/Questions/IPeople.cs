namespace Fourfold.Contracts;

/// <summary>Answers about people and posts. Kernel owns them.</summary>
public interface IPeople
{
    /// <summary>Names of people, for those ids that exist; read from memory where possible.</summary>
    ValueTask<IReadOnlyDictionary<PersonId, string>> Names(IReadOnlyCollection<PersonId> ids, CancellationToken ct);

    /// <summary>The post if it is in force now, or null.</summary>
    ValueTask<PostSummary?> FindPost(PostId id, CancellationToken ct);
}

/// <summary>A person in a unit with a role, from a date until another.</summary>
public sealed record PostSummary(PostId Id, PersonId Person, UnitId Unit, string Role, string PersonName);
