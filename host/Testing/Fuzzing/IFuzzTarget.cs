namespace Fourfold.Testing.Fuzzing;

/// <summary>Something that reads bytes of the world, with what must hold for any of them.</summary>
public interface IFuzzTarget
{
    /// <summary>Name, also of the folder that keeps its inputs.</summary>
    string Name { get; }

    /// <summary>Well-formed pieces that mutations are made of.</summary>
    IReadOnlyList<byte[]> Dictionary { get; }

    /// <summary>Reads the input in one piece and in several, through every view and writer.</summary>
    /// <param name="input">Any bytes.</param>
    /// <param name="chance">Where it is split.</param>
    /// <param name="path">Is told what happened, step by step: two inputs that make the reader do the same leave the same.</param>
    /// <exception cref="FuzzFindingException">Something that must hold did not.</exception>
    void Try(ReadOnlySpan<byte> input, Random chance, Footprint path);

    /// <summary>Makes what a mutation broke whole again, such as checksums, so that it reaches what lies behind them.</summary>
    byte[] Repair(byte[] input);
}

/// <summary>A law that an input broke.</summary>
public sealed class FuzzFindingException(string message, Exception? cause = null) : Exception(message, cause);
