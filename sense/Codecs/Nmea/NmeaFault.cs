namespace Fourfold.Codecs.Nmea;

/// <summary>Why bytes of a source did not become a sentence or a message.</summary>
/// <remarks>The values are dense from 0 and index <see cref="NmeaFaultCounts"/>.</remarks>
public enum NmeaFault
{
    /// <summary>Nothing is wrong.</summary>
    None = 0,

    /// <summary>A line that is neither blank nor a comment holds no sentence and no tag block.</summary>
    NoSentence,

    /// <summary>No line end within <see cref="NmeaLimits.MaxLineBytes"/>; the line was cut and read in pieces.</summary>
    LineTooLong,

    /// <summary>Another sentence begins, or the line ends, before the <c>*</c> of the checksum.</summary>
    SentenceTruncated,

    /// <summary>The two characters after <c>*</c> are not hexadecimal digits.</summary>
    ChecksumMalformed,

    /// <summary>The checksum does not match the sentence.</summary>
    ChecksumWrong,

    /// <summary>A <c>\</c> opens a tag block that the line does not close.</summary>
    TagBlockUnterminated,

    /// <summary>A tag block has no readable checksum or a field without <c>:</c>.</summary>
    TagBlockMalformed,

    /// <summary>The checksum of a tag block does not match; its fields were not used.</summary>
    TagBlockChecksumWrong,

    /// <summary>A VDM or VDO sentence has too few fields.</summary>
    FieldsMissing,

    /// <summary>Fragment total or number is not 1–9, or the number exceeds the total.</summary>
    FragmentNumberInvalid,

    /// <summary>Fill bits are not 0–5.</summary>
    FillBitsInvalid,

    /// <summary>A payload character is outside the six-bit armour <c>0–W</c>, <c>`–w</c>.</summary>
    PayloadCharacterInvalid,

    /// <summary>The payload exceeds <see cref="NmeaLimits.MaxPayloadCharacters"/>.</summary>
    PayloadTooLong,

    /// <summary>The payload is shorter than 38 bits and names no MMSI.</summary>
    PayloadTooShort,

    /// <summary>A fragment whose partners did not come within the window of time or sentences.</summary>
    FragmentExpired,

    /// <summary>A fragment was pushed out by newer ones; see <see cref="NmeaLimits.MaxPendingMessages"/>.</summary>
    FragmentEvicted,

    /// <summary>The same fragment came twice, with the same content; the second was not used.</summary>
    FragmentRepeated,

    /// <summary>A fragment number came again with other content: the earlier fragments were given up.</summary>
    FragmentReplaced,

    /// <summary>A fragment without station or group fits several pending messages; it was not used.</summary>
    FragmentAmbiguous,

    /// <summary>The message type is 0 or above 28.</summary>
    TypeUnknown,
}
