namespace Fourfold.Codecs.Asterix;

/// <summary>Why bytes of a source did not become a block, a record or an item.</summary>
/// <remarks>The values are dense from 0 and index <see cref="AsterixFaultCounts"/>.</remarks>
public enum AsterixFault
{
    /// <summary>Nothing is wrong.</summary>
    None = 0,

    /// <summary>A block's LEN is below 3; bytes were passed over until a header made sense again. Counted once a run of bytes.</summary>
    BlockLengthInvalid,

    /// <summary>The source or datagram ended before the block's LEN.</summary>
    BlockTruncated,

    /// <summary>No table for the category; the block was passed over by its LEN.</summary>
    CategoryUnknown,

    /// <summary>A record names no item, as padding of zeros does; the rest of the block was passed over.</summary>
    RecordEmpty,

    /// <summary>A record, or an item in it, goes beyond the end of the block.</summary>
    RecordTruncated,

    /// <summary>A field specification longer than <see cref="AsterixLimits.MaxFspecOctets"/>.</summary>
    FspecTooLong,

    /// <summary>An item the edition does not have, of unknown length: the rest of the block cannot be read.</summary>
    ItemUnknown,

    /// <summary>A subfield the edition does not have, of unknown length: the rest of the block cannot be read.</summary>
    PartUnknown,

    /// <summary>More extents or presence octets than <see cref="AsterixLimits"/> allow.</summary>
    ExtentsTooMany,

    /// <summary>An explicit item (RE, SP) with LEN 0.</summary>
    LengthInvalid,
}
