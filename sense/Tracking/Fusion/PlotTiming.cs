namespace Fourfold.Tracking.Fusion;

/// <summary>When a plot came, as seen from its sector.</summary>
internal enum PlotTiming
{
    /// <summary>In time: it is worked on with its sector.</summary>
    Waits,

    /// <summary>After its sector was worked on, and it is known when the beam was on it.</summary>
    Straggler,

    /// <summary>Far too late, by a clock that leapt, or from where the radar sees nothing.</summary>
    Refused,
}
