using Fourfold.Contracts;

namespace Fourfold.Kernel.Identity;

/// <summary>Who acts in this request or job, under which post, for which purpose. Immutable; endpoints take it as a parameter.</summary>
public sealed record Actor
{
    /// <summary>Nobody: may reach only endpoints declared for anyone.</summary>
    public static readonly Actor Nobody = new() { Kind = ActorKind.Nobody };

    /// <summary>What kind of actor.</summary>
    public required ActorKind Kind { get; init; }

    /// <summary>The person, when one acts.</summary>
    public PersonId? Person { get; init; }

    /// <summary>The API key, when a program acts.</summary>
    public ApiKeyId? Key { get; init; }

    /// <summary>The session's id, when a person acts from a browser.</summary>
    public Guid? Session { get; init; }

    /// <summary>The post the session acts under.</summary>
    public PostId? Post { get; init; }

    /// <summary>Posts of people on leave whose work this one handles meanwhile.</summary>
    public IReadOnlyList<PostId> StandsInFor { get; init; } = [];

    /// <summary>The unit of that post.</summary>
    public UnitId? Unit { get; init; }

    /// <summary>The role of that post, or empty.</summary>
    public string Role { get; init; } = "";

    /// <summary>Display name of the person, name of the API key, or name of the job.</summary>
    public string Name { get; init; } = "";

    /// <summary>Name of the unit, or empty.</summary>
    public string UnitName { get; init; } = "";

    /// <summary>Path of the post's area; empty when there is none.</summary>
    public string AreaPath { get; init; } = "";

    /// <summary>The areas whose rows may be seen.</summary>
    public AreaScope Scope { get; init; } = AreaScope.Nothing;

    /// <summary>One of <see cref="Purposes"/>, or empty.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>What may be done.</summary>
    public IReadOnlySet<string> Permissions { get; init; } = new HashSet<string>();

    /// <summary>Follows one cause from sensor bytes or a request through log, event and audit.</summary>
    public string CorrelationId { get; init; } = "";

    /// <summary>Whether a permission is held.</summary>
    public bool May(string permission) => Permissions.Contains(permission);

    /// <summary>The program itself, in a named job: sees all areas, holds all permissions.</summary>
    public static Actor System(string job, string correlationId = "") =>
        new()
        {
            Kind = ActorKind.System,
            Name = job,
            Scope = AreaScope.Everything,
            Permissions = new HashSet<string>(Permission.All, StringComparer.Ordinal),
            CorrelationId = correlationId,
        };
}

/// <summary>What kind of actor it is.</summary>
public enum ActorKind
{
    /// <summary>Not signed in.</summary>
    Nobody,

    /// <summary>A person with a session.</summary>
    Person,

    /// <summary>A program with an API key.</summary>
    ApiKey,

    /// <summary>The server's own jobs and event handlers.</summary>
    System,
}

/// <summary>Holds the actor of one scope. Set once by the middleware or by a job before the scope is used.</summary>
public sealed class ActorHolder
{
    /// <summary>The actor; <see cref="Actor.Nobody"/> until set.</summary>
    public Actor Actor { get; set; } = Actor.Nobody;
}
