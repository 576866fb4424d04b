using Fourfold.Codecs.Ais;
using Fourfold.Geo;

namespace Fourfold.Simulator.Motion;

/// <summary>Where a thing is and how it moves at a moment.</summary>
/// <param name="Position">True position.</param>
/// <param name="Speed">Speed over ground, m/s.</param>
/// <param name="Course">Course over ground, radians.</param>
/// <param name="Heading">True heading, radians.</param>
/// <param name="Status">What a class A ship would say it is doing.</param>
internal readonly record struct Moment(
    Position Position,
    double Speed,
    double Course,
    double Heading,
    NavigationStatus Status
);

/// <summary>A movement as a function of time alone, so that no error adds up and any moment can be asked for.</summary>
internal interface IMotion
{
    /// <summary>The moment so many seconds after the scenario began.</summary>
    Moment At(double seconds);
}
