using System.Text.Json;

namespace Fourfold.Behaviour;

/// <summary>When a ship counts as having gone dark where others are heard.</summary>
public sealed record AisSilenceParameters
{
    private static readonly ParameterTable<AisSilenceParameters> Table = new(
        new("floorSeconds", "s", 30, 7200, p => p.FloorSeconds, (p, v) => p with { FloorSeconds = v }),
        new("cadenceFactor", "1", 2, 100, p => p.CadenceFactor, (p, v) => p with { CadenceFactor = v }),
        new("othersHeard", "count", 1, 16, p => p.OthersHeard, (p, v) => p with { OthersHeard = v }),
        new(
            "othersWindowSeconds",
            "s",
            60,
            3600,
            p => p.OthersWindowSeconds,
            (p, v) => p with { OthersWindowSeconds = v }
        ),
        new("clearFixes", "count", 1, 10, p => p.ClearFixes, (p, v) => p with { ClearFixes = v }),
        new("minimumFixes", "count", 2, 100, p => p.MinimumFixes, (p, v) => p with { MinimumFixes = v }),
        new("minimumSpeedKnots", "kn", 0, 50, p => p.MinimumSpeedKnots, (p, v) => p with { MinimumSpeedKnots = v }),
        new(
            "harbourBufferMetres",
            "m",
            0,
            5000,
            p => p.HarbourBufferMetres,
            (p, v) => p with { HarbourBufferMetres = v }
        ),
        new("forgetSeconds", "s", 600, 86_400, p => p.ForgetSeconds, (p, v) => p with { ForgetSeconds = v }),
        new("heardAhead", "flag", 0, 1, p => p.HeardAhead ? 1 : 0, (p, v) => p with { HeardAhead = v != 0 }),
        new("classA", "flag", 0, 1, p => p.ClassA ? 1 : 0, (p, v) => p with { ClassA = v != 0 }),
        new("classB", "flag", 0, 1, p => p.ClassB ? 1 : 0, (p, v) => p with { ClassB = v != 0 })
    );

    /// <summary>Least silence that counts, s.</summary>
    public double FloorSeconds { get; init; } = 360;

    /// <summary>And so many times its own median interval.</summary>
    public double CadenceFactor { get; init; } = 12;

    /// <summary>So many others must have been heard within 8 km.</summary>
    public double OthersHeard { get; init; } = 3;

    /// <summary>Within this time, s.</summary>
    public double OthersWindowSeconds { get; init; } = 600;

    /// <summary>After so many new fixes the silence is over.</summary>
    public double ClearFixes { get; init; } = 2;

    /// <summary>Ships heard less often than this have no cadence of their own yet.</summary>
    public double MinimumFixes { get; init; } = 5;

    /// <summary>Slower ships are left alone, knots.</summary>
    public double MinimumSpeedKnots { get; init; } = 2;

    /// <summary>Harbours and anchorages reach so much farther, metres.</summary>
    public double HarbourBufferMetres { get; init; } = 300;

    /// <summary>One never heard again is closed after this, s.</summary>
    public double ForgetSeconds { get; init; } = 7200;

    /// <summary>Whether somebody must be heard where it would be by now, unless that is land: else it may have sailed out of range.</summary>
    public bool HeardAhead { get; init; } = true;

    /// <summary>Whether class A ships count.</summary>
    public bool ClassA { get; init; } = true;

    /// <summary>Whether class B ships count.</summary>
    public bool ClassB { get; init; } = true;

    /// <summary>Names, units and ranges.</summary>
    public static IReadOnlyList<ParameterSchema> Schema => Table.Schema;

    /// <summary>Reads an object of numbers; null with at least one problem when it cannot.</summary>
    public static AisSilenceParameters? Read(JsonElement json, List<ParameterProblem> problems) =>
        Table.Read(json, problems);

    /// <summary>Writes all as an object of numbers.</summary>
    public void Write(Utf8JsonWriter json) => Table.Write(json, this);
}
