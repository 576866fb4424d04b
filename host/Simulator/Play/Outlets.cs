namespace Fourfold.Simulator.Play;

/// <summary>Where a scenario's output goes when it is played in time.</summary>
/// <param name="Lines">Is given the sentences of each moment; they do not change afterwards.</param>
public sealed record Outlets(Action<ReadOnlyMemory<byte>> Lines)
{
    /// <summary>Is given the radars' datagrams, one at a time; they do not change afterwards. Null for nowhere.</summary>
    public Action<ReadOnlyMemory<byte>>? Datagrams { get; init; }

    /// <summary>Where true positions are written; null for nowhere.</summary>
    public TruthWriter? Truth { get; init; }
}
