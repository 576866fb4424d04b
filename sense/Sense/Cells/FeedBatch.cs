using Fourfold.Sense.Vessels;
using Fourfold.Tracking;

namespace Fourfold.Sense.Cells;

/// <summary>What one feed brought at one time, on its way to the cell.</summary>
internal sealed class FeedBatch(int feedNumber, DateTimeOffset receivedAt, int capacity) : IDisposable
{
    private readonly ObservationBatch observations = new(capacity);
    private List<StaticReport>? statics;

    /// <summary>The feed.</summary>
    public int FeedNumber => feedNumber;

    /// <summary>When its bytes came, UTC.</summary>
    public DateTimeOffset ReceivedAt => receivedAt;

    public ReadOnlySpan<Observation> Observations => observations.Observations;
    public IReadOnlyList<StaticReport> Statics => statics ?? [];
    public bool IsEmpty => observations.Count == 0 && statics is null;

    /// <summary>False when it is full.</summary>
    public bool TryAdd(in Observation observation) => observations.TryAdd(observation);

    public void Add(in StaticReport report) => (statics ??= []).Add(report);

    public void Dispose() => observations.Dispose();
}
