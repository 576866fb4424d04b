using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fourfold.Coordinate.Cases.Machine;

/// <summary>Where a case stands. Written in kebab case everywhere outside this program.</summary>
[JsonConverter(typeof(Kebab<CaseState>))]
internal enum CaseState
{
    /// <summary>暂存.</summary>
    Draft,

    /// <summary>待受理.</summary>
    Reported,

    /// <summary>已受理.</summary>
    Accepted,

    /// <summary>待处置: a unit has it, nobody has begun.</summary>
    Assigned,

    /// <summary>处置中.</summary>
    InProgress,

    /// <summary>处置完毕, waiting for verification.</summary>
    Resolved,

    /// <summary>核查通过, waiting for the outcome and the requester's rating.</summary>
    Verified,

    /// <summary>已结案.</summary>
    Closed,

    /// <summary>已归档.</summary>
    Archived,

    /// <summary>不予受理.</summary>
    Rejected,

    /// <summary>作废, or merged into another.</summary>
    Void,

    /// <summary>已撤回.</summary>
    Withdrawn,
}

/// <summary>Questions about states.</summary>
internal static class CaseStates
{
    /// <summary>Somebody still has something to do. The clock runs in these.</summary>
    public static readonly IReadOnlyList<CaseState> Open =
    [
        CaseState.Reported,
        CaseState.Accepted,
        CaseState.Assigned,
        CaseState.InProgress,
        CaseState.Resolved,
        CaseState.Verified,
    ];

    /// <summary>Whether somebody still has something to do.</summary>
    public static bool IsOpen(this CaseState state) => state is >= CaseState.Reported and <= CaseState.Verified;

    /// <summary>As it is written outside, such as <c>in-progress</c>.</summary>
    public static string Code<T>(this T value)
        where T : struct, Enum => Codes<T>.ByValue[value];

    /// <summary>Reads what <see cref="Code{T}"/> writes; false for anything else.</summary>
    public static bool TryRead<T>(string code, out T value)
        where T : struct, Enum => Codes<T>.ByCode.TryGetValue(code, out value);

    private static class Codes<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>()
            .ToDictionary(v => v, v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));

        public static readonly Dictionary<string, T> ByCode = ByValue.ToDictionary(
            pair => pair.Value,
            pair => pair.Key,
            StringComparer.Ordinal
        );
    }
}

/// <summary>Enumerations as kebab-case strings in JSON; numbers are refused.</summary>
internal sealed class Kebab<T>()
    : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
