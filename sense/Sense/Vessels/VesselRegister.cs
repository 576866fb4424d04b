using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Fourfold.Sense.Vessels;

/// <summary>All vessels heard, by MMSI, in memory. Written by the cell alone, read by anyone; the keeper copies changes to rows.</summary>
internal sealed class VesselRegister(IOptions<SenseOptions> options)
{
    private static readonly TimeSpan HeardGrain = TimeSpan.FromMinutes(10);

    // This share goes at once when it is full, so that the search for the oldest is rare.
    private const int EvictedShare = 16;

    private readonly ConcurrentDictionary<int, Vessel> byMmsi = new();
    private readonly HashSet<int> unsaved = [];
    private readonly Lock gate = new();

    public int Count => byMmsi.Count;

    public Vessel? Find(int? mmsi) => mmsi is { } key ? byMmsi.GetValueOrDefault(key) : null;

    /// <summary>Takes what was kept from earlier runs.</summary>
    public void Load(IEnumerable<Vessel> vessels)
    {
        foreach (var vessel in vessels)
            byMmsi.TryAdd(vessel.Mmsi, vessel);
    }

    /// <summary>Takes a report; true when anything a screen shows changed.</summary>
    public bool Apply(in StaticReport report)
    {
        var known = byMmsi.GetValueOrDefault(report.Mmsi);
        var before =
            known
            ?? new Vessel
            {
                Mmsi = report.Mmsi,
                Simulated = report.Simulated,
                FirstHeardAt = report.At,
                LastHeardAt = report.At,
            };
        var after = before.With(report);
        var changed = known is null || after != before;
        if (!changed && report.At - before.LastHeardAt < HeardGrain)
            return false;
        byMmsi[report.Mmsi] = after with
        {
            LastHeardAt = report.At > before.LastHeardAt ? report.At : before.LastHeardAt,
        };
        lock (gate)
            unsaved.Add(report.Mmsi);
        if (byMmsi.Count > options.Value.MaximumVessels)
            Evict();
        return changed;
    }

    /// <summary>Takes up to so many vessels that are to be saved.</summary>
    public IReadOnlyList<Vessel> TakeUnsaved(int most)
    {
        lock (gate)
        {
            var taken = unsaved.Take(most).ToList();
            unsaved.ExceptWith(taken);
            return [.. taken.Select(mmsi => Find(mmsi)).OfType<Vessel>()];
        }
    }

    /// <summary>Puts back what could not be saved.</summary>
    public void StillUnsaved(IEnumerable<Vessel> vessels)
    {
        lock (gate)
            unsaved.UnionWith(vessels.Select(v => v.Mmsi));
    }

    private void Evict()
    {
        var oldest = byMmsi.Values.OrderBy(v => v.LastHeardAt).Take((options.Value.MaximumVessels / EvictedShare) + 1);
        foreach (var vessel in oldest.ToList())
            byMmsi.TryRemove(vessel.Mmsi, out _);
    }
}
