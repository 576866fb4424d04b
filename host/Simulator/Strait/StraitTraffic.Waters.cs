using Fourfold.Geo;

namespace Fourfold.Simulator.Strait;

internal sealed partial class StraitTraffic
{
    // East through the strait on the southern side and back on the northern: keep to starboard.
    private static readonly Position[] Lane =
    [
        StraitPlaces.At(20.060, 109.250),
        StraitPlaces.At(20.120, 109.700),
        StraitPlaces.At(20.136, 110.000),
        StraitPlaces.At(20.142, 110.300),
        StraitPlaces.At(20.190, 110.650),
        StraitPlaces.At(20.180, 111.200),
        StraitPlaces.At(20.260, 111.250),
        StraitPlaces.At(20.240, 110.650),
        StraitPlaces.At(20.172, 110.300),
        StraitPlaces.At(20.170, 110.000),
        StraitPlaces.At(20.155, 109.700),
        StraitPlaces.At(20.100, 109.250),
    ];

    private static readonly Position[] AroundTheIsland =
    [
        StraitPlaces.At(20.215, 110.300),
        StraitPlaces.At(20.240, 110.620),
        StraitPlaces.At(20.120, 111.080),
        StraitPlaces.At(19.700, 111.260),
        StraitPlaces.At(19.200, 110.900),
        StraitPlaces.At(18.700, 110.700),
        StraitPlaces.At(18.250, 110.200),
        StraitPlaces.At(17.980, 109.650),
        StraitPlaces.At(18.050, 109.000),
        StraitPlaces.At(18.400, 108.450),
        StraitPlaces.At(18.950, 108.350),
        StraitPlaces.At(19.450, 108.550),
        StraitPlaces.At(19.950, 108.900),
        StraitPlaces.At(20.180, 109.400),
        StraitPlaces.At(20.190, 109.800),
    ];

    private static readonly (string Name, Position Centre, double RadiusMetres, int Boats)[] Grounds =
    [
        ("HAIKOU", StraitPlaces.At(20.080, 110.030), 2_000, 12),
        ("CHENGMAI", StraitPlaces.At(20.085, 110.110), 1_800, 12),
        ("LINGAO", StraitPlaces.At(20.070, 109.600), 5_000, 16),
        ("DANZHOU", StraitPlaces.At(19.980, 109.050), 6_000, 12),
        ("WENCHANG", StraitPlaces.At(19.850, 111.200), 6_000, 12),
        ("QIONGHAI", StraitPlaces.At(19.150, 110.720), 5_000, 10),
        ("SANYA", StraitPlaces.At(18.100, 109.700), 6_000, 12),
        ("DONGFANG", StraitPlaces.At(19.250, 108.450), 5_000, 10),
    ];

    private static readonly (Position Centre, double RadiusMetres, int Ships, string Destination)[] Anchorages =
    [
        (StraitPlaces.At(20.095, 110.340), 3_500, 14, "HAIKOU"),
        (StraitPlaces.At(19.800, 109.030), 4_000, 9, "YANGPU"),
        (StraitPlaces.At(18.150, 109.440), 3_000, 6, "SANYA"),
        (StraitPlaces.At(19.120, 108.540), 3_000, 6, "BASUO"),
        (StraitPlaces.At(20.222, 110.300), 1_200, 4, "HAIAN"),
    ];
}
