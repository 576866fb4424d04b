using Fourfold.Coordinate.WorkOrders;

namespace Fourfold.Coordinate.Cases;

/// <summary>The six steps from what was seen to what became of it.</summary>
internal static class CaseStepper
{
    /// <summary>Steps not reached yet have no time; a case without an alert begins with the case.</summary>
    public static IReadOnlyList<Step> Of(Case of)
    {
        var steps = new List<Step>(6);
        if (of.Alerts.MinBy(a => a.Copy.RaisedAt)?.Copy is { } first)
        {
            steps.Add(
                new Step("observation", first.FirstObservedAt, "step.observed", Say("source", first.Subject.Source))
            );
            steps.Add(new Step("track", first.TrackedAt, "step.tracked", Say("trackId", first.TrackId)));
            steps.Add(
                new Step(
                    "alert",
                    first.RaisedAt,
                    "step.alerted",
                    new Dictionary<string, object?>(StringComparer.Ordinal)
                    {
                        ["number"] = first.Number,
                        ["level"] = first.Level,
                        ["rule"] = first.RuleCode,
                        ["count"] = of.Alerts.Count,
                    }
                )
            );
        }
        steps.Add(new Step("case", of.RecordedAt, "step.opened", Say("number", of.Number)));
        steps.Add(
            new Step(
                "workOrder",
                of.WorkOrders.Count > 0 ? of.WorkOrders.Min(w => w.IssuedAt) : null,
                "step.work-orders",
                new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["count"] = of.WorkOrders.Count,
                    ["done"] = of.WorkOrders.Count(w => w.State is WorkOrderState.Reported or WorkOrderState.Verified),
                }
            )
        );
        steps.Add(new Step("outcome", of.OutcomeAt, "step.outcome", Say("outcome", of.Outcome)));
        return steps;
    }

    private static Dictionary<string, object?> Say(string name, object? value) =>
        new(StringComparer.Ordinal) { [name] = value };
}
