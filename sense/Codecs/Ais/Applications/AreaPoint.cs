namespace Fourfold.Codecs.Ais.Applications;

/// <summary>A point as seen from the one before it.</summary>
/// <param name="BearingDegrees">True bearing, degrees in steps of 0.5, 0–359.5.</param>
/// <param name="DistanceMetres">Distance, metres, from 1 on.</param>
public readonly record struct AreaPoint(double BearingDegrees, int DistanceMetres);
