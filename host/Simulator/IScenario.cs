using Fourfold.Geo;

namespace Fourfold.Simulator;

/// <summary>Where a simulated thing truly is, whether or not it says so.</summary>
/// <param name="Mmsi">Its own MMSI, from a block that no state has been given; 0 when it has no radio.</param>
/// <param name="Name">Its name; begins with DEMO.</param>
/// <param name="Role">What it plays: <c>ferry</c>, <c>cargo</c>, <c>tanker</c>, <c>fishing</c>, <c>patrol</c>, <c>yacht</c>, <c>anchored</c>, <c>smuggler</c>, <c>wooden</c>, <c>ghost</c>, <c>station</c> …</param>
/// <param name="Position">True position; of a ghost, what it claims.</param>
/// <param name="Speed">True speed over ground, m/s.</param>
/// <param name="Course">True course, radians.</param>
/// <param name="IsTransmitting">False while it keeps silent on purpose.</param>
public readonly record struct Truth(
    int Mmsi,
    string Name,
    string Role,
    Position Position,
    double Speed,
    double Course,
    bool IsTransmitting
)
{
    /// <summary>What is odd about it now, one of <see cref="TruthEvents"/>'s; mostly nothing.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>The MMSI it gives, which is another's after an exchange.</summary>
    public int SaysMmsi { get; init; } = Mmsi;
}

/// <summary>One moment of a scenario.</summary>
/// <param name="At">Time since the scenario began; never less than that of the step before.</param>
/// <param name="Lines">
/// The sentences that a receiver puts out then, each ended by CR LF; may be empty. Valid until the next step is asked for.
/// </param>
/// <param name="Truth">Where the thing is that they are about; null for sentences without position.</param>
public readonly record struct ScenarioStep(TimeSpan At, ReadOnlyMemory<byte> Lines, Truth? Truth)
{
    /// <summary>What a radar sends then, one datagram of ASTERIX; empty when it is not a radar's moment. Does not change afterwards.</summary>
    public ReadOnlyMemory<byte> Datagram { get; init; }
}

/// <summary>A simulated sea, as what its receiver hears. The same seed and start give the same bytes.</summary>
public interface IScenario
{
    /// <summary>Name on the command line.</summary>
    string Name { get; }

    /// <summary>Vessels that are there from the beginning.</summary>
    int Vessels { get; }

    /// <summary>The next moment; scenarios never end.</summary>
    ScenarioStep Next();
}

/// <summary>What a scenario is made from.</summary>
/// <param name="Seed">Chance.</param>
/// <param name="Start">Time at which it begins, UTC; gives the second in each report.</param>
public sealed record ScenarioOptions(ulong Seed, DateTimeOffset Start)
{
    /// <summary>Whether each sentence carries a tag block with its time, for recordings.</summary>
    public bool WithTimes { get; init; }

    /// <summary>
    /// Whether the sea has radars, and those for whom radars are made: who never speak, lie about their place or number, or
    /// are not there. Only for <c>strait</c>. What all others say stays the same.
    /// </summary>
    public bool WithRadars { get; init; }

    /// <summary>Number of vessels, 1 … 200,000; only for <c>fleet</c>.</summary>
    public int FleetVessels { get; init; } = 20_000;

    /// <summary>Position reports a second of all together, 1 … 100,000; only for <c>fleet</c>.</summary>
    public double FleetRate { get; init; } = 2_000;
}

/// <summary>The scenarios there are.</summary>
public static class Scenarios
{
    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["strait", "fleet"];

    /// <summary>Makes one; null for an unknown name.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static IScenario? Make(string name, ScenarioOptions options) =>
        name switch
        {
            "strait" => Strait.StraitScenario.Make(options),
            "fleet" => Fleet.FleetScenario.Make(options),
            _ => null,
        };
}
