namespace Fourfold.Tracking.Fusion;

/// <summary>Tracks by cells of the plane, as of its last filling, to find those near a place without asking all.</summary>
internal sealed class TrackGrid
{
    private const double CellMetres = 512;
    private int[] head = new int[1024];
    private Entry[] entries = [];
    private int[] found = new int[64];
    private int mask = 1023;

    /// <summary>The cell of a track, and the next of its bucket, −1 for none.</summary>
    private readonly record struct Entry(int Column, int Row, int Next);

    public TrackGrid() => head.AsSpan().Fill(-1);

    /// <summary>Fills it anew with the tracks alive, where they are foreseen at a time.</summary>
    public void Fill(Foresight foreseen, int slots, double time)
    {
        while (head.Length < slots * 2)
        {
            head = new int[head.Length * 2];
            mask = head.Length - 1;
        }

        head.AsSpan().Fill(-1);
        if (entries.Length < slots)
        {
            entries = new Entry[slots * 2];
        }

        for (var slot = 0; slot < slots; slot++)
        {
            if (!foreseen.IsAlive(slot))
            {
                continue;
            }

            var (x, y) = foreseen.At(slot, time);
            var (column, row) = (CellOf(x), CellOf(y));
            var bucket = BucketOf(column, row);
            entries[slot] = new Entry(column, row, head[bucket]);
            head[bucket] = slot;
        }
    }

    /// <summary>The tracks in the cells that a square touches, by rising slot; overwritten by the next question.</summary>
    public ReadOnlySpan<int> Near(double x, double y, double metres)
    {
        var count = 0;
        int west = CellOf(x - metres),
            east = CellOf(x + metres);
        int south = CellOf(y - metres),
            north = CellOf(y + metres);
        for (var r = south; r <= north; r++)
        {
            for (var c = west; c <= east; c++)
            {
                for (var slot = head[BucketOf(c, r)]; slot >= 0; slot = entries[slot].Next)
                {
                    if (entries[slot].Column != c || entries[slot].Row != r)
                    {
                        continue;
                    }

                    if (count == found.Length)
                    {
                        Array.Resize(ref found, count * 2);
                    }

                    found[count++] = slot;
                }
            }
        }

        var all = found.AsSpan(0, count);
        all.Sort();
        return all;
    }

    private static int CellOf(double metres) => (int)Math.Floor(metres / CellMetres);

    private int BucketOf(int column, int row) => (int)((uint)(column * 73856093) ^ (uint)(row * 19349663)) & mask;
}
