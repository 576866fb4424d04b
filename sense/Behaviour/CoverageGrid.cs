using Fourfold.Geo;
using Fourfold.Tracking;

namespace Fourfold.Behaviour;

/// <summary>
/// Who was heard lately where, and by which feed. Silence means something only where others are heard.
/// </summary>
/// <remarks>
/// Kept in cells <see cref="CellDegrees"/> wide (11 km of latitude), each with the <see cref="HeardPerCell"/> tracks heard
/// last in it; at most <see cref="MaximumCells"/> cells, and one not heard for an hour gives way. Questions are about a
/// circle, not a cell, so that a ship on the border of two is judged as any other. About 1 kB a cell; a note costs a
/// look over one cell, a question a look over nine, towards the poles over some more.
/// </remarks>
public sealed class CoverageGrid
{
    /// <summary>Width of a cell, degrees of latitude and of longitude.</summary>
    public const double CellDegrees = 0.1;

    /// <summary>What counts as the same waters, metres.</summary>
    public const double RadiusMetres = 8_000;

    /// <summary>Tracks remembered in a cell.</summary>
    public const int HeardPerCell = 17;

    /// <summary>Cells at most; 20,000 are an area of 1,500 km by 1,500 km.</summary>
    public const int MaximumCells = 20_000;

    // Around the globe.
    private const int Columns = 3_600;

    // Near the poles a circle lies over very many narrow cells; beyond some 84 degrees those farthest east and west are
    // left out, so fewer are counted and rules keep quiet.
    private const int MostColumnsAside = 7;

    private static readonly TimeSpan StaleAfter = TimeSpan.FromHours(1);

    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(1);

    private readonly Dictionary<(int Row, int Column), Cell> cells = [];
    private DateTimeOffset nextSweep;

    /// <summary>Fixes not noted because the grid was full.</summary>
    public long Dropped { get; private set; }

    /// <summary>Cells in use.</summary>
    public int Cells => cells.Count;

    /// <summary>Notes the AIS fixes of a look; late ones count at their own time.</summary>
    public void Note(TrackChanges changes)
    {
        foreach (ref readonly var fix in changes.Fixes)
        {
            if (fix.Kind <= ObservationKind.AisDevice)
            {
                Note(fix.Position, fix.Id, fix.Raw.FeedNumber, fix.ObservedAt);
            }
        }
    }

    /// <summary>
    /// How many tracks other than one were heard within <see cref="RadiusMetres"/> of a place since a time, by one of some
    /// feeds. A track heard in two cells or by two feeds counts once.
    /// </summary>
    public int OthersHeard(Position place, TrackId except, DateTimeOffset since, in Contributions feeds)
    {
        var frame = new LocalFrame(place);
        var (row, column) = KeyOf(place);
        var aside = ColumnsAside(place);
        var wide = 2 * aside + 1;
        Span<TrackId> counted = stackalloc TrackId[3 * (2 * MostColumnsAside + 1) * HeardPerCell];
        var heard = 0;
        for (var cell = 0; cell < 3 * wide; cell++)
        {
            if (!cells.TryGetValue((row + cell / wide - 1, Wrap(column + cell % wide - aside)), out var near))
            {
                continue;
            }

            foreach (ref readonly var entry in near.Entries.AsSpan(0, near.Count))
            {
                if (
                    entry.At >= since
                    && entry.Track != except
                    && feeds.Includes(entry.FeedNumber)
                    && frame.ToLocal(entry.Position).Length <= RadiusMetres
                    && !counted[..heard].Contains(entry.Track)
                )
                {
                    counted[heard++] = entry.Track;
                }
            }
        }

        return heard;
    }

    private void Note(Position place, TrackId track, int feedNumber, DateTimeOffset at)
    {
        var key = KeyOf(place);
        if (!cells.TryGetValue(key, out var cell))
        {
            if (cells.Count >= MaximumCells && !DropStale(at))
            {
                Dropped++;
                return;
            }

            cells[key] = cell = new Cell();
        }

        cell.Note(new Entry(track, feedNumber, at, place));
    }

    private bool DropStale(DateTimeOffset now)
    {
        // Nothing turns stale faster than this, and a flood of far places must not make every note a search.
        if (now < nextSweep)
        {
            return false;
        }

        nextSweep = now + SweepInterval;
        var before = cells.Count;
        foreach (var (key, cell) in cells)
        {
            if (cell.Newest < now - StaleAfter)
            {
                cells.Remove(key);
            }
        }

        return cells.Count < before;
    }

    private static (int Row, int Column) KeyOf(Position place) =>
        (
            (int)Math.Floor(place.LatitudeDegrees / CellDegrees),
            Wrap((int)Math.Floor(place.LongitudeDegrees / CellDegrees))
        );

    /// <summary>Column of the same meridian, 0 … 3,599: the antimeridian is no edge of the sea.</summary>
    private static int Wrap(int column) => (column % Columns + Columns) % Columns;

    /// <summary>How many columns on either side a circle reaches into: cells grow narrow towards the poles.</summary>
    private static int ColumnsAside(Position place)
    {
        const double metresPerDegree = 111_320;
        var cellMetres = CellDegrees * metresPerDegree * Math.Cos(place.Latitude);
        return (int)Math.Clamp(Math.Ceiling(RadiusMetres / cellMetres), 1, MostColumnsAside);
    }

    private readonly record struct Entry(TrackId Track, int FeedNumber, DateTimeOffset At, Position Position);

    private sealed class Cell
    {
        public Entry[] Entries { get; } = new Entry[HeardPerCell];

        public int Count { get; private set; }

        public DateTimeOffset Newest { get; private set; }

        public void Note(in Entry entry)
        {
            Newest = entry.At > Newest ? entry.At : Newest;
            var oldest = 0;
            for (var i = 0; i < Count; i++)
            {
                if (Entries[i].Track == entry.Track && Entries[i].FeedNumber == entry.FeedNumber)
                {
                    Entries[i] = entry.At > Entries[i].At ? entry : Entries[i];
                    return;
                }

                oldest = Entries[i].At < Entries[oldest].At ? i : oldest;
            }

            if (Count < HeardPerCell)
            {
                Entries[Count++] = entry;
            }
            else if (Entries[oldest].At < entry.At)
            {
                Entries[oldest] = entry;
            }
        }
    }
}
