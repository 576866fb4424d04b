using System.Text.Json;

namespace Fourfold.Behaviour;

/// <summary>A kind of detector: what the rules page lists and the module makes detectors from.</summary>
public sealed class DetectorKind
{
    private readonly Func<Rule, JsonElement, List<ParameterProblem>, IDetector?> make;

    private DetectorKind(
        string code,
        int defaultLevel,
        IReadOnlyList<ParameterSchema> parameters,
        Func<Rule, JsonElement, List<ParameterProblem>, IDetector?> make
    )
    {
        Code = code;
        DefaultLevel = defaultLevel;
        Parameters = parameters;
        this.make = make;
    }

    /// <summary>All kinds there are.</summary>
    public static IReadOnlyList<DetectorKind> All { get; } =
    [
        new(ZoneEntryDetector.DetectorCode, defaultLevel: 4, ZoneEntryParameters.Schema, MakeZoneEntry),
        new(AisSilenceDetector.DetectorCode, defaultLevel: 2, AisSilenceParameters.Schema, MakeAisSilence),
        new(DarkVesselDetector.DetectorCode, defaultLevel: 3, DarkVesselParameters.Schema, MakeDarkVessel),
        Contradiction(FalsePositionDetector.DetectorCode, 2, (rule, read) => new FalsePositionDetector(rule, read)),
        Contradiction(SwappedIdentityDetector.DetectorCode, 2, (rule, read) => new SwappedIdentityDetector(rule, read)),
        Contradiction(GhostVesselDetector.DetectorCode, 3, (rule, read) => new GhostVesselDetector(rule, read)),
    ];

    /// <summary>Stable code, such as <c>zone-entry</c>.</summary>
    public string Code { get; }

    /// <summary>Level of a rule that says nothing.</summary>
    public int DefaultLevel { get; }

    /// <summary>Its parameters with their ranges.</summary>
    public IReadOnlyList<ParameterSchema> Parameters { get; }

    /// <summary>The kind with a code; null for an unknown one.</summary>
    public static DetectorKind? Find(string code) => All.FirstOrDefault(kind => kind.Code == code);

    /// <summary>Makes a detector, or says what is wrong with the parameters; an empty object means all defaults.</summary>
    public IDetector? TryMake(Rule rule, JsonElement parameters, out IReadOnlyList<ParameterProblem> problems)
    {
        var found = new List<ParameterProblem>();
        problems = found;
        return make(rule, parameters, found);
    }

    private static IDetector? MakeZoneEntry(Rule rule, JsonElement json, List<ParameterProblem> problems) =>
        ZoneEntryParameters.Read(json, problems) is { } read ? new ZoneEntryDetector(rule, read) : null;

    private static DetectorKind Contradiction(
        string code,
        int level,
        Func<Rule, ContradictionParameters, IDetector> make
    ) =>
        new(
            code,
            level,
            ContradictionParameters.Schema,
            (rule, json, problems) => ContradictionParameters.Read(json, problems) is { } read ? make(rule, read) : null
        );

    private static IDetector? MakeDarkVessel(Rule rule, JsonElement json, List<ParameterProblem> problems) =>
        DarkVesselParameters.Read(json, problems) is { } read ? new DarkVesselDetector(rule, read) : null;

    private static IDetector? MakeAisSilence(Rule rule, JsonElement json, List<ParameterProblem> problems) =>
        AisSilenceParameters.Read(json, problems) is { } read ? new AisSilenceDetector(rule, read) : null;
}
