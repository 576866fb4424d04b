using Fourfold.Codecs.Ais;

namespace Fourfold.Simulator.Motion;

/// <summary>Round and round a closed way, a little faster and slower in turn.</summary>
/// <param name="way">The closed way.</param>
/// <param name="start">Where on it at the beginning, metres.</param>
/// <param name="speed">Mean speed, m/s; negative goes the other way round.</param>
/// <param name="phase">Of the change of speed, radians.</param>
/// <param name="status">What it says it is doing.</param>
internal sealed class Loop(Way way, double start, double speed, double phase, NavigationStatus status) : IMotion
{
    // A tenth faster and slower over twenty minutes.
    private const double Swing = 0.1;
    private const double Period = 1200;

    public Moment At(double seconds)
    {
        var turn = Math.Tau / Period;
        var gone = speed * (seconds + Swing / turn * Math.Sin(turn * seconds + phase));
        var now = speed * (1 + Swing * Math.Cos(turn * seconds + phase));
        var metres = (start + gone) % way.Length;
        var place = way.At(metres < 0 ? metres + way.Length : metres, out var course);
        var ahead = Geo.Angle.Wrap(speed < 0 ? course + Math.PI : course);
        return new Moment(place, Math.Abs(now), ahead, ahead, status);
    }
}
