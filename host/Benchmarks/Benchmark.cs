namespace Fourfold.Benchmarks;

/// <summary>One way of doing the work.</summary>
/// <param name="Name">Whose way: ours, or a peer anyone can get.</param>
/// <param name="Round">Does one round and says how many units of work it did. Called many times.</param>
internal sealed record Contender(string Name, Func<long> Round);

/// <summary>
/// A question with a number for an answer: the same work done by us and by named peers, in one process, in turns, so
/// that a slow minute of the machine hits all of them. What counts is the ratio.
/// </summary>
internal interface IBenchmark
{
    /// <summary>What <c>./fourfold bench NAME</c> calls it.</summary>
    string Name { get; }

    /// <summary>What a unit of work is, such as <c>places</c>.</summary>
    string Unit { get; }

    /// <summary>What is measured, on which data, in a sentence.</summary>
    string What { get; }

    /// <summary>The contenders; the last is the peer the ratios are taken against. All must agree on the answers.</summary>
    /// <exception cref="InvalidOperationException">They do not agree.</exception>
    IReadOnlyList<Contender> Prepare();
}
