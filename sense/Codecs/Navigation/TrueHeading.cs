using Fourfold.Codecs.Nmea;

namespace Fourfold.Codecs.Navigation;

/// <summary>HDT: heading from true north.</summary>
/// <remarks>IEC 61162-1, HDT; superseded by THS.</remarks>
public readonly ref struct TrueHeading
{
    private readonly SentenceFields _fields;

    private TrueHeading(SentenceFields fields) => _fields = fields;

    /// <summary>False when the sentence is another.</summary>
    public static bool TryRead(in NmeaSentence sentence, out TrueHeading heading)
    {
        var isRead = SentenceFields.TryRead(in sentence, "HDT"u8, out var fields);
        heading = new TrueHeading(fields);
        return isRead;
    }

    /// <summary>Heading, degrees from true north, 0–360.</summary>
    public double? HeadingDegrees => _fields.Letter(2) is 'T' or null ? _fields.Degrees(1) : null;
}
