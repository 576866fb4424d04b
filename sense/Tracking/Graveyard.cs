using Fourfold.Geo;

namespace Fourfold.Tracking;

/// <summary>Ended tracks by MMSI, so that a ship that comes back is the same track; the oldest give way.</summary>
internal sealed class Graveyard(int capacity)
{
    private readonly Dictionary<int, int> placeOfMmsi = [];
    private Grave[] graves = [];
    private int next;

    /// <summary>What is kept; an MMSI of 0 is an empty place.</summary>
    public readonly record struct Grave(TrackId Id, int Mmsi, long AtTicks, long FirstTicks, Position Position);

    public void Bury(in Grave grave)
    {
        if (next >= graves.Length && graves.Length < capacity)
        {
            Array.Resize(ref graves, Math.Min(capacity, Math.Max(256, graves.Length * 2)));
        }

        if (next >= graves.Length)
        {
            next = 0;
        }

        TryTake(grave.Mmsi, out _);
        var old = graves[next];
        if (old.Mmsi != 0)
        {
            placeOfMmsi.Remove(old.Mmsi);
        }

        graves[next] = grave;
        placeOfMmsi[grave.Mmsi] = next++;
    }

    public void Clear()
    {
        placeOfMmsi.Clear();
        Array.Clear(graves);
        next = 0;
    }

    public bool TryTake(int mmsi, out Grave grave)
    {
        if (!placeOfMmsi.Remove(mmsi, out var place))
        {
            grave = default;
            return false;
        }

        grave = graves[place];
        graves[place] = default;
        return true;
    }
}
