namespace Fourfold.Codecs.Navigation;

/// <summary>What a radar knows of a target; the values are the letters sent.</summary>
public enum TargetStatus
{
    /// <summary>Lost.</summary>
    Lost = 'L',

    /// <summary>Being acquired.</summary>
    Acquiring = 'Q',

    /// <summary>Tracked.</summary>
    Tracking = 'T',
}

/// <summary>How a target was acquired; the values are the letters sent.</summary>
public enum TargetAcquisition
{
    /// <summary>By the radar itself.</summary>
    Automatic = 'A',

    /// <summary>By its operator.</summary>
    Manual = 'M',

    /// <summary>Reported by the target, as by AIS.</summary>
    Reported = 'R',
}

/// <summary>Unit of distances and speeds in one sentence; the values are the letters sent.</summary>
public enum DistanceUnit
{
    /// <summary>Kilometres and kilometres an hour.</summary>
    Kilometres = 'K',

    /// <summary>Nautical miles and knots.</summary>
    NauticalMiles = 'N',

    /// <summary>Statute miles and statute miles an hour.</summary>
    StatuteMiles = 'S',
}

/// <summary>Reads the letters as what they stand for; null for any other.</summary>
internal static class TargetLetters
{
    private const double MetresPerNauticalMile = 1852;
    private const double MetresPerStatuteMile = 1609.344;

    public static TargetStatus? Status(char? letter) => letter is 'L' or 'Q' or 'T' ? (TargetStatus)letter : null;

    public static TargetAcquisition? Acquisition(char? letter) =>
        letter is 'A' or 'M' or 'R' ? (TargetAcquisition)letter : null;

    public static DistanceUnit? Unit(char? letter) => letter is 'K' or 'N' or 'S' ? (DistanceUnit)letter : null;

    /// <summary>True for <c>T</c>, degrees from true north; false for <c>R</c>, from the own ship's heading.</summary>
    public static bool? IsTrue(char? letter) =>
        letter switch
        {
            'T' => true,
            'R' => false,
            _ => null,
        };

    /// <summary>Nautical miles or knots; null when the unit is not known.</summary>
    public static double? Nautical(double? value, DistanceUnit? unit) =>
        unit switch
        {
            DistanceUnit.NauticalMiles => value,
            DistanceUnit.Kilometres => value * 1000 / MetresPerNauticalMile,
            DistanceUnit.StatuteMiles => value * MetresPerStatuteMile / MetresPerNauticalMile,
            _ => null,
        };
}
