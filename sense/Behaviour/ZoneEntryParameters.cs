using System.Text.Json;

namespace Fourfold.Behaviour;

/// <summary>When a zone counts as entered and left.</summary>
public sealed record ZoneEntryParameters
{
    private static readonly ParameterTable<ZoneEntryParameters> Table = new(
        new("confirmSeconds", "s", 0, 600, p => p.ConfirmSeconds, (p, v) => p with { ConfirmSeconds = v }),
        new("clearSeconds", "s", 0, 3600, p => p.ClearSeconds, (p, v) => p with { ClearSeconds = v }),
        new("exitBufferMetres", "m", 0, 5000, p => p.ExitBufferMetres, (p, v) => p with { ExitBufferMetres = v }),
        new("insideProbability", "1", 0.5, 0.999, p => p.InsideProbability, (p, v) => p with { InsideProbability = v }),
        new(
            "outsideProbability",
            "1",
            0.001,
            0.5,
            p => p.OutsideProbability,
            (p, v) => p with { OutsideProbability = v }
        ),
        new("minimumSpeedKnots", "kn", 0, 100, p => p.MinimumSpeedKnots, (p, v) => p with { MinimumSpeedKnots = v }),
        new("maximumSpeedKnots", "kn", 0, 200, p => p.MaximumSpeedKnots, (p, v) => p with { MaximumSpeedKnots = v }),
        new("longestGapSeconds", "s", 10, 3600, p => p.LongestGapSeconds, (p, v) => p with { LongestGapSeconds = v }),
        new("forgetSeconds", "s", 60, 86_400, p => p.ForgetSeconds, (p, v) => p with { ForgetSeconds = v }),
        new(
            "appearingCounts",
            "flag",
            0,
            1,
            p => p.AppearingCounts ? 1 : 0,
            (p, v) => p with { AppearingCounts = v != 0 }
        ),
        new("classA", "flag", 0, 1, p => p.ClassA ? 1 : 0, (p, v) => p with { ClassA = v != 0 }),
        new("classB", "flag", 0, 1, p => p.ClassB ? 1 : 0, (p, v) => p with { ClassB = v != 0 }),
        new(
            "withoutTransponder",
            "flag",
            0,
            1,
            p => p.WithoutTransponder ? 1 : 0,
            (p, v) => p with { WithoutTransponder = v != 0 }
        )
    );

    /// <summary>How long it must be inside, s, counted from the crossing.</summary>
    public double ConfirmSeconds { get; init; } = 10;

    /// <summary>How long it must be outside, s.</summary>
    public double ClearSeconds { get; init; } = 30;

    /// <summary>How far out it must be to count as outside again, metres; twice its doubt at least.</summary>
    public double ExitBufferMetres { get; init; } = 150;

    /// <summary>Probability of being inside from which it counts as inside.</summary>
    public double InsideProbability { get; init; } = 0.9;

    /// <summary>Probability of being inside up to which it counts as outside.</summary>
    public double OutsideProbability { get; init; } = 0.3;

    /// <summary>Slower ones are left alone, knots; one that says no speed is not.</summary>
    public double MinimumSpeedKnots { get; init; }

    /// <summary>Faster ones are left alone, knots.</summary>
    public double MaximumSpeedKnots { get; init; } = 200;

    /// <summary>Between fixes farther apart the straight line is no evidence, s.</summary>
    public double LongestGapSeconds { get; init; } = 600;

    /// <summary>After the track ended inside, the episode stays open so long, s.</summary>
    public double ForgetSeconds { get; init; } = 1800;

    /// <summary>Whether a track that is first seen inside counts.</summary>
    public bool AppearingCounts { get; init; } = true;

    /// <summary>Whether class A ships count.</summary>
    public bool ClassA { get; init; } = true;

    /// <summary>Whether class B ships count.</summary>
    public bool ClassB { get; init; } = true;

    /// <summary>Whether things without a transponder (radar, camera) count.</summary>
    public bool WithoutTransponder { get; init; } = true;

    /// <summary>Names, units and ranges.</summary>
    public static IReadOnlyList<ParameterSchema> Schema => Table.Schema;

    /// <summary>Reads an object of numbers; null with at least one problem when it cannot.</summary>
    public static ZoneEntryParameters? Read(JsonElement json, List<ParameterProblem> problems) =>
        Table.Read(json, problems);

    /// <summary>Writes all as an object of numbers.</summary>
    public void Write(Utf8JsonWriter json) => Table.Write(json, this);
}
