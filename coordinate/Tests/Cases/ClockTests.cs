using Fourfold.Coordinate.Cases;
using Fourfold.Coordinate.Cases.Machine;
using Fourfold.Coordinate.WorkOrders;
using Fourfold.Kernel.Identity;
using Xunit;

namespace Fourfold.Coordinate.Tests.Cases;

/// <summary>When the clocks of a case and its work orders run, stand and move.</summary>
public sealed class ClockTests
{
    [Fact]
    public void A_work_orders_clock_stands_while_its_case_is_suspended()
    {
        var on = InProgress();
        var due = on.WorkOrders[0].DueAt;
        on.Transition(Walker.Full("suspend"), At(30));
        Assert.Null(on.Sweep(on.WorkOrders[0], Clock(90)));
        on.Transition(Walker.Full("resume"), At(90));
        Assert.Equal(due.AddMinutes(60), on.WorkOrders[0].DueAt);
        Assert.Null(on.Sweep(on.WorkOrders[0], Clock(107)));
        Assert.Equal("deadline-yellow", on.Sweep(on.WorkOrders[0], Clock(108)));
    }

    [Fact]
    public void Work_sent_back_by_the_verifier_has_the_time_it_had_left()
    {
        var on = InProgress();
        var (order, due) = (on.WorkOrders[0], on.WorkOrders[0].DueAt);
        on.Step(order, Walker.Step("report", At(10, Walker.Handler)), At(10, Walker.Handler));
        on.Transition(Walker.Full("verify_fail"), At(300));
        Assert.Equal(due.AddMinutes(290), order.DueAt);
        Assert.Null(on.Sweep(order, Clock(301)));
    }

    [Fact]
    public void An_extension_reaches_who_does_the_work()
    {
        var on = InProgress();
        var (order, due) = (on.WorkOrders[0], on.WorkOrders[0].DueAt);
        var move = Walker.Full("extend") with { DueAt = on.DeadlineAt.AddHours(5) };
        Assert.NotNull(on.Sweep(order, Clock(60)));
        on.Transition(move, At(61));
        Assert.Equal(due.AddHours(5), order.DueAt);
        Assert.False(order.Overdue);
    }

    [Fact]
    public void Work_that_is_finished_keeps_the_time_it_was_due()
    {
        var on = InProgress();
        on.Issue(Walker.Work(Walker.Village), At(1));
        var (order, due) = (on.WorkOrders[0], on.WorkOrders[0].DueAt);
        on.Step(order, Walker.Step("report", At(10, Walker.Handler)), At(10, Walker.Handler));
        on.Transition(Walker.Full("suspend"), At(30));
        on.Transition(Walker.Full("resume"), At(90));
        Assert.Equal(due, order.DueAt);
    }

    [Fact]
    public void A_centre_that_hands_a_case_up_and_accepts_it_again_wins_no_time()
    {
        var on = Walker.New(draft: false);
        on.Transition(Accept(on, At(10)), At(10));
        var deadline = on.DeadlineAt;
        Assert.Equal("deadline-yellow", on.Sweep(Clock(110)));
        Assert.Equal("escalated", on.Sweep(Clock(130)));
        on.Transition(Walker.Full("escalate"), At(140));
        on.Transition(Accept(on, At(150)), At(150));
        Assert.Equal((deadline, true, 2), (on.DeadlineAt, on.Overdue, on.Warned));
    }

    [Fact]
    public void A_citizen_who_appeals_starts_the_clock_anew()
    {
        var on = Walker.At(CaseState.Closed, Origins.Citizen);
        on.Transition(Walker.Full("appeal") with { Deadline = At(200).RecordedAt }, At(80));
        var accepted = Accept(on, At(100));
        on.Transition(accepted, At(100));
        Assert.Equal(At(220).RecordedAt, on.DeadlineAt);
    }

    // As the desk reads it: two hours from when the clock is to begin.
    private static Move Accept(Case on, Act act) =>
        new("accept") { Deadline = on.ClockBegins(CaseMachine.Named("accept")!, act).AddHours(2) };

    private static Case InProgress()
    {
        var on = Walker.New(draft: false);
        on.Issue(Walker.Work(Walker.Station), At(0));
        on.Step(on.WorkOrders[0], new WorkOrderMove("accept"), At(0, Walker.Handler));
        return on;
    }

    private static Act At(int minutes, Actor? who = null) =>
        Walker.By(who ?? Walker.Desk, Walker.Noon.AddMinutes(minutes));

    private static Act Clock(int minutes) => At(minutes, Actor.System("deadlines"));
}
