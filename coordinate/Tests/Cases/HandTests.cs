using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Coordinate.Cases.Machine;
using Fourfold.Coordinate.WorkOrders;
using Fourfold.Kernel.Problems;
using Xunit;

namespace Fourfold.Coordinate.Tests.Cases;

/// <summary>Through whose hands a case goes.</summary>
public sealed class HandTests
{
    private static readonly Act Desk = Walker.By(Walker.Desk);
    private static readonly Act Officer = Walker.By(Walker.Handler);

    [Fact]
    public void Work_issued_after_a_transfer_is_not_counted_as_a_return()
    {
        var on = InProgress();
        on.Transition(Walker.Full("transfer") with { Unit = Walker.Village }, Desk);
        on.Issue(Walker.Work(Walker.Village), Walker.By(Walker.Desk));
        Assert.Equal((CaseState.Assigned, 0), (on.State, on.Returns));
        Assert.Equal(Walker.Village.Id, on.HandlingUnit);
        Assert.Equal(2, on.Hands.Count(h => h.Role == Hand.Handler));
    }

    [Fact]
    public void A_further_round_is_not_counted_as_a_return()
    {
        var on = InProgress();
        on.Step(on.WorkOrders[0], Walker.Step("report", Officer), Officer);
        Walker.Go(on, "verify_pass");
        Walker.Go(on, "reopen");
        on.Issue(Walker.Work(Walker.Station), Walker.By(Walker.Desk));
        Assert.Equal((CaseState.Assigned, 0), (on.State, on.Returns));
    }

    [Fact]
    public void Work_given_back_is_counted_when_it_goes_to_the_next_unit()
    {
        var on = Walker.New(draft: false);
        on.Issue(Walker.Work(Walker.Station), Desk);
        on.Step(on.WorkOrders[0], Walker.Step("return", Officer), Officer);
        on.Issue(Walker.Work(Walker.Village), Walker.By(Walker.Desk));
        Assert.Equal((CaseState.Assigned, 1), (on.State, on.Returns));
        Assert.Equal(Walker.Village.Id, on.HandlingUnit);
    }

    [Fact]
    public void What_was_settled_on_the_spot_goes_back_to_the_unit_of_who_settled_it()
    {
        var on = Walker.New(Origins.Patrol);
        Walker.Go(on, "resolve_on_spot");
        Walker.Go(on, "verify_fail");
        Assert.Equal((CaseState.InProgress, Walker.Station.Id), (on.State, on.HandlingUnit!.Value));
        Assert.Single(on.Hands, h => h.Role == Hand.Handler && h.Until is null);
    }

    [Fact]
    public void Only_a_unit_that_was_whistled_for_checks_in_and_only_once()
    {
        var on = InProgress();
        on.Transition(Walker.Full("blow_whistle") with { Units = [Walker.Village] }, Desk);
        Assert.Equal(
            "case.only-summoned",
            Assert.Throws<Refused>(() => on.Transition(Walker.Full("check_in"), Officer)).Code
        );
        var summoned = Walker.By(
            Walker.Handler with
            {
                Unit = Walker.Village.Id,
                Person = PersonId.From(Guid.NewGuid()),
            }
        );
        on.Transition(Walker.Full("check_in"), summoned);
        Assert.Equal(summoned.Actor.Person, Assert.Single(on.Summoned).Person);
        Assert.Throws<Refused>(() => on.Transition(Walker.Full("check_in"), summoned));
    }

    [Fact]
    public void Whoever_reported_a_case_that_was_merged_sees_the_one_that_goes_on()
    {
        var inside = Walker.Full("merge");
        Walker.New(draft: false).Transition(inside, Desk);
        Assert.Empty(inside.Master!.Participants); // Given with the move.

        var outside = Walker.Full("merge") with { Master = Walker.New(draft: false, area: "460400100") };
        Walker.New(draft: false).Transition(outside, Walker.By(Walker.Desk));
        Assert.Equal(Walker.Desk.Unit, Assert.Single(outside.Master!.Participants).Unit); // As above.
    }

    private static Case InProgress()
    {
        var on = Walker.New(draft: false);
        on.Issue(Walker.Work(Walker.Station), Desk);
        on.Step(on.WorkOrders[0], new WorkOrderMove("accept"), Officer);
        return on;
    }
}
