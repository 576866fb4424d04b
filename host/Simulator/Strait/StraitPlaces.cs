using Fourfold.Geo;
using Fourfold.Simulator.Radars;

namespace Fourfold.Simulator.Strait;

/// <summary>A named place of the demonstration.</summary>
/// <param name="Key">Stable key.</param>
/// <param name="NameZh">Chinese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Position">Where it is.</param>
public sealed record StraitPlace(string Key, string NameZh, string NameEn, Position Position);

/// <summary>A zone of the demonstration.</summary>
/// <param name="Key">Stable key.</param>
/// <param name="NameZh">Chinese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Kind"><c>watch</c>, <c>harbour</c> or <c>anchorage</c>.</param>
/// <param name="Area">Where it is.</param>
public sealed record StraitZone(string Key, string NameZh, string NameEn, string Kind, MultiPolygon Area);

/// <summary>
/// Places and zones of the strait scenario. Coast and ports are drawn from the map's outline, a kilometre true; the hidden
/// pier, the zones and all that happens there are invented.
/// </summary>
public static class StraitPlaces
{
    /// <summary>Where the small boat runs to: a pier given up long ago. On the shore of the map's outline.</summary>
    public static StraitPlace HiddenPier { get; } =
        new("dongshui-old-pier", "东水旧码头（演示）", "Dongshui old pier (demonstration)", At(19.98889, 110.08045));

    /// <summary>Where it switches its transponder off: 4.4 km from the pier.</summary>
    public static Position GoesDark { get; } = At(20.028, 110.072);

    /// <summary>Ports on both sides.</summary>
    public static IReadOnlyList<StraitPlace> Ports { get; } =
    [
        new("xiuying", "秀英港", "Xiuying", At(20.046, 110.268)),
        new("xinhai", "新海港", "Xinhai", At(20.068, 110.155)),
        new("haian", "海安港", "Hai'an", At(20.254, 110.226)),
        new("xuwen", "徐闻港", "Xuwen", At(20.238, 110.115)),
    ];

    /// <summary>
    /// The zone that the boat enters some 30 s after the beginning, and in which it goes dark: the waters off the hidden
    /// pier. Nobody else of the scenario comes here.
    /// </summary>
    public static StraitZone WatchZone { get; } =
        new(
            "dongshui-watch",
            "东水港外重点区域（演示）",
            "Waters off Dongshui (demonstration)",
            "watch",
            Area((20.0336, 110.030), (19.996, 110.030), (19.994, 110.078), (20.004, 110.116), (20.0336, 110.116))
        );

    /// <summary>All zones: the watch zone, harbours and anchorages, where silence is usual.</summary>
    public static IReadOnlyList<StraitZone> Zones { get; } =
    [
        WatchZone,
        Harbour("xiuying", "秀英港（演示）", "Xiuying harbour (demonstration)", At(20.046, 110.268), 1_800),
        Harbour("xinhai", "新海港（演示）", "Xinhai harbour (demonstration)", At(20.068, 110.155), 1_500),
        Harbour("haian", "海安港（演示）", "Hai'an harbour (demonstration)", At(20.254, 110.226), 1_500),
        Harbour("xuwen", "徐闻港（演示）", "Xuwen harbour (demonstration)", At(20.238, 110.115), 1_500),
        new(
            "haikou-anchorage",
            "海口锚地（演示）",
            "Haikou anchorage (demonstration)",
            "anchorage",
            Circle(At(20.095, 110.340), 4_500)
        ),
        new(
            "yangpu-anchorage",
            "洋浦锚地（演示）",
            "Yangpu anchorage (demonstration)",
            "anchorage",
            Circle(At(19.800, 109.030), 5_000)
        ),
        new(
            "sanya-anchorage",
            "三亚锚地（演示）",
            "Sanya anchorage (demonstration)",
            "anchorage",
            Circle(At(18.150, 109.440), 4_000)
        ),
        new(
            "basuo-anchorage",
            "八所锚地（演示）",
            "Basuo anchorage (demonstration)",
            "anchorage",
            Circle(At(19.120, 108.540), 4_000)
        ),
    ];

    /// <summary>
    /// Shore radars: two that see the strait from pier to pier, and one over the bay of Sanya. Their system area code is 0
    /// and they stand on the map's outline; nothing of them is real.
    /// </summary>
    public static IReadOnlyList<RadarSite> Radars { get; } =
    [
        new()
        {
            Key = "xinhai-radar",
            NameZh = "海口秀英新海雷达站（演示）",
            NameEn = "Haikou Xiuying Xinhai radar (demonstration)",
            Position = At(20.0625, 110.1625),
            AntennaHeightMetres = 45,
            AreaCode = 0,
            SystemCode = 201,
            PeriodSeconds = 2.5,
        },
        new()
        {
            Key = "haian-radar",
            NameZh = "徐闻海安雷达站（演示）",
            NameEn = "Xuwen Hai'an radar (demonstration)",
            Position = At(20.2535, 110.1875),
            AntennaHeightMetres = 40,
            AreaCode = 0,
            SystemCode = 202,
            PeriodSeconds = 3,
        },
        new()
        {
            Key = "sanya-radar",
            NameZh = "三亚鹿回头雷达站（演示）",
            NameEn = "Sanya Luhuitou radar (demonstration)",
            Position = At(18.1730, 109.5655),
            AntennaHeightMetres = 60,
            AreaCode = 0,
            SystemCode = 203,
            PeriodSeconds = 2.5,
        },
    ];

    internal static Position At(double latitude, double longitude) => Position.FromDegrees(latitude, longitude);

    private static StraitZone Harbour(string key, string zh, string en, Position centre, double metres) =>
        new(key + "-harbour", zh, en, "harbour", Circle(centre, metres));

    private static MultiPolygon Area(params ReadOnlySpan<(double Latitude, double Longitude)> corners)
    {
        var places = new Position[corners.Length];
        for (var i = 0; i < corners.Length; i++)
        {
            places[i] = At(corners[i].Latitude, corners[i].Longitude);
        }

        return new MultiPolygon(new Polygon(new LinearRing(places)));
    }

    private static MultiPolygon Circle(Position centre, double metres)
    {
        const int corners = 24;
        var places = new Position[corners];
        for (var i = 0; i < corners; i++)
        {
            places[i] = centre.Destination(-i * Math.Tau / corners, metres);
        }

        return new MultiPolygon(new Polygon(new LinearRing(places)));
    }
}
