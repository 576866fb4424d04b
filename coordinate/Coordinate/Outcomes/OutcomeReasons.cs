using Fourfold.Contracts;
using Fourfold.Kernel.Problems;

namespace Fourfold.Coordinate.Outcomes;

/// <summary>The reasons of each outcome, as data. <c>other</c> needs a note.</summary>
internal static class OutcomeReasons
{
    /// <summary>Reasons by outcome.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> All = new Dictionary<
        string,
        IReadOnlyList<string>
    >(StringComparer.Ordinal)
    {
        [OutcomeCodes.Confirmed] =
        [
            "smuggled-live-animals",
            "smuggled-goods",
            "illegal-landing",
            "illegal-fishing",
            "closed-zone-entered",
            "ais-switched-off",
            "danger-removed",
            "complaint-true",
            "other",
        ],
        [OutcomeCodes.Refuted] =
        [
            "normal-fishing",
            "leisure",
            "licensed-transport",
            "official-vessel",
            "sensor-error",
            "wrong-identity",
            "complaint-untrue",
            "other",
        ],
        [OutcomeCodes.NotFound] = ["gone-before-arrival", "no-trace", "weather", "wrong-position", "other"],
        [OutcomeCodes.Undetermined] =
        [
            "left-the-area",
            "handed-to-other-authority",
            "evidence-insufficient",
            "case-rejected",
            "case-void",
            "case-withdrawn",
            "other",
        ],
        [OutcomeCodes.Partly] = ["part-of-complaint", "other"],
    };

    /// <summary>Refuses an outcome or reason that is not in the lists, or an <c>other</c> without words.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="reason">Its reason.</param>
    /// <param name="note">Words, or null.</param>
    /// <param name="at">Where the members are, such as <c>payload.</c>, for the located error.</param>
    /// <param name="outcomeField">How the outcome's member is called.</param>
    public static void Check(
        string? outcome,
        string? reason,
        string? note,
        string at = "",
        string outcomeField = "outcome"
    )
    {
        if (outcome is null || !All.TryGetValue(outcome, out var reasons))
            throw Refused.Invalid("outcome.unknown", at + outcomeField).With("known", All.Keys.ToArray());
        if (reason is null || !reasons.Contains(reason, StringComparer.Ordinal))
            throw Refused.Invalid("outcome.reason-unknown", at + "reason").With("known", reasons);
        if (reason == "other" && string.IsNullOrWhiteSpace(note))
            throw Refused.Invalid("outcome.note-missing", at + "note");
    }
}
