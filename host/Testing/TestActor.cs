using Fourfold.Contracts;

namespace Fourfold.Testing;

/// <summary>Somebody with a role in an area, acting for a purpose.</summary>
public sealed record TestActor(string Role, string AreaPath = "46", string Purpose = Purposes.SeaWatch)
{
    /// <summary>The person; another one for each new actor.</summary>
    public Guid Person { get; init; } = Guid.NewGuid();

    /// <summary>The post.</summary>
    public Guid Post { get; init; } = Guid.NewGuid();

    /// <summary>The unit.</summary>
    public Guid Unit { get; init; } = Guid.NewGuid();

    /// <summary>A duty officer of the province.</summary>
    public static TestActor DutyOfficer => new(Roles.DutyOfficer);

    /// <summary>An officer of a police station in the field.</summary>
    public static TestActor Responder(Guid unit) => new(Roles.Responder, Purpose: Purposes.FieldWork) { Unit = unit };
}
