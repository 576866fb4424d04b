namespace Fourfold.Tracking.Fusion;

/// <summary>How tracks outlive that nobody looks, and take their ids back.</summary>
public sealed partial class FusionTracker
{
    /// <summary>While no radar looks where it is, a track without AIS goes on for so long, s.</summary>
    private const double CoastSeconds = 90;

    /// <summary>A radar that has said nothing for so many turns does not look.</summary>
    private const int BlindTurns = 2;

    /// <summary>So rarely a track that is there may end for want of plots, were it as weak as this share of a usual one.</summary>
    private const double ChanceOfLoss = 3e-4;
    private const double WeakShare = 0.8;
    private readonly Graveyard graves = new();

    /// <summary>
    /// Whether radar has looked in vain for as long as it would by chance once in some thousand times. Time in which every
    /// radar in reach was silent, or the track in its shadow, is no loss; out of reach of all it is.
    /// </summary>
    private bool IsLost(in FusionTrack track)
    {
        var last = Math.Max(track.LastRadar, track.LastShared);
        var since = now - last - track.RadarDelay;
        if (since <= RadarOnlySeconds || since > CoastSeconds || !track.IsConfirmed)
        {
            return since > RadarOnlySeconds;
        }

        var belief = track.Motion.Mean();
        var isOutOfReach = true;
        foreach (var station in stations)
        {
            var (range, azimuth) = station.See(belief.X, belief.Y);
            isOutOfReach &= !station.Reaches(range);
            if (!station.Covers(range, azimuth))
            {
                continue;
            }

            var sawTo = Math.Min(now - station.Delay, station.LastHeard + BlindTurns * station.Sensor.Period);
            var sawFrom = Math.Max(station.AwakeSince, last);
            if (sawTo - sawFrom > Math.Max(RadarOnlySeconds, station.Sensor.Period * TurnsToBeSure(station)))
            {
                return true;
            }
        }

        return isOutOfReach;
    }

    private static double TurnsToBeSure(RadarStation station) =>
        Math.Log(ChanceOfLoss) / Math.Log(1 - WeakShare * Math.Min(station.Detection, 0.99));

    /// <summary>A track that is believed from now on is perhaps one that had ended.</summary>
    private void Recall(int slot)
    {
        ref var track = ref tracks[slot];
        if (graves.TryTake(track.Motion.Combined(), track.Motion.Time, track.Length, out var grave))
        {
            track.Id = grave.Id;
            track.NoteLength(grave.Length);
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
