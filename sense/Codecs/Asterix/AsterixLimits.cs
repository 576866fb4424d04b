namespace Fourfold.Codecs.Asterix;

/// <summary>What a reader accepts at most.</summary>
public static class AsterixLimits
{
    /// <summary>Octets of a data block: LEN has sixteen bits.</summary>
    public const int MaxBlockOctets = 65_535;

    /// <summary>Octets of a block's header: CAT and LEN.</summary>
    public const int HeaderOctets = 3;

    /// <summary>Octets of a field specification (FSPEC); the longest profile known needs seven.</summary>
    public const int MaxFspecOctets = 16;

    /// <summary>Extents of an extended item and elements of a chained one.</summary>
    public const int MaxExtents = 255;

    /// <summary>Octets of presence bits of a compound item; the longest known needs five.</summary>
    public const int MaxPresenceOctets = 8;

    /// <summary>Octets of the sample of a fault.</summary>
    public const int MaxSampleOctets = 64;

    internal const int MaxItems = 7 * MaxFspecOctets;
}
