namespace Fourfold.Codecs.Asterix.Specification;

/// <summary>How a data item or subfield is laid out.</summary>
/// <remarks>EUROCONTROL-SPEC-0149, Part 1, §4.3.</remarks>
public enum AsterixForm
{
    /// <summary>A number of octets that never changes.</summary>
    Fixed,

    /// <summary>Parts of known length, each closed by a bit FX that says whether the next follows.</summary>
    Extended,

    /// <summary>An octet REP, then as many elements of one length.</summary>
    Repeated,

    /// <summary>Elements of one length, each closed by a bit FX that says whether another follows.</summary>
    Chained,

    /// <summary>Presence bits with FX, then the subfields that are present.</summary>
    Compound,

    /// <summary>An octet LEN that counts itself, then content that need not be known: RE and SP.</summary>
    Explicit,
}
