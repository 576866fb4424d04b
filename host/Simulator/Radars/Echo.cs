namespace Fourfold.Simulator.Radars;

/// <summary>Something that a radar measured in a turn.</summary>
/// <param name="At">When the beam was on it, s since the scenario began.</param>
/// <param name="RangeMetres">Slant range as measured.</param>
/// <param name="Azimuth">As measured, radians in [0, 2π).</param>
/// <param name="Ratio">Echo over noise, as a ratio of powers.</param>
internal readonly record struct Echo(double At, double RangeMetres, double Azimuth, double Ratio);
