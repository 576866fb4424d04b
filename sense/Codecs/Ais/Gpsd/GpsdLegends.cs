using Utf8 = System.Text.Encoding;

namespace Fourfold.Codecs.Ais.Gpsd;

/// <summary>The English texts that gpsd 3.22 prints for codes, letter for letter, so that its output can be compared.</summary>
internal static class GpsdLegends
{
    private const string FutureUse = "Reserved for future use";

    public static readonly Legend Navigation = new(
        "INVALID NAVIGATION STATUS",
        "Under way using engine",
        "At anchor",
        "Not under command",
        "Restricted manoeuverability",
        "Constrained by her draught",
        "Moored",
        "Aground",
        "Engaged in fishing",
        "Under way sailing",
        "Reserved for HSC",
        "Reserved for WIG",
        "Reserved",
        "Reserved",
        "Reserved",
        "Reserved",
        "Not defined"
    );

    public static readonly Legend FixType = new(
        "INVALID EPFD",
        "Undefined",
        "GPS",
        "GLONASS",
        "Combined GPS/GLONASS",
        "Loran-C",
        "Chayka",
        "Integrated navigation system",
        "Surveyed",
        "Galileo"
    );

    public static readonly Legend Ship = new("INVALID SHIP TYPE", [.. ShipTypes()]);

    public static readonly Legend Station = new(
        "INVALID STATION TYPE",
        "All types of mobiles",
        FutureUse,
        "All types of Class B mobile stations",
        "SAR airborne mobile station",
        "Aid to Navigation station",
        "Class B shipborne mobile station",
        "Regional use and inland waterways",
        "Regional use and inland waterways",
        "Regional use and inland waterways",
        "Regional use and inland waterways",
        FutureUse,
        FutureUse,
        FutureUse,
        FutureUse,
        FutureUse,
        FutureUse
    );

    public static readonly Legend Aid = new(
        "INVALID NAVAID TYPE",
        "Unspecified",
        "Reference point",
        "RACON",
        "Fixed offshore structure",
        "Spare, Reserved for future use.",
        "Light, without sectors",
        "Light, with sectors",
        "Leading Light Front",
        "Leading Light Rear",
        "Beacon, Cardinal N",
        "Beacon, Cardinal E",
        "Beacon, Cardinal S",
        "Beacon, Cardinal W",
        "Beacon, Port hand",
        "Beacon, Starboard hand",
        "Beacon, Preferred Channel port hand",
        "Beacon, Preferred Channel starboard hand",
        "Beacon, Isolated danger",
        "Beacon, Safe water",
        "Beacon, Special mark",
        "Cardinal Mark N",
        "Cardinal Mark E",
        "Cardinal Mark S",
        "Cardinal Mark W",
        "Port hand Mark",
        "Starboard hand Mark",
        "Preferred Channel Port hand",
        "Preferred Channel Starboard hand",
        "Isolated danger",
        "Safe Water",
        "Special Mark",
        "Light Vessel / LANBY / Rigs"
    );

    public static readonly Legend Racon = new(
        "",
        "No RACON installed",
        "RACON not monitored",
        "RACON operational",
        "RACON ERROR"
    );

    public static readonly Legend Light = new("", "No light or no monitoring", "Light ON", "Light OFF", "Light ERROR");

    private static IEnumerable<string> ShipTypes()
    {
        for (var i = 0; i < 20; i++)
        {
            yield return i == 0 ? "Not available" : FutureUse;
        }
        foreach (var text in Cargo("Wing in ground (WIG)", FutureUse))
        {
            yield return text;
        }
        string[] special =
        [
            "Fishing",
            "Towing",
            "Towing: length exceeds 200m or breadth exceeds 25m",
            "Dredging or underwater ops",
            "Diving ops",
            "Military ops",
            "Sailing",
            "Pleasure Craft",
            "Reserved",
            "Reserved",
        ];
        string[] service =
        [
            "Pilot Vessel",
            "Search and Rescue vessel",
            "Tug",
            "Port Tender",
            "Anti-pollution equipment",
            "Law Enforcement",
            "Spare - Local Vessel",
            "Spare - Local Vessel",
            "Medical Transport",
            "Ship according to RR Resolution No. 18",
        ];
        var groups = special
            .Concat(Cargo("High speed craft (HSC)", "No additional information"))
            .Concat(service)
            .Concat(Cargo("Passenger", "No additional information"))
            .Concat(Cargo("Cargo", "No additional information"))
            .Concat(Cargo("Tanker", "No additional information"))
            .Concat(Cargo("Other Type", "no additional information"));
        foreach (var text in groups)
        {
            yield return text;
        }
    }

    private static IEnumerable<string> Cargo(string kind, string last)
    {
        yield return $"{kind} - all ships of this type";
        foreach (var category in "ABCD")
        {
            yield return $"{kind} - Hazardous category {category}";
        }
        for (var i = 5; i < 9; i++)
        {
            yield return $"{kind} - {FutureUse}";
        }
        yield return $"{kind} - {last}";
    }
}

/// <summary>Texts by code, and the one for a code that has none.</summary>
internal sealed class Legend(string unknown, params string[] texts)
{
    private readonly byte[] _unknown = Utf8.UTF8.GetBytes(unknown);
    private readonly byte[][] _texts = [.. texts.Select(Utf8.UTF8.GetBytes)];

    public ReadOnlySpan<byte> this[uint code] => code < (uint)_texts.Length ? _texts[code] : _unknown;
}
