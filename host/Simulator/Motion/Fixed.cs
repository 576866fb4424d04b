using Fourfold.Codecs.Ais;
using Fourfold.Geo;

namespace Fourfold.Simulator.Motion;

/// <summary>Does not move.</summary>
/// <param name="position">Where it is.</param>
internal sealed class Fixed(Position position) : IMotion
{
    public Moment At(double seconds) => new(position, 0, 0, 0, NavigationStatus.Undefined);
}
