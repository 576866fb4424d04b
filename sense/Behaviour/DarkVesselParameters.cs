using System.Text.Json;

namespace Fourfold.Behaviour;

/// <summary>Which vessels without a name on radar are told.</summary>
public sealed record DarkVesselParameters
{
    private static readonly ParameterTable<DarkVesselParameters> Table = new(
        new("confirmSeconds", "s", 10, 3600, p => p.ConfirmSeconds, (p, v) => p with { ConfirmSeconds = v }),
        new("clearSeconds", "s", 0, 3600, p => p.ClearSeconds, (p, v) => p with { ClearSeconds = v }),
        new("minimumSpeedKnots", "kn", 0, 100, p => p.MinimumSpeedKnots, (p, v) => p with { MinimumSpeedKnots = v }),
        new("existence", "1", 0.5, 0.999, p => p.Existence, (p, v) => p with { Existence = v }),
        new("shoreMetres", "m", 0, 200_000, p => p.ShoreMetres, (p, v) => p with { ShoreMetres = v }),
        new(
            "harbourBufferMetres",
            "m",
            0,
            10_000,
            p => p.HarbourBufferMetres,
            (p, v) => p with { HarbourBufferMetres = v }
        )
    );

    /// <summary>How long radar must have held it, s.</summary>
    public double ConfirmSeconds { get; init; } = 45;

    /// <summary>How long it must be slower, named, or elsewhere to be over, s.</summary>
    public double ClearSeconds { get; init; } = 60;

    /// <summary>Slower ones are left alone, knots.</summary>
    public double MinimumSpeedKnots { get; init; } = 4;

    /// <summary>Probability that there is something at all.</summary>
    public double Existence { get; init; } = 0.95;

    /// <summary>Those farther from the shore are left alone, metres.</summary>
    public double ShoreMetres { get; init; } = 20_000;

    /// <summary>Those so near to a harbour or anchorage are left alone, metres.</summary>
    public double HarbourBufferMetres { get; init; } = 500;

    /// <summary>Names, units and ranges.</summary>
    public static IReadOnlyList<ParameterSchema> Schema => Table.Schema;

    /// <summary>Reads an object of numbers; null with at least one problem when it cannot.</summary>
    public static DarkVesselParameters? Read(JsonElement json, List<ParameterProblem> problems) =>
        Table.Read(json, problems);

    /// <summary>Writes all as an object of numbers.</summary>
    public void Write(Utf8JsonWriter json) => Table.Write(json, this);
}
