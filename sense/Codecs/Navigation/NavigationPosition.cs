namespace Fourfold.Codecs.Navigation;

/// <summary>A position as navigation sentences give it, in the datum of the receiver: WGS 84 unless it says otherwise.</summary>
/// <param name="LatitudeDegrees">North positive, −90 to 90.</param>
/// <param name="LongitudeDegrees">East positive, −180 to 180.</param>
public readonly record struct NavigationPosition(double LatitudeDegrees, double LongitudeDegrees);
