using Fourfold.Codecs.Ais;
using Fourfold.Geo;

namespace Fourfold.Simulator.Motion;

/// <summary>A ferry: across, some time at the berth, and back by a way of its own.</summary>
/// <param name="there">The way out.</param>
/// <param name="back">The way back, from where the way out ends to where it begins.</param>
/// <param name="speed">Cruising speed, m/s.</param>
/// <param name="berth">Time at each berth, s.</param>
/// <param name="phase">Share of its round, 0 … 1, at the beginning.</param>
internal sealed class Shuttle(Way there, Way back, double speed, double berth, double phase) : IMotion
{
    // Getting up to speed and down again, s; the distance this costs is half of it at full speed, at each end.
    private const double Ramp = 120;

    public Moment At(double seconds)
    {
        var out1 = Duration(there);
        var out2 = Duration(back);
        var round = out1 + out2 + 2 * berth;
        var t = (seconds + phase * round) % round;
        if (t < out1)
        {
            return Sailing(there, t);
        }

        if (t < out1 + berth)
        {
            return Berthed(there);
        }

        t -= out1 + berth;
        return t < out2 ? Sailing(back, t) : Berthed(back);
    }

    private double Duration(Way way) => way.Length / speed + Ramp;

    private Moment Sailing(Way way, double t)
    {
        var left = Duration(way) - t;
        var edge = Math.Min(t, left);
        var now = speed * Math.Min(1, edge / Ramp);
        var fromEdge = edge < Ramp ? speed * edge * edge / (2 * Ramp) : speed * (edge - Ramp / 2);
        var metres = t <= left ? fromEdge : way.Length - fromEdge;
        var place = way.At(metres, out var course);
        return new Moment(place, now, course, course, NavigationStatus.UnderWayUsingEngine);
    }

    private static Moment Berthed(Way way)
    {
        var place = way.At(way.Length, out var course);
        return new Moment(place, 0, course, Angle.Wrap(course), NavigationStatus.Moored);
    }
}
