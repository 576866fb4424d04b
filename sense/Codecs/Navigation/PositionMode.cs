namespace Fourfold.Codecs.Navigation;

/// <summary>How a position was made; the values are the letters sent.</summary>
/// <remarks>IEC 61162-1, mode indicator of RMC, GLL, VTG.</remarks>
public enum PositionMode
{
    /// <summary>By satellites alone.</summary>
    Autonomous = 'A',

    /// <summary>By satellites with differential corrections.</summary>
    Differential = 'D',

    /// <summary>Dead reckoning.</summary>
    Estimated = 'E',

    /// <summary>Real-time kinematic, floating ambiguities.</summary>
    FloatRtk = 'F',

    /// <summary>Entered by hand.</summary>
    Manual = 'M',

    /// <summary>Not valid.</summary>
    NotValid = 'N',

    /// <summary>Precise: no deliberate degradation.</summary>
    Precise = 'P',

    /// <summary>Real-time kinematic, whole ambiguities.</summary>
    Rtk = 'R',

    /// <summary>Simulated.</summary>
    Simulator = 'S',
}

/// <summary>Reads the letter as what it stands for; null for any other.</summary>
internal static class PositionModes
{
    public static PositionMode? Read(char? letter) =>
        letter is 'A' or 'D' or 'E' or 'F' or 'M' or 'N' or 'P' or 'R' or 'S' ? (PositionMode)letter : null;
}
