using Fourfold.Geo;

namespace Fourfold.Tracking;

/// <summary>Where tracks have been: a ring of packed points per slot, thinned to one an interval.</summary>
/// <remarks>Rings are made when a slot is first used and kept for its next track.</remarks>
internal sealed class Trails(int points, TimeSpan interval)
{
    private const double Degree7 = 1e7;
    private const ushort NotAvailable = ushort.MaxValue;

    private Packed[]?[] rings = [];
    private int[] starts = [];
    private int[] counts = [];

    /// <summary>24 bytes: ticks, position in 10⁻⁷ degrees, speed in cm/s, course in 0.01°.</summary>
    private struct Packed
    {
        public long At;
        public int Latitude;
        public int Longitude;
        public ushort Speed;
        public ushort Course;
    }

    public void Resize(int slots)
    {
        Array.Resize(ref rings, slots);
        Array.Resize(ref starts, slots);
        Array.Resize(ref counts, slots);
    }

    public void Clear(int slot) => counts[slot] = 0;

    /// <summary>Keeps a place unless another of about the same time is kept; a late one finds its place in the order.</summary>
    public void Note(int slot, long at, Position position, double? speed, double? course)
    {
        var ring = rings[slot] ??= new Packed[points];
        var count = counts[slot];
        var place = count;
        while (place > 0 && At(slot, place - 1).At > at)
        {
            place--;
        }

        if (place > 0 && at - At(slot, place - 1).At < interval.Ticks)
        {
            return;
        }

        if (place < count && At(slot, place).At - at < interval.Ticks)
        {
            return;
        }

        if (count == ring.Length)
        {
            if (place == 0)
            {
                return;
            }

            starts[slot] = (starts[slot] + 1) % ring.Length;
            place--;
        }
        else
        {
            count = ++counts[slot];
        }

        for (var i = count - 1; i > place; i--)
        {
            At(slot, i) = At(slot, i - 1);
        }

        At(slot, place) = Pack(at, position, speed, course);
    }

    public int Copy(int slot, long newest, Span<TrailPoint> into)
    {
        var oldest = newest - points * interval.Ticks;
        var copied = 0;
        for (var i = 0; i < counts[slot] && copied < into.Length; i++)
        {
            if (At(slot, i).At >= oldest)
            {
                into[copied++] = Unpack(At(slot, i));
            }
        }

        return copied;
    }

    private ref Packed At(int slot, int index)
    {
        var ring = rings[slot]!; // asked for only below a count that Note has made
        return ref ring[(starts[slot] + index) % ring.Length];
    }

    private static Packed Pack(long at, Position position, double? speed, double? course) =>
        new()
        {
            At = at,
            Latitude = (int)Math.Round(position.LatitudeDegrees * Degree7),
            Longitude = (int)Math.Round(position.LongitudeDegrees * Degree7),
            Speed = speed is { } s ? (ushort)Math.Min(Math.Round(s * 100), NotAvailable - 1) : NotAvailable,
            Course = course is { } c ? (ushort)Math.Round(Angle.ToDegrees(Angle.Wrap(c)) * 100) : NotAvailable,
        };

    private static TrailPoint Unpack(in Packed packed) =>
        new(
            new DateTimeOffset(packed.At, TimeSpan.Zero),
            Position.FromDegrees(latitude: packed.Latitude / Degree7, longitude: packed.Longitude / Degree7),
            packed.Speed == NotAvailable ? null : packed.Speed / 100.0,
            packed.Course == NotAvailable ? null : Angle.FromDegrees(packed.Course / 100.0)
        );
}
