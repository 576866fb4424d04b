namespace Fourfold.Simulator;

/// <summary>Vessels that report by their own schedules, and newcomers from time to time.</summary>
internal sealed class SeaScenario : IScenario
{
    private const double StaticInterval = 360;

    // Everybody is heard soon after the beginning, as if the receiver had been listening for a while.
    private const double WarmUp = 8;
    private const double StaticWarmUp = 30;
    private const double StaticAtOnce = 3;

    // A silent vessel's true place is still written down.
    private const double SilentInterval = 5;

    private readonly List<Vessel> vessels;
    private readonly Transmitter transmitter;
    private readonly Func<int, Vessel>? newcomer;
    private readonly PriorityQueue<(What What, int Number), (double At, int Order)> agenda = new();
    private int order;
    private double now;

    /// <summary>A scenario.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="options">Seed and start.</param>
    /// <param name="vessels">Who is there from the beginning.</param>
    /// <param name="newcomer">Makes the n-th newcomer, who appears when he first speaks; null when nobody comes.</param>
    public SeaScenario(string name, ScenarioOptions options, List<Vessel> vessels, Func<int, Vessel>? newcomer = null)
    {
        Name = name;
        Vessels = vessels.Count;
        this.vessels = vessels;
        this.newcomer = newcomer;
        transmitter = new Transmitter(options);
        for (var number = 0; number < vessels.Count; number++)
        {
            Enter(number, warmUp: true);
        }

        Expect(0);
    }

    private enum What
    {
        Position,
        Static,
        Silence,
        Newcomer,
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int Vessels { get; }

    /// <inheritdoc/>
    public ScenarioStep Next()
    {
        while (true)
        {
            if (!agenda.TryDequeue(out var item, out var due))
            {
                throw new InvalidOperationException("nobody is left in the scenario");
            }

            now = due.At;
            if (item.What == What.Newcomer)
            {
                vessels.Add(newcomer?.Invoke(item.Number) ?? throw new InvalidOperationException("no newcomer"));
                Enter(vessels.Count - 1, warmUp: false);
                Expect(item.Number + 1);
                continue;
            }

            if (Step(vessels[item.Number], item.What, item.Number) is { } step)
            {
                return step;
            }
        }
    }

    private ScenarioStep? Step(Vessel vessel, What what, int number)
    {
        if (now >= vessel.GoneAt)
        {
            return null;
        }

        if (what == What.Static)
        {
            if (!vessel.Speaks(now))
            {
                return null;
            }

            Plan(What.Static, number, now + StaticInterval);
            var told = transmitter.Static(vessel, now);
            return told.IsEmpty ? null : new ScenarioStep(TimeSpan.FromSeconds(now), told, null);
        }

        var moment = vessel.Motion.At(now);
        var speaks = vessel.Speaks(now);
        // After the warm-up everybody falls into a rhythm of his own.
        var wait = !speaks ? SilentInterval : vessel.IntervalAt(moment) * (vessel.Sent == 0 ? vessel.Chance.Unit() : 1);
        Plan(speaks ? What.Position : What.Silence, number, now + wait);
        var truth = new Truth(
            vessel.Mmsi,
            vessel.Name,
            vessel.Role,
            moment.Position,
            moment.Speed,
            moment.Course,
            speaks
        )
        {
            Events = vessel.EventsAt(now),
            SaysMmsi = vessel.MmsiAt(now),
        };
        var lines = speaks ? transmitter.Position(vessel, moment, now) : default;
        return new ScenarioStep(TimeSpan.FromSeconds(now), lines, truth);
    }

    private void Enter(int number, bool warmUp)
    {
        var vessel = vessels[number];
        var moment = vessel.Motion.At(vessel.SpeaksFrom);
        var first = warmUp ? vessel.Chance.Between(0, Math.Min(WarmUp, vessel.IntervalAt(moment))) : 0;
        if (warmUp && vessel.Interval is { } even)
        {
            // A fleet for measurements keeps its rate from the first second on.
            vessel.Sent = 1;
            first = vessel.Chance.Between(0, even);
        }

        Plan(What.Position, number, vessel.SpeaksFrom + first);
        var names =
            vessel.Interval is not null ? StaticInterval
            : warmUp ? StaticWarmUp
            : StaticAtOnce;
        Plan(What.Static, number, vessel.SpeaksFrom + first + vessel.Chance.Between(0, names));
    }

    /// <summary>The next newcomer is made when he first speaks, so that those to come take no room.</summary>
    private void Expect(int next)
    {
        if (newcomer is not null)
        {
            agenda.Enqueue((What.Newcomer, next), (newcomer(next).SpeaksFrom, order++));
        }
    }

    private void Plan(What what, int number, double at) => agenda.Enqueue((what, number), (at, order++));
}
