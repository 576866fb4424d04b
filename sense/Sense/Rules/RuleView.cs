using Fourfold.Behaviour;
using Fourfold.Contracts;

namespace Fourfold.Sense.Rules;

/// <summary>A rule as it is now.</summary>
internal sealed record RuleView
{
    public required RuleId Id { get; init; }
    public required string Code { get; init; }

    [OneOf(1, 2, 3, 4)]
    public required int Level { get; init; }
    public required bool Enabled { get; init; }
    public required int Version { get; init; }

    /// <summary>All parameters, defaults filled in.</summary>
    public required IReadOnlyDictionary<string, double> Parameters { get; init; }

    /// <summary>Empty for all zones of fitting kinds.</summary>
    public required IReadOnlyList<ZoneId> ZoneIds { get; init; }
    public required IReadOnlyList<ParameterSchema> Schema { get; init; }

    /// <summary>From real alerts; when there were none, from simulated ones, and marked so.</summary>
    public required PrecisionView Precision { get; init; }

    public static RuleView Of(Rule rule, RuleVersion version)
    {
        var schema = DetectorKind.Find(rule.Code)?.Parameters ?? [];
        return new RuleView
        {
            Id = rule.Id,
            Code = rule.Code,
            Level = version.Level,
            Enabled = version.Enabled,
            Version = version.Version,
            Parameters = Whole(version.Parameters, schema),
            ZoneIds = version.ZoneIds,
            Schema = schema,
            Precision = PrecisionOf(rule),
        };
    }

    internal static Dictionary<string, double> Whole(
        IReadOnlyDictionary<string, double> said,
        IReadOnlyList<ParameterSchema> schema
    ) => schema.ToDictionary(p => p.Name, p => said.TryGetValue(p.Name, out var value) ? value : p.Default);

    private static PrecisionView PrecisionOf(Rule rule)
    {
        var real = rule.Real;
        var simulatedOnly = real.Confirmed + real.Refuted + real.NotFound + real.Undetermined == 0;
        return PrecisionView.Of(rule.CountsFor(simulatedOnly), simulatedOnly);
    }
}

/// <summary>One version of a rule.</summary>
internal sealed record RuleVersionView(
    int Version,
    IReadOnlyDictionary<string, double> Parameters,
    [OneOf(1, 2, 3, 4)] int Level,
    bool Enabled,
    IReadOnlyList<ZoneId> ZoneIds,
    string Note,
    string? By,
    DateTimeOffset At
);
