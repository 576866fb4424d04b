using System.Buffers;

namespace Fourfold.Tracking;

/// <summary>Observations on their way from a feed to a tracker: a rented array, filled once, then read once.</summary>
/// <remarks>Not thread-safe; it has one owner at a time, and the last one disposes it.</remarks>
public sealed class ObservationBatch : IDisposable
{
    private Observation[] observations;

    /// <summary>An empty batch with room for a number of observations (1 … 65,536).</summary>
    public ObservationBatch(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, 1 << 16);
        observations = ArrayPool<Observation>.Shared.Rent(capacity);
        Capacity = capacity;
    }

    /// <summary>How many fit.</summary>
    public int Capacity { get; }

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The observations in the order of arrival; valid until the batch is disposed.</summary>
    public ReadOnlySpan<Observation> Observations => observations.AsSpan(0, Count);

    /// <summary>Adds one; false when the batch is full or disposed, and then the caller counts what it drops.</summary>
    public bool TryAdd(in Observation observation)
    {
        if (Count >= Capacity || observations.Length == 0)
        {
            return false;
        }

        observations[Count++] = observation;
        return true;
    }

    /// <summary>Empties the batch for another round.</summary>
    public void Clear() => Count = 0;

    /// <summary>Gives the array back.</summary>
    public void Dispose()
    {
        if (observations.Length > 0)
        {
            ArrayPool<Observation>.Shared.Return(observations);
            observations = [];
            Count = 0;
        }
    }
}
