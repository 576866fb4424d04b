namespace Fourfold.Tracking;

/// <summary>Slots in the order in which their tracks were last heard: a doubly linked list in two arrays.</summary>
internal sealed class Silence
{
    private const int None = -1;

    private int[] before = [];
    private int[] after = [];
    private int longest = None;
    private int latest = None;

    public void Resize(int slots)
    {
        Array.Resize(ref before, slots);
        Array.Resize(ref after, slots);
    }

    public void Born(int slot)
    {
        before[slot] = latest;
        after[slot] = None;
        if (latest != None)
        {
            after[latest] = slot;
        }
        else
        {
            longest = slot;
        }

        latest = slot;
    }

    public void Heard(int slot)
    {
        if (slot != latest)
        {
            Gone(slot);
            Born(slot);
        }
    }

    public void Gone(int slot)
    {
        var (previous, next) = (before[slot], after[slot]);
        if (previous != None)
        {
            after[previous] = next;
        }
        else
        {
            longest = next;
        }

        if (next != None)
        {
            before[next] = previous;
        }
        else
        {
            latest = previous;
        }
    }

    /// <summary>The lost or tentative track heard longest ago, looking at so many; −1 when there is none among them.</summary>
    public int LongestSilent(ReadOnlySpan<TrackRecord> records, int search)
    {
        var slot = longest;
        for (var looked = 0; looked < search && slot != None; looked++, slot = after[slot])
        {
            if (records[slot].Status is TrackStatus.Lost or TrackStatus.Tentative)
            {
                return slot;
            }
        }

        return None;
    }
}
