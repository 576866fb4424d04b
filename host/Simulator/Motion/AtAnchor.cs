using Fourfold.Codecs.Ais;
using Fourfold.Geo;

namespace Fourfold.Simulator.Motion;

/// <summary>A ship swinging about its anchor with wind and tide.</summary>
/// <param name="anchor">Where the anchor lies.</param>
/// <param name="chainMetres">How far the ship lies from it.</param>
/// <param name="phase">Of the swing, radians.</param>
internal sealed class AtAnchor(Position anchor, double chainMetres, double phase) : IMotion
{
    // Half a turn to either side over the tide of some twelve hours, and a little yaw every ten minutes.
    private const double Tide = 44_700;
    private const double Yaw = 600;

    private readonly LocalFrame frame = new(anchor);

    public Moment At(double seconds)
    {
        var slow = Math.Tau / Tide;
        var quick = Math.Tau / Yaw;
        var heading =
            Math.PI / 2 * Math.Sin(slow * seconds + phase) + 0.2 * Math.Sin(quick * seconds + 3 * phase) + phase;
        var turning =
            Math.PI / 2 * slow * Math.Cos(slow * seconds + phase) + 0.2 * quick * Math.Cos(quick * seconds + 3 * phase);
        var astern = new LocalPoint(-Math.Sin(heading), -Math.Cos(heading)) * chainMetres;
        var course = turning < 0 ? heading + Math.PI / 2 : heading - Math.PI / 2;
        return new Moment(
            frame.ToPosition(astern),
            Math.Abs(turning) * chainMetres,
            Angle.Wrap(course),
            Angle.Wrap(heading),
            NavigationStatus.AtAnchor
        );
    }
}
