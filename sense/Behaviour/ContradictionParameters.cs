using System.Text.Json;

namespace Fourfold.Behaviour;

/// <summary>When a contradiction between AIS and radar is told.</summary>
public sealed record ContradictionParameters
{
    private static readonly ParameterTable<ContradictionParameters> Table = new(
        new("confirmSeconds", "s", 0, 3600, p => p.ConfirmSeconds, (p, v) => p with { ConfirmSeconds = v }),
        new("clearSeconds", "s", 0, 3600, p => p.ClearSeconds, (p, v) => p with { ClearSeconds = v })
    );

    /// <summary>How long it must hold, s; what AIS and radar said before it counts is the tracker's.</summary>
    public double ConfirmSeconds { get; init; } = 5;

    /// <summary>How long it must not hold to be over, s.</summary>
    public double ClearSeconds { get; init; } = 120;

    /// <summary>Names, units and ranges.</summary>
    public static IReadOnlyList<ParameterSchema> Schema => Table.Schema;

    /// <summary>Reads an object of numbers; null with at least one problem when it cannot.</summary>
    public static ContradictionParameters? Read(JsonElement json, List<ParameterProblem> problems) =>
        Table.Read(json, problems);

    /// <summary>Writes all as an object of numbers.</summary>
    public void Write(Utf8JsonWriter json) => Table.Write(json, this);
}
