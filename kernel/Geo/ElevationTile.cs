using System.Buffers.Binary;
using System.Globalization;

namespace Fourfold.Geo;

/// <summary>
/// Heights of the land over one square degree, in the format of the Shuttle Radar Topography Mission (<c>.hgt</c>): rows from
/// north to south, samples from west to east, big-endian 16-bit metres, the edges shared with the neighbours. Immutable.
/// </summary>
/// <remarks>Source: U.S. Geological Survey, "SRTM documentation", section 2.1; heights are above the geoid EGM96.</remarks>
public sealed class ElevationTile
{
    private const short Void = short.MinValue;
    private readonly ReadOnlyMemory<byte> samples;

    private ElevationTile(int south, int west, int side, ReadOnlyMemory<byte> samples) =>
        (South, West, Side, this.samples) = (south, west, side, samples);

    /// <summary>Latitude of its southern edge, whole degrees, −90–89.</summary>
    public int South { get; }

    /// <summary>Longitude of its western edge, whole degrees, −180–179.</summary>
    public int West { get; }

    /// <summary>Samples along an edge: 1,201 (3″, some 90 m) or 3,601 (1″, some 30 m).</summary>
    public int Side { get; }

    /// <summary>Bytes of the format with so many samples along an edge.</summary>
    public static int BytesOf(int side) => side * side * sizeof(short);

    /// <summary>The name of the tile that holds a place, without its ending: <c>N19E110</c>.</summary>
    public static string NameOf(Position place)
    {
        var south = (int)Math.Floor(place.LatitudeDegrees);
        var west = (int)Math.Floor(place.LongitudeDegrees);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(south < 0 ? 'S' : 'N')}{Math.Abs(south):00}{(west < 0 ? 'W' : 'E')}{Math.Abs(west):000}"
        );
    }

    /// <summary>Reads a tile; false when the name is none of the format or the bytes are of neither size.</summary>
    /// <param name="name">File's name without its ending: its south-western corner.</param>
    /// <param name="bytes">The whole file; kept, not copied.</param>
    /// <param name="tile">The tile.</param>
    public static bool TryRead(
        ReadOnlySpan<char> name,
        ReadOnlyMemory<byte> bytes,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ElevationTile? tile
    )
    {
        tile = null;
        var side =
            bytes.Length == BytesOf(1_201) ? 1_201
            : bytes.Length == BytesOf(3_601) ? 3_601
            : 0;
        if (
            side == 0
            || name.Length != 7
            || !TryCorner(name[..3], 'N', 'S', out var south)
            || !TryCorner(name[3..], 'E', 'W', out var west)
            || south is < -90 or > 89
            || west is < -180 or > 179
        )
            return false;
        tile = new ElevationTile(south, west, side, bytes);
        return true;
    }

    /// <summary>
    /// Height of the ground, metres, between the four samples around it; NaN outside the tile and where one of them is void.
    /// </summary>
    public double HeightAt(Position place)
    {
        var x = (place.LongitudeDegrees - West) * (Side - 1);
        var y = (South + 1 - place.LatitudeDegrees) * (Side - 1);
        if (!(x >= 0 && y >= 0 && x <= Side - 1 && y <= Side - 1))
            return double.NaN;
        var (column, row) = (Math.Min((int)x, Side - 2), Math.Min((int)y, Side - 2));
        var (east, south) = (x - column, y - row);
        var north = Between(Sample(row, column), Sample(row, column + 1), east);
        return Between(north, Between(Sample(row + 1, column), Sample(row + 1, column + 1), east), south);
    }

    private static double Between(double first, double second, double share) => first + (second - first) * share;

    private double Sample(int row, int column)
    {
        var metres = BinaryPrimitives.ReadInt16BigEndian(samples.Span[((row * Side + column) * sizeof(short))..]);
        return metres == Void ? double.NaN : metres;
    }

    private static bool TryCorner(ReadOnlySpan<char> text, char positive, char negative, out int degrees)
    {
        degrees = 0;
        var letter = char.ToUpperInvariant(text[0]);
        if (
            (letter != positive && letter != negative)
            || !int.TryParse(text[1..], NumberStyles.None, CultureInfo.InvariantCulture, out degrees)
        )
            return false;
        degrees = letter == negative ? -degrees : degrees;
        return true;
    }
}
