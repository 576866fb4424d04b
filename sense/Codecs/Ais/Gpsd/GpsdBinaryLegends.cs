namespace Fourfold.Codecs.Ais.Gpsd;

/// <summary>gpsd's texts for the codes in binary messages, letter for letter.</summary>
internal static class GpsdBinaryLegends
{
    private const string FutureUse = "Reserved for future use";

    public static readonly Legend Precipitation = new(
        "",
        "reserved",
        "rain",
        "thunderstorm",
        "freezing rain",
        "mixed/ice",
        "snow",
        "reserved",
        "N/A"
    );

    public static readonly Legend Ice = new("", "no", "yes", "reserved", "N/A");

    public static readonly Legend TargetId = new("", "mmsi", "imo", "callsign", "other");

    public static readonly Legend LockStatus = new("", "Operational", "Limited operation", "Out of order", "N/A");

    public static readonly Legend Berth = new(
        "",
        "Not available",
        "Port-side to",
        "Starboard-side to",
        "Mediterranean (end-on) mooring",
        "Mooring buoy",
        "Anchorage",
        FutureUse,
        FutureUse
    );

    public static readonly Legend Route = new(
        "",
        [
            "Undefined (default)",
            "Mandatory",
            "Recommended",
            "Alternative",
            "Recommended route through ice",
            "Ship route plan",
            .. Enumerable.Repeat(FutureUse + ".", 25),
            "Cancel route identified by message linkage",
        ]
    );

    public static readonly Legend TrafficSignal = new(
        "INVALID SIGNAL TYPE",
        "N/A",
        "Serious emergency – stop or divert according to instructions.",
        "Vessels shall not proceed.",
        "Vessels may proceed. One way traffic.",
        "Vessels may proceed. Two way traffic.",
        "Vessels shall proceed on specific orders only.",
        "Vessels in main channel shall not proceed.",
        "Vessels in main channel shall proceed on specific orders only.",
        "Vessels in main channel shall proceed on specific orders only.",
        "I = \\\"in-bound\\\" only acceptable.",
        "O = \\\"out-bound\\\" only acceptable.",
        "F = both \\\"in- and out-bound\\\" acceptable.",
        "XI = Code will shift to \\\"I\\\" in due time.",
        "XO = Code will shift to \\\"O\\\" in due time.",
        "X = Vessels shall proceed only on direction."
    );

    public static readonly Legend Hazard = new(
        "INVALID HAZARD TYPE",
        "0 blue cones/lights",
        "1 blue cone/light",
        "2 blue cones/lights",
        "3 blue cones/lights",
        "4 B-Flag",
        "Unknown"
    );

    public static readonly Legend Loaded = new("INVALID LOAD STATUS", "N/A (default)", "Unloaded", "Loaded");

    public static readonly Legend EmmaType = new(
        "INVALID EMMA TYPE",
        "Not Available",
        "Wind",
        "Rain",
        "Snow and ice",
        "Thunderstorm",
        "Fog",
        "Low temperature",
        "High temperature",
        "Flood",
        "Forest Fire"
    );

    public static readonly Legend EmmaClass = new("INVALID EMMA TYPE", "Slight", "Medium", "Strong");

    public static readonly Legend EmmaWind = new(
        "INVALID EMMA WIND DIRECTION",
        "N/A",
        "North",
        "North East",
        "East",
        "South East",
        "South",
        "South West",
        "West",
        "North West"
    );

    public static readonly Legend Direction = new(
        "INVALID DIRECTION",
        "Unknown",
        "Upstream",
        "Downstream",
        "To left bank",
        "To right bank"
    );

    public static readonly Legend Signal = new(
        "INVALID STATUS",
        "Unknown",
        "No light",
        "White",
        "Yellow",
        "Green",
        "Red",
        "White flashing",
        "Yellow flashing."
    );

    /// <summary>Names of the two-bit services of a berth, in the order of the bits.</summary>
    public static readonly byte[][] BerthServices =
    [
        .. "agent fuel chandler stevedore electrical water customs cartage crane lift medical navrepair provisions shiprepair surveyor steam tugs solidwaste liquidwaste hazardouswaste ballast additional regional1 regional2 future1 future2"
            .Split(' ')
            .Select(System.Text.Encoding.ASCII.GetBytes),
    ];

    // ERI code, the AIS ship type that stands for it, and its name; the first that fits either number is taken.
    private static readonly (uint Eri, uint Ais, string Name)[] InlandNames =
    [
        (8000, 99, "Vessel, type unknown"),
        (8010, 79, "Motor freighter"),
        (8020, 89, "Motor tanker"),
        (8021, 80, "Motor tanker, liquid cargo, type N"),
        (8022, 80, "Motor tanker, liquid cargo, type C"),
        (8023, 89, "Motor tanker, dry cargo as if liquid (e.g. cement)"),
        (8030, 79, "Container vessel"),
        (8040, 80, "Gas tanker"),
        (8050, 79, "Motor freighter, tug"),
        (8060, 89, "Motor tanker, tug"),
        (8070, 79, "Motor freighter with one or more ships alongside"),
        (8080, 89, "Motor freighter with tanker"),
        (8090, 79, "Motor freighter pushing one or more freighters"),
        (8100, 89, "Motor freighter pushing at least one tank-ship"),
        (8110, 79, "Tug, freighter"),
        (8120, 89, "Tug, tanker"),
        (8130, 31, "Tug freighter, coupled"),
        (8140, 31, "Tug, freighter/tanker, coupled"),
        (8150, 99, "Freightbarge"),
        (8160, 99, "Tankbarge"),
        (8161, 90, "Tankbarge, liquid cargo, type N"),
        (8162, 90, "Tankbarge, liquid cargo, type C"),
        (8163, 99, "Tankbarge, dry cargo as if liquid (e.g. cement)"),
        (8170, 99, "Freightbarge with containers"),
        (8180, 90, "Tankbarge, gas"),
        (8210, 79, "Pushtow, one cargo barge"),
        (8220, 79, "Pushtow, two cargo barges"),
        (8230, 79, "Pushtow, three cargo barges"),
        (8240, 79, "Pushtow, four cargo barges"),
        (8250, 79, "Pushtow, five cargo barges"),
        (8260, 79, "Pushtow, six cargo barges"),
        (8270, 79, "Pushtow, seven cargo barges"),
        (8280, 79, "Pushtow, eigth cargo barges"),
        (8290, 79, "Pushtow, nine or more barges"),
        (8310, 80, "Pushtow, one tank/gas barge"),
        (8320, 80, "Pushtow, two barges at least one tanker or gas barge"),
        (8330, 80, "Pushtow, three barges at least one tanker or gas barge"),
        (8340, 80, "Pushtow, four barges at least one tanker or gas barge"),
        (8350, 80, "Pushtow, five barges at least one tanker or gas barge"),
        (8360, 80, "Pushtow, six barges at least one tanker or gas barge"),
        (8370, 80, "Pushtow, seven barges at least one tanker or gas barg"),
    ];

    private static readonly byte[][] InlandTexts =
    [
        .. InlandNames.Select(one => System.Text.Encoding.ASCII.GetBytes(one.Name)),
        "Illegal ship type value."u8.ToArray(),
    ];

    /// <summary>Name of an inland ship type, by its ERI code or its AIS type.</summary>
    public static ReadOnlySpan<byte> InlandShip(uint type)
    {
        for (var i = 0; i < InlandNames.Length; i++)
        {
            if (InlandNames[i].Eri == type || InlandNames[i].Ais == type)
            {
                return InlandTexts[i];
            }
        }
        return InlandTexts[InlandNames.Length];
    }
}
