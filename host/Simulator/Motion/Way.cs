using Fourfold.Geo;

namespace Fourfold.Simulator.Motion;

/// <summary>A line over the sea with rounded corners, walked by distance.</summary>
/// <remarks>Lengths are those of a plane at its middle: 0.03 % short at 250 km, which no ship's log shows.</remarks>
internal sealed class Way
{
    // Each round of corner cutting (G. Chaikin, 1974) replaces a corner by two of half its angle.
    private const int Rounds = 3;

    private readonly LocalFrame frame;
    private readonly LocalPoint[] points;
    private readonly double[] lengths;

    /// <summary>A way through places; a closed one comes back to the first.</summary>
    public Way(ReadOnlySpan<Position> places, bool isClosed)
    {
        frame = new LocalFrame(places[places.Length / 2]);
        var line = new List<LocalPoint>(places.Length + 1);
        foreach (var place in places)
        {
            line.Add(frame.ToLocal(place));
        }

        if (isClosed)
        {
            line.Add(line[0]);
        }

        for (var round = 0; round < Rounds && line.Count > 2; round++)
        {
            line = Rounded(line, isClosed);
        }

        points = [.. line];
        lengths = new double[points.Length];
        for (var i = 1; i < points.Length; i++)
        {
            lengths[i] = lengths[i - 1] + (points[i] - points[i - 1]).Length;
        }
    }

    /// <summary>Length, metres.</summary>
    public double Length => lengths[^1];

    /// <summary>True when no part of it touches land.</summary>
    public bool IsClearOf(Shoreline shore)
    {
        for (var i = 1; i < points.Length; i++)
        {
            if (shore.Crosses(frame.ToPosition(points[i - 1]), frame.ToPosition(points[i])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The place so many metres along (0 … <see cref="Length"/>, held there) and the direction of the way.</summary>
    public Position At(double metres, out double course)
    {
        metres = Math.Clamp(metres, 0, Length);
        var found = Array.BinarySearch(lengths, metres);
        var to = Math.Clamp(found >= 0 ? found : ~found, 1, points.Length - 1);
        var leg = points[to] - points[to - 1];
        var length = lengths[to] - lengths[to - 1];
        course = leg.Bearing;
        return frame.ToPosition(points[to - 1] + leg * (length > 0 ? (metres - lengths[to - 1]) / length : 0));
    }

    private static List<LocalPoint> Rounded(List<LocalPoint> line, bool isClosed)
    {
        var rounded = new List<LocalPoint>(line.Count * 2);
        if (!isClosed)
        {
            rounded.Add(line[0]);
        }

        for (var i = 1; i < line.Count; i++)
        {
            rounded.Add(line[i - 1] * 0.75 + line[i] * 0.25);
            rounded.Add(line[i - 1] * 0.25 + line[i] * 0.75);
        }

        rounded.Add(isClosed ? rounded[0] : line[^1]);
        return rounded;
    }
}
