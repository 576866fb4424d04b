using Fourfold.Codecs.Ais;

namespace Fourfold.Simulator.Motion;

/// <summary>A fast boat along a way, then still at its end.</summary>
/// <param name="way">The way.</param>
/// <param name="departs">When it is at the beginning, s; may be before the scenario's.</param>
/// <param name="speed">Speed, m/s.</param>
internal sealed class Dash(Way way, double departs, double speed) : IMotion
{
    /// <summary>When it is at the beginning, s.</summary>
    public double Departs => departs;

    /// <summary>When it is at the end, s.</summary>
    public double Arrives => departs + way.Length / speed;

    public Moment At(double seconds)
    {
        var place = way.At((seconds - departs) * speed, out var course);
        var now = seconds < departs || seconds >= Arrives ? 0 : speed;
        return new Moment(place, now, course, course, NavigationStatus.UnderWayUsingEngine);
    }
}
