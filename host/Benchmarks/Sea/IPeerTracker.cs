using Fourfold.Geo;
using Fourfold.Tracking;
using Fourfold.Tracking.Fusion;

namespace Fourfold.Benchmarks.Sea;

/// <summary>A track as a person would see it.</summary>
/// <param name="Id">For life.</param>
/// <param name="Position">Where.</param>
/// <param name="GhostMmsi">The MMSI of one that is told to be a ghost; 0 for all others.</param>
internal readonly record struct ShownTrack(long Id, Position Position, int GhostMmsi);

/// <summary>A tracker in the race.</summary>
internal interface IPeerTracker
{
    /// <summary>Takes the next row in order of arrival.</summary>
    void Feed(in RadarSea.Row row);

    /// <summary>What it believes there is at a time, in place of what the list held.</summary>
    void Show(double time, List<ShownTrack> into);
}

/// <summary>The library's.</summary>
internal sealed class FusionPeer(Position middle, RadarSensor[] radars) : IPeerTracker
{
    private readonly FusionTracker tracker = new(middle, radars, capacity: 200_000);
    private SystemTrack[] room = new SystemTrack[1024];

    public void Feed(in RadarSea.Row row)
    {
        if (row.Radar >= 0)
        {
            tracker.AddPlot(row.Radar, row.Time, row.Arrival, row.Range, row.Azimuth);
        }
        else
        {
            tracker.AddAis(row.Fix, row.Arrival);
        }
    }

    public void Show(double time, List<ShownTrack> into)
    {
        tracker.Advance(time);
        int count;
        while ((count = tracker.CopyTracks(time, room)) == room.Length)
        {
            room = new SystemTrack[2 * room.Length];
        }

        into.Clear();
        foreach (ref readonly var track in room.AsSpan(0, count))
        {
            into.Add(new ShownTrack(track.Id, track.Position, track.Kind == TrackKind.Ghost ? track.Mmsi : 0));
        }
    }
}
