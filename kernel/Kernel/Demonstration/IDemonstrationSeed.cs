namespace Fourfold.Kernel.Demonstration;

/// <summary>Fills one part of an empty store with made-up, marked rows, so that a newcomer sees the whole loop at work.</summary>
/// <remarks>Run once by the host, in a scope that acts as the system, smallest <see cref="Order"/> first. May be run again after a crash: it adds only what is missing.</remarks>
public interface IDemonstrationSeed
{
    /// <summary>Kernel's seeds are below 100, Sense's below 200, Coordinate's below 300.</summary>
    int Order { get; }

    /// <summary>Adds the rows.</summary>
    Task Seed(CancellationToken ct);
}
