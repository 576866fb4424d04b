using System.Buffers.Binary;
using Fourfold.Geo;

namespace Fourfold.Tracking.Handover;

/// <summary>What a tracker tells its neighbour of a track that sails over their border, so that it keeps its id.</summary>
/// <remarks>
/// The neighbour has long followed it in its halo and knows its motion from the same measurements; what it cannot know is who
/// it is. Where both held it for their own, the older id wins, so that a message that comes twice, late, or crosses another
/// changes nothing.
/// </remarks>
/// <param name="Id">Its id.</param>
/// <param name="FirstObservedAt">Its first observation, UTC; of a claim, since when it is held.</param>
/// <param name="At">Time of <paramref name="Position"/>, UTC.</param>
/// <param name="Position">Where it was.</param>
/// <param name="VelocityEast">m/s.</param>
/// <param name="VelocityNorth">m/s.</param>
/// <param name="DoubtMetres">Standard deviation of the position along the direction in which it is greatest.</param>
/// <param name="Mmsi">Its number, null for none.</param>
/// <param name="IsClaim">True when the sender keeps it: it was born near the border, and one of two that found it must give way.</param>
public sealed record TrackHandover(
    TrackId Id,
    DateTimeOffset FirstObservedAt,
    DateTimeOffset At,
    Position Position,
    double VelocityEast,
    double VelocityNorth,
    double DoubtMetres,
    int? Mmsi,
    bool IsClaim = false
)
{
    /// <summary>Version that is written, and the only one that is read.</summary>
    public const byte Version = 1;

    /// <summary>Bytes of a message.</summary>
    public const int Bytes = 78;

    /// <summary>Of a state.</summary>
    public static TrackHandover Of(in TrackState state) =>
        new(
            state.Id,
            state.FirstObservedAt,
            state.At,
            state.Position,
            state.VelocityEast,
            state.VelocityNorth,
            state.Covariance.PositionMetres,
            state.Mmsi
        );

    /// <summary>Where it is at a time with constant velocity.</summary>
    public Position PositionAt(DateTimeOffset time) =>
        new LocalFrame(Position).ToPosition(
            new LocalPoint(VelocityEast, VelocityNorth) * Math.Max(0, (time - At).TotalSeconds)
        );

    /// <summary>Writes it, little-endian: version, 0 or 1 for a claim, id, both times as UTC ticks, degrees, m/s, metres, MMSI or 0.</summary>
    /// <param name="to">At least <see cref="Bytes"/> long.</param>
    public void Write(Span<byte> to)
    {
        to[0] = Version;
        to[1] = IsClaim ? (byte)1 : (byte)0;
        Id.Value.TryWriteBytes(to[2..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt64LittleEndian(to[18..], FirstObservedAt.UtcTicks);
        BinaryPrimitives.WriteInt64LittleEndian(to[26..], At.UtcTicks);
        BinaryPrimitives.WriteDoubleLittleEndian(to[34..], Position.LatitudeDegrees);
        BinaryPrimitives.WriteDoubleLittleEndian(to[42..], Position.LongitudeDegrees);
        BinaryPrimitives.WriteDoubleLittleEndian(to[50..], VelocityEast);
        BinaryPrimitives.WriteDoubleLittleEndian(to[58..], VelocityNorth);
        BinaryPrimitives.WriteDoubleLittleEndian(to[66..], DoubtMetres);
        BinaryPrimitives.WriteInt32LittleEndian(to[74..], Mmsi ?? 0);
    }

    /// <summary>Reads one; false for another version, a length that is not right, or numbers that cannot be.</summary>
    public static bool TryRead(ReadOnlySpan<byte> from, out TrackHandover? read)
    {
        read = null;
        if (from.Length != Bytes || from[0] != Version || from[1] > 1)
        {
            return false;
        }

        var (first, at) = (
            BinaryPrimitives.ReadInt64LittleEndian(from[18..]),
            BinaryPrimitives.ReadInt64LittleEndian(from[26..])
        );
        double Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadDoubleLittleEndian(bytes);
        var (latitude, longitude) = (Number(from[34..]), Number(from[42..]));
        var (east, north, doubt) = (Number(from[50..]), Number(from[58..]), Number(from[66..]));
        var mmsi = BinaryPrimitives.ReadInt32LittleEndian(from[74..]);
        var isSound =
            first >= 0
            && (first <= at || from[1] == 1) // A claim may be younger than what it rests on.
            && first <= DateTimeOffset.MaxValue.UtcTicks
            && at >= 0
            && at <= DateTimeOffset.MaxValue.UtcTicks
            && Math.Abs(latitude) <= 90
            && Math.Abs(longitude) <= 180
            && double.IsFinite(east)
            && double.IsFinite(north)
            && doubt is >= 0 and < 1e6
            && mmsi is >= 0 and <= 999_999_999;
        if (!isSound)
        {
            return false;
        }

        read = new TrackHandover(
            new TrackId(new Guid(from[2..18], bigEndian: true)),
            new DateTimeOffset(first, TimeSpan.Zero),
            new DateTimeOffset(at, TimeSpan.Zero),
            Position.FromDegrees(latitude: latitude, longitude: longitude),
            east,
            north,
            doubt,
            mmsi == 0 ? null : mmsi,
            from[1] == 1
        );
        return true;
    }
}
