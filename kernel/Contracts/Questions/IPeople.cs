namespace Fourfold.Contracts;

/// <summary>Answers about people and posts. Kernel owns them.</summary>
public interface IPeople
{
    /// <summary>Names of people, for those ids that exist; read from memory where possible.</summary>
    ValueTask<IReadOnlyDictionary<PersonId, string>> Names(IReadOnlyCollection<PersonId> ids, CancellationToken ct);

    /// <summary>The post if it is in force now, or null.</summary>
    ValueTask<PostSummary?> FindPost(PostId id, CancellationToken ct);

    /// <summary>Posts in force with one of the roles, in units of an area or below it, by the people's names.</summary>
    /// <param name="roles">Roles.</param>
    /// <param name="areaPath">Path of the area.</param>
    /// <param name="text">Part of the name; empty for all.</param>
    /// <param name="most">1 … 200.</param>
    /// <param name="ct">Ends it.</param>
    ValueTask<IReadOnlyList<PostFound>> FindPosts(
        IReadOnlyCollection<string> roles,
        string areaPath,
        string text,
        int most,
        CancellationToken ct
    );
}

/// <summary>A person in a unit with a role, from a date until another.</summary>
public sealed record PostSummary(PostId Id, PersonId Person, UnitId Unit, string Role, string PersonName);

/// <summary>A post that was searched for, with the name of its unit.</summary>
public sealed record PostFound(PostSummary Post, string UnitName);
