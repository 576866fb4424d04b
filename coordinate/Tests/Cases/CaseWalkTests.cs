using CsCheck;
using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Coordinate.Cases.Machine;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Xunit;

namespace Fourfold.Coordinate.Tests.Cases;

/// <summary>People of every role try every transition in any order.</summary>
public sealed class CaseWalkTests
{
    private const int UnitsOfEachRole = 3;
    private const int Tries = 600;
    private const uint Stream = 46;
    private const ulong Seed = 2026;

    private static readonly UnitSummary[] Units = [Walker.Station, Walker.Province, Walker.Village];

    private static readonly Actor[] People =
    [
        .. Roles.All.SelectMany(role => Units.Take(UnitsOfEachRole).Select(unit => Somebody(role, unit))),
    ];

    private static readonly string[] Names = [.. CaseMachine.Transitions.Select(t => t.Name).Distinct(), "+issue"];

    // Every other try is one of those said to be allowed, or the walks would seldom come to the end.
    private static readonly Gen<(string Try, int Who, int Unit, int? Allowed)[]> Walks = Gen.Select(
        Gen.Int[0, Names.Length - 1].Select(n => Names[n]),
        Gen.Int[0, People.Length - 1],
        Gen.Int[0, Units.Length - 1],
        Gen.Int[0, 99].Select(n => n % 2 == 0 ? n : (int?)null)
    ).Array[20, 400];

    [Theory]
    [InlineData(Origins.Patrol, true)]
    [InlineData(Origins.Alert, false)]
    [InlineData(Origins.Citizen, false)]
    public void Whoever_tries_whatever_a_case_moves_only_as_the_table_says_and_loses_no_hand(string origin, bool draft)
    {
        var passed = new HashSet<string>();
        // The same walks each time: how far they come must not be luck.
        var chance = new PCG(Stream, Seed);
        for (var n = 0; n < Tries; n++)
        {
            var on = Walker.New(origin, draft);
            foreach (var (name, who, unit, pick) in Walks.Generate(chance, null, out _))
            {
                string[] allowed = [.. on.Allowed(Walker.By(People[who])).Select(t => t.Name)];
                var tried = pick is { } one && allowed.Length > 0 ? allowed[one % allowed.Length] : name;
                Try(on, tried, People[who], Units[unit], passed);
            }
        }
        // The walks come far enough to say something.
        Assert.Superset(
            new HashSet<string> { "sign", "verify_fail", "verify_pass", "reopen", "appeal", "archive" },
            passed
        );
    }

    private static void Try(Case on, string name, Actor who, UnitSummary unit, HashSet<string> passed)
    {
        var (state, revision, hands) = (on.State, on.Revision, on.Hands.Count);
        var handlers = on.Handlers.ToArray();
        try
        {
            if (name == "+issue")
                on.Issue(Walker.Work(unit), Walker.By(who));
            else
                Go(on, name, who, unit);
        }
        catch (Refused)
        {
            Assert.Equal((state, revision, hands), (on.State, on.Revision, on.Hands.Count));
            return;
        }
        passed.Add(name);
        Assert.Equal(revision + 1, on.Revision);
        CheckMove(on, name, who, state, handlers);
        CheckHands(on, hands);
        if (on.State is CaseState.Verified && on.Outcome is null)
            on.Conclude("confirmed", "other", "n", new Dictionary<AlertId, (string, string)>(), Walker.By(Walker.Desk));
    }

    private static void Go(Case on, string name, Actor who, UnitSummary unit)
    {
        var move = Walker.Full(name);
        on.Transition(name is "escalate" or "delegate" ? move : move with { Unit = unit }, Walker.By(who));
    }

    private static void CheckMove(Case on, string name, Actor who, CaseState from, PersonId[] handlers)
    {
        if (name != "+issue")
        {
            var row = CaseMachine.Find(from, name);
            Assert.NotNull(row);
            Assert.Equal(row.To ?? from, on.State);
            Assert.Contains(row.Permissions, who.May);
        }
        if (name is "verify_pass" or "verify_fail")
            Assert.DoesNotContain(who.Person!.Value, handlers); // Everybody here is a person.
    }

    private static void CheckHands(Case on, int before)
    {
        Assert.True(on.Hands.Count >= before, "a hand was lost");
        Assert.Equal(Enumerable.Range(1, on.Hands.Count), on.Hands.Select(h => h.Sequence));
        if (on.IsOpen || on.State is CaseState.Draft)
            Assert.Equal(on.OwnerUnit, Assert.Single(on.Hands, h => h.Role == Hand.Owner && h.Until is null).Unit);
        if (on.State is CaseState.Assigned or CaseState.InProgress)
            Assert.Equal(on.HandlingUnit, Assert.Single(on.Hands, h => h.Role == Hand.Handler && h.Until is null).Unit);
        if (!on.IsOpen && on.State is not CaseState.Draft)
            Assert.DoesNotContain(on.Hands, h => h.Until is null);
    }

    private static Actor Somebody(string role, UnitSummary unit) =>
        Actor.System("test") with
        {
            Kind = ActorKind.Person,
            Person = PersonId.From(Guid.NewGuid()),
            Role = role,
            AreaPath = unit.AreaPath,
            Unit = unit.Id,
            UnitName = unit.Name,
            Permissions = RolePermissions.Of(role),
        };
}
