using System.Globalization;
using System.Text;
using Fourfold.Coordinate.Cases.Machine;
using Fourfold.Coordinate.Deadlines;
using Fourfold.Coordinate.WorkOrders;

namespace Fourfold.Coordinate.Tests.Cases;

/// <summary>Makes <c>docs/reference/states.md</c> from the tables the program runs by.</summary>
internal static class StatesDocument
{
    public static string Make()
    {
        var text = new StringBuilder();
        Head(text);
        Diagram(text);
        Transitions(text);
        Conditions(text);
        WorkOrders(text);
        Limits(text);
        return text.ToString();
    }

    private static void Head(StringBuilder text) =>
        text.Append(
            """
            # States of cases and work orders

            Made from the tables in `coordinate/Coordinate`; a test holds this page to them, and them to the domain's list. Renew it with `FOURFOLD_WRITE_DOCS=1` and that test. What is not here is refused with 409 `case.transition-refused`, `state` and `allowed`.

            ## Case


            """
        );

    private static void Diagram(StringBuilder text)
    {
        text.Append("```mermaid\nstateDiagram-v2\n    [*] --> reported\n    [*] --> draft\n");
        foreach (
            var group in CaseMachine
                .Transitions.Where(t => t.To is not null && t.From.Count == 1)
                .GroupBy(t => (t.From[0], t.To))
        )
            text.Append(
                CultureInfo.InvariantCulture,
                $"    {Id(group.Key.Item1)} --> {Id(group.Key.To!.Value)}: {string.Join(", ", group.Select(t => t.Name))}\n" // Filtered above.
            );
        text.Append("    note right of void: void, from any open state\n```\n\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"Open states, in which a case can be overdue, supervised and voided: {string.Join(" · ", CaseStates.Open.Select(s => $"`{s.Code()}`"))}.\n\n"
        );
    }

    private static void Transitions(StringBuilder text)
    {
        text.Append(
            "| from | transition | to | permission (any of) | must say | if | what it is |\n|---|---|---|---|---|---|---|\n"
        );
        foreach (var t in CaseMachine.Transitions)
        {
            var from = t.From.Count > 1 ? "any open" : $"`{t.From[0].Code()}`";
            var to = t.To is { } state ? $"`{state.Code()}`" : "the same";
            var roles = t.Roles.Count > 0 ? $"; only {string.Join(", ", t.Roles)}" : "";
            var says = t.Needs.Select(n => n == "reason" ? $"`reason` ({string.Join(", ", t.Reasons)})" : $"`{n}`");
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {from} | `{t.Name}` | {to} | {Codes(t.Permissions)}{roles} | {string.Join(", ", says)} | {Codes(t.Conditions.Select(c => c.Code()))} | {t.Meaning}{(t.StartsClock ? "; starts the clock" : "")} |\n"
            );
        }
    }

    private static void Conditions(StringBuilder text) =>
        text.Append(
            CultureInfo.InvariantCulture,
            $"""

            A condition that is not met is refused with 409 and the code `case.` and its name: {Codes(
                Enum.GetValues<Condition>().Select(c => $"case.{c.Code()}")
            )}. The reason `other` needs a `note`.

            Flags stand beside the state: `suspended` (挂起, the clock stands), `overdue` (超时), `supervised` (督办, with a yellow or red card), `whistle` (吹哨), `extended` (延期), `duplicate-of` (并案), `second-appeal` (二次诉求).

            ## Work order


            """
        );

    private static void WorkOrders(StringBuilder text)
    {
        text.Append("| from | step | to | by | what it is |\n|---|---|---|---|---|\n");
        foreach (var s in WorkOrderMachine.Steps)
        {
            var to = s.To is { } state ? $"`{state.Code()}`" : "the same";
            var by = s.ByUnit ? $"its unit, command `work-order.{s.Name}`" : "the desk";
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {Codes(s.From.Select(f => f.Code()))} | `{s.Name}` | {to} | {by} | {s.Meaning} |\n"
            );
        }
    }

    private static void Limits(StringBuilder text)
    {
        text.Append("\n## Deadlines\n\n| urgency | case | work order |\n|---|---|---|\n");
        foreach (var urgency in DeadlineRules.Case.Keys)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {urgency} {Urgency(urgency)} | {Limit(DeadlineRules.Case[urgency])} | {Limit(DeadlineRules.WorkOrder[urgency])} |\n"
            );
        text.Append(
            CultureInfo.InvariantCulture,
            $"\nA case's limit counts from acceptance (until then from opening) to 处置完毕 and stands while it is suspended or waits for verification. A work order is never due after its case. Warnings: {string.Join(", ", DeadlineRules.Levels.Select(l => $"{l.Code} at {l.Share * 100:0} %"))}; red marks it `overdue` and is told to the screens as `escalated`. Case limits are the published defaults of the Beijing 12345 draft standard (2021-12); work order limits are our own.\n"
        );
    }

    private static string Id(CaseState state) => state.Code().Replace('-', '_');

    private static string Codes(IEnumerable<string> codes) => string.Join(", ", codes.Select(c => $"`{c}`"));

    private static string Limit(TimeLimit limit) =>
        limit.WorkingDays is { } days
            ? $"{days} working days"
            : string.Create(CultureInfo.InvariantCulture, $"{limit.Hours:0} h");

    private static string Urgency(int urgency) =>
        urgency switch
        {
            1 => "特急",
            2 => "紧急",
            3 => "一般",
            _ => "疑难",
        };
}
