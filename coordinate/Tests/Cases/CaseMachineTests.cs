using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Coordinate.Cases.Machine;
using Fourfold.Kernel.Problems;
using Xunit;

namespace Fourfold.Coordinate.Tests.Cases;

public sealed class CaseMachineTests
{
    private static readonly string[] OurOwn = ["resume", "check_in", "supervise", "end_supervision"];

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var state in Enum.GetValues<CaseState>())
        foreach (var name in CaseMachine.Transitions.Select(t => t.Name).Distinct())
            pairs.Add(state.Code(), name);
        return pairs;
    }

    [Fact]
    public void Our_table_has_the_states_and_transitions_of_the_domain_and_four_of_our_own()
    {
        var domain = Domain();
        var theirs = domain.Transitions.Select(t => $"{t.From} {t.Name} {t.To}").Order().ToArray();
        var ours = CaseMachine
            .Transitions.Where(t => !OurOwn.Contains(t.Name))
            .SelectMany(t => t.From.Select(from => $"{Theirs(from)} {t.Name} {Theirs(t.To!.Value)}")) // Only ours have none.
            .Order()
            .ToArray();
        Assert.Equal(theirs, ours);
        Assert.Equal(domain.States.Order(), Enum.GetValues<CaseState>().Select(Theirs).Order());
        Assert.Equal(domain.Open.Order(), CaseStates.Open.Select(Theirs).Order());
    }

    [Fact]
    public void Limits_and_warnings_are_those_of_the_domain()
    {
        using var json = Read();
        var sla = json.RootElement.GetProperty("sla");
        Assert.Equal(
            sla.GetProperty("P1").GetProperty("respondH").GetDouble(),
            Coordinate.Deadlines.DeadlineRules.Case[1].Hours
        );
        Assert.Equal(
            sla.GetProperty("P2").GetProperty("respondH").GetDouble(),
            Coordinate.Deadlines.DeadlineRules.Case[2].Hours
        );
        Assert.Equal(
            sla.GetProperty("P3").GetProperty("days").GetInt32(),
            Coordinate.Deadlines.DeadlineRules.Case[3].WorkingDays
        );
        Assert.Equal(
            sla.GetProperty("P4").GetProperty("days").GetInt32(),
            Coordinate.Deadlines.DeadlineRules.Case[4].WorkingDays
        );
        Assert.Equal(
            [
                sla.GetProperty("warn").GetProperty("yellow").GetDouble(),
                sla.GetProperty("warn").GetProperty("red").GetDouble(),
            ],
            Coordinate.Deadlines.DeadlineRules.Levels.Select(l => l.Share)
        );
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_transition_moves_as_the_domain_says_or_is_refused_with_what_is_allowed(string from, string name)
    {
        Assert.True(CaseStates.TryRead<CaseState>(from, out var state));
        var expected = Expected(state, name);
        var origin = name is "rate" or "auto_close" ? Origins.Citizen : Origins.Alert;
        var on = Walker.At(state, origin);
        Prepare(on, name);
        var (revision, entries) = (on.Revision, on.Entries);

        if (expected is null)
        {
            var refused = Assert.Throws<Refused>(() => Walker.Go(on, name));
            Assert.Equal("case.transition-refused", refused.Code);
            Assert.Equal(409, refused.Status);
            Assert.Equal(from, refused.Parameters["state"]);
            Assert.DoesNotContain(name, Assert.IsType<string[]>(refused.Parameters["allowed"]));
            Assert.Equal((state, revision, entries), (on.State, on.Revision, on.Entries));
            return;
        }
        Walker.Go(on, name);
        Assert.Equal(expected, on.State);
        Assert.Equal(expected.Value.IsOpen(), on.IsOpen);
        Assert.True(on.Revision > revision && on.Entries > entries);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void What_is_said_to_be_allowed_can_be_done_and_nothing_else(string from, string name)
    {
        Assert.True(CaseStates.TryRead<CaseState>(from, out var state));
        var on = Walker.At(state);
        var by = Walker.By(
            name is "sign" or "resolve" or "check_in" or "resolve_on_spot" ? Walker.Handler : Walker.Desk
        );
        var said = on.Allowed(by).Any(t => t.Name == name);
        var done = true;
        try
        {
            on.Transition(Walker.Full(name), by);
        }
        catch (Refused)
        {
            done = false;
        }
        Assert.Equal(said, done);
    }

    [Fact]
    public void Every_transition_names_a_permission_and_every_reason_list_ends_with_other()
    {
        Assert.All(CaseMachine.Transitions, t => Assert.All(t.Permissions, p => Assert.Contains(p, Permission.All)));
        Assert.All(CaseMachine.Transitions, t => Assert.NotEmpty(t.Permissions));
        Assert.All(
            CaseMachine.Transitions.Where(t => t.Reasons.Count > 0 && t.Name != "return"),
            t => Assert.Equal("other", t.Reasons[^1])
        );
        Assert.All(CaseMachine.Transitions.Where(t => t.Needs.Contains("reason")), t => Assert.NotEmpty(t.Reasons));
    }

    [Fact]
    public void Somebody_can_make_every_transition()
    {
        Assert.All(
            CaseMachine.Transitions,
            t =>
                Assert.Contains(
                    Roles.All,
                    role =>
                        t.Permissions.Any(RolePermissions.Of(role).Contains)
                        && (t.Roles.Count == 0 || t.Roles.Contains(role))
                )
        );
    }

    // Flags that must be up or down before some transitions.
    private static void Prepare(Case on, string name)
    {
        if (name == "resume" && on.State is CaseState.InProgress)
            Walker.Go(on, "suspend");
        if (name == "check_in" && on.State is CaseState.InProgress)
            Walker.Go(on, "blow_whistle");
        if (name == "end_supervision" && on.IsOpen)
            Walker.Go(on, "supervise");
    }

    private static CaseState? Expected(CaseState from, string name)
    {
        if (OurOwn.Contains(name))
            return CaseMachine.Find(from, name) is null ? null : from;
        var row = Domain().Transitions.FirstOrDefault(t => t.From == Theirs(from) && t.Name == name);
        return row is null ? null : Enum.GetValues<CaseState>().Single(s => Theirs(s) == row.To);
    }

    private static string Theirs(CaseState state) => state.Code().Replace('-', '_').ToUpperInvariant();

    private static DomainMachine Domain()
    {
        using var json = Read();
        var root = json.RootElement;
        var open = root.GetProperty("open311Map")
            .GetProperty("open")
            .EnumerateArray()
            .Select(s => s.GetString()!)
            .ToArray(); // Strings.
        var rows = root.GetProperty("transitions")
            .EnumerateArray()
            .Select(t => new Row(t[0].GetString()!, t[1].GetString()!, t[2].GetString()!)); // Strings.
        return new DomainMachine(
            [.. root.GetProperty("states").EnumerateObject().Select(s => s.Name).Where(s => s != "flags")],
            [.. rows.SelectMany(r => r.From == "ANY_OPEN" ? open.Select(o => r with { From = o }) : [r])],
            open
        );
    }

    private static JsonDocument Read()
    {
        var file = SharedData.Find("data/grid/event-fsm.json");
        Assert.SkipWhen(file is null, "the domain's event-fsm.json is not beside this clone");
        return JsonDocument.Parse(File.ReadAllText(file));
    }

    private sealed record Row(string From, string Name, string To);

    private sealed record DomainMachine(string[] States, Row[] Transitions, string[] Open);
}
