using Fourfold.Geo;

namespace Fourfold.Tracking.Fusion;

/// <summary>What the owner of the tracker is told beside the tracks themselves.</summary>
public sealed partial class FusionTracker
{
    /// <summary>A report is given to a track only when it is the sender with this probability at least.</summary>
    internal const double LeastIdentityProbability = BindAt;

    /// <summary>Of an AIS position on each axis, metres.</summary>
    internal static readonly double AisDeviation = Math.Sqrt(AisVariance);

    private readonly Growing<Echo> echoes = new();
    private readonly Growing<Union> unions = new();

    /// <summary>A plot that went to a track.</summary>
    internal readonly record struct Echo(int Slot, long Track, int Radar, double Time, LocalPoint Place, RawRef Raw);

    /// <summary>That one track is another.</summary>
    internal readonly record struct Union(long Gone, long Kept);

    /// <summary>Whether echoes and unions are noted; whoever sets it must forget them regularly.</summary>
    internal bool IsWatched { get; init; }

    /// <summary>Plots that went to believed tracks since they were last forgotten.</summary>
    internal ReadOnlySpan<Echo> Echoes => echoes.Items;

    /// <summary>Tracks found to be one with another, which goes on.</summary>
    internal ReadOnlySpan<Union> Unions => unions.Items;

    internal void Forget()
    {
        echoes.Clear();
        unions.Clear();
    }

    /// <summary>Slots ever used are below this.</summary>
    internal int SlotsUsed => used;

    internal ref readonly FusionTrack TrackAt(int slot) => ref tracks[slot];

    /// <summary>The slot of the track that bears an MMSI, −1 for none.</summary>
    internal int SlotOf(int mmsi) => slotOfMmsi.GetValueOrDefault(mmsi, -1);

    /// <summary>What is known of a radar by its index.</summary>
    internal RadarStation Station(int radar) => stations[radar];

    /// <summary>Takes over what another tracker has learned of the same radars.</summary>
    internal void LearnFrom(FusionTracker old)
    {
        foreach (var station in stations)
        {
            foreach (var known in old.stations)
            {
                if (known.Sensor == station.Sensor)
                {
                    station.LearnFrom(known);
                }
            }
        }
    }

    private void NoteUnion(long gone, long kept)
    {
        if (IsWatched)
        {
            unions.Add(new Union(gone, kept));
        }
    }

    private void NoteEcho(RadarStation station, int radar, int slot, int best)
    {
        if (!IsWatched || best < 0 || !tracks[slot].IsAlive || !tracks[slot].IsConfirmed)
        {
            return;
        }

        ref readonly var plot = ref station.Plots[batch[association.Plot[best]]];
        echoes.Add(new Echo(slot, tracks[slot].Id, radar, plot.Time, new LocalPoint(plot.X, plot.Y), plot.Raw));
    }
}
