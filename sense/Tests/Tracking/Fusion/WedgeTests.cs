using CsCheck;
using Fourfold.Geo;
using Fourfold.Tracking.Fusion;
using Xunit;

namespace Fourfold.Sense.Tests.Tracking.Fusion;

public sealed class WedgeTests
{
    [Fact]
    public void It_holds_what_lies_between_its_angles_and_within_its_reach() =>
        Gen.Select(Gen.Double[-7, 7], Gen.Double[0.1, 3.1], Gen.Double[-7, 7], Gen.Double[1, 40_000])
            .Sample(
                (from, width, azimuth, range) =>
                {
                    var centre = new LocalPoint(1_000, -2_000);
                    var wedge = new Wedge(centre, 20_000, from, from + width);
                    var past = azimuth - from - Math.Tau * Math.Floor((azimuth - from) / Math.Tau);
                    if (Math.Min(Math.Abs(past - width), Math.Min(past, Math.Tau - past)) < 1e-6)
                        return; // On an edge it may say either.
                    var (sin, cos) = Math.SinCos(azimuth);
                    Assert.Equal(
                        range <= 20_000 && past <= width,
                        wedge.Holds(centre.East + range * sin, centre.North + range * cos)
                    );
                }
            );
}
