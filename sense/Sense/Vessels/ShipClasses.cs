using Fourfold.Tracking;

namespace Fourfold.Sense.Vessels;

/// <summary>The eight classes of the live picture; numbers as in <c>live.md</c>.</summary>
internal enum ShipClass : byte
{
    Unknown = 0,

    /// <summary>渔.</summary>
    Fishing = 1,

    /// <summary>货.</summary>
    Cargo = 2,

    /// <summary>油.</summary>
    Tanker = 3,

    /// <summary>客.</summary>
    Passenger = 4,

    /// <summary>公.</summary>
    Government = 5,

    /// <summary>小.</summary>
    Small = 6,

    /// <summary>Aid to navigation, base station or device.</summary>
    Fixed = 7,
}

internal static class ShipClasses
{
    private const int SmallMetres = 20;

    private static readonly string[] Codes =
    [
        "unknown",
        "fishing",
        "cargo",
        "tanker",
        "passenger",
        "government",
        "small",
        "aid",
    ];

    /// <summary>As in the API.</summary>
    public static string Code(this ShipClass shipClass) => Codes[(int)shipClass];

    /// <summary>The class by the reported type, else by radio and length.</summary>
    /// <remarks>Types: ITU-R M.1371-5, Annex 8, Table 53.</remarks>
    public static ShipClass Of(Vessel? vessel, Transponder transponder)
    {
        if (transponder is Transponder.BaseStation or Transponder.AidToNavigation or Transponder.Device)
            return ShipClass.Fixed;
        var byType = vessel?.ShipType switch
        {
            30 => ShipClass.Fishing,
            >= 70 and <= 79 => ShipClass.Cargo,
            >= 80 and <= 89 => ShipClass.Tanker,
            // High-speed craft (40–49) carry people nearly always.
            (>= 60 and <= 69) or (>= 40 and <= 49) => ShipClass.Passenger,
            // Pilot, rescue, anti-pollution, law enforcement, military, medical.
            35 or 50 or 51 or 54 or 55 or 58 => ShipClass.Government,
            36 or 37 => ShipClass.Small,
            _ => ShipClass.Unknown,
        };
        if (byType != ShipClass.Unknown || transponder != Transponder.ClassB)
            return byType;
        return vessel?.LengthMetres is < SmallMetres ? ShipClass.Small : ShipClass.Unknown;
    }
}
