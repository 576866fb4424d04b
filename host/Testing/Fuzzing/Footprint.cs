namespace Fourfold.Testing.Fuzzing;

/// <summary>
/// The pairs of events that followed each other while an input was read, in the manner of branch coverage: what a reader
/// says stands for where it went.
/// </summary>
public sealed class Footprint
{
    private const int Size = 1 << 16;

    private readonly bool[] _known = new bool[Size];
    private int _last;

    /// <summary>Pairs seen in all inputs so far.</summary>
    public int Known { get; private set; }

    /// <summary>True when the input since <see cref="Begin"/> showed a pair that no input before it had.</summary>
    public bool IsNew { get; private set; }

    /// <summary>Forgets the last event: a new input begins.</summary>
    public void Begin() => (_last, IsNew) = (0, false);

    /// <summary>Something happened; small numbers for its kind and what matters of it.</summary>
    public void Step(int kind, int detail)
    {
        var now = (int)((uint)(kind * 31 + detail) * 2654435761u >> 16);
        ref var known = ref _known[(now ^ (_last >> 1)) & (Size - 1)];
        if (!known)
        {
            known = IsNew = true;
            Known++;
        }
        _last = now;
    }
}
