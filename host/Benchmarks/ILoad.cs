namespace Fourfold.Benchmarks;

/// <summary>A question about the whole server under a load for a while: delays and rates instead of a race.</summary>
internal interface ILoad
{
    /// <summary>What <c>./fourfold bench NAME</c> calls it.</summary>
    string Name { get; }

    /// <summary>Runs only when asked for by its name, because it takes long.</summary>
    bool OnlyByName => false;

    /// <summary>Runs it and prints what it found.</summary>
    Task Run(TextWriter to, CancellationToken ct);
}
