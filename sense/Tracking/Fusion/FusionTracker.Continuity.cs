namespace Fourfold.Tracking.Fusion;

/// <summary>How tracks outlive that nobody looks, and take their ids back.</summary>
public sealed partial class FusionTracker
{
    /// <summary>While no radar looks where it is, a track without AIS goes on for so long, s.</summary>
    private const double CoastSeconds = 90;

    /// <summary>A radar that has said nothing for so many turns does not look.</summary>
    private const int BlindTurns = 2;
    private readonly Graveyard graves = new();

    /// <summary>How long radar has looked without seeing a track: the time in which every radar in reach was silent is no loss, s.</summary>
    private double LookedInVain(in FusionTrack track)
    {
        var since = now - Math.Max(track.LastRadar, track.LastShared);
        if (since <= RadarOnlySeconds || since > CoastSeconds || !track.IsConfirmed)
        {
            return since;
        }

        var belief = track.Motion.Combined();
        var looked = 0.0;
        foreach (var station in stations)
        {
            var (range, azimuth) = station.See(belief.X, belief.Y);
            if (station.Covers(range, azimuth))
            {
                var sawTo = Math.Min(now, station.LastHeard + BlindTurns * station.Sensor.Period);
                var sawFrom = Math.Max(station.AwakeSince, now - since);
                looked = Math.Max(looked, sawTo - sawFrom);
            }
        }

        return looked;
    }

    /// <summary>A track that is believed from now on is perhaps one that had ended.</summary>
    private void Recall(int slot)
    {
        ref var track = ref tracks[slot];
        if (graves.TryTake(track.Motion.Combined(), track.Motion.Time, out var grave))
        {
            track.Id = grave.Id;
            track.Born = grave.Born;
            if (grave.Mmsi != 0 && !track.HasIdentity && slotOfMmsi.TryAdd(grave.Mmsi, slot))
            {
                (track.Mmsi, track.IsClassB) = (grave.Mmsi, grave.IsClassB);
                foreseen.Note(slot, track);
            }
        }
    }

    /// <summary>The same for one that AIS names.</summary>
    private void Recall(int slot, int mmsi)
    {
        ref var track = ref tracks[slot];
        if (graves.TryTake(mmsi, track.Motion.Combined(), track.Motion.Time, out var grave))
        {
            (track.Id, track.Born) = (grave.Id, grave.Born);
        }
    }
}
