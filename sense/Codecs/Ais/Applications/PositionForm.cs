namespace Fourfold.Codecs.Ais.Applications;

/// <summary>How a position is sent.</summary>
public enum PositionForm
{
    /// <summary>28 bits of longitude and 27 of latitude in 1/10,000 minute.</summary>
    Fine,

    /// <summary>25 bits of longitude and 24 of latitude in 1/1,000 minute.</summary>
    Medium,

    /// <summary>The same as <see cref="Fine"/>, latitude first.</summary>
    FineLatitudeFirst,

    /// <summary>The same as <see cref="Medium"/>, latitude first.</summary>
    MediumLatitudeFirst,
}
