using Fourfold.Codecs.Nmea;

namespace Fourfold.Codecs.Navigation;

/// <summary>THS: heading from true north, and how far to trust it.</summary>
/// <remarks>IEC 61162-1, THS.</remarks>
public readonly ref struct HeadingAndStatus
{
    private readonly SentenceFields _fields;

    private HeadingAndStatus(SentenceFields fields) => _fields = fields;

    /// <summary>False when the sentence is another.</summary>
    public static bool TryRead(in NmeaSentence sentence, out HeadingAndStatus heading)
    {
        var isRead = SentenceFields.TryRead(in sentence, "THS"u8, out var fields);
        heading = new HeadingAndStatus(fields);
        return isRead;
    }

    /// <summary>Heading, degrees from true north, 0–360.</summary>
    public double? HeadingDegrees => _fields.Degrees(1);

    /// <summary><c>A</c> autonomous, <c>E</c> estimated, <c>M</c> by hand, <c>S</c> simulator, <c>V</c> not valid.</summary>
    public char? Mode => _fields.Letter(2) is 'A' or 'E' or 'M' or 'S' or 'V' ? _fields.Letter(2) : null;

    /// <summary>False when the sender says that the heading must not be used; null when it says nothing.</summary>
    public bool? IsValid => Mode is { } mode ? mode != 'V' : null;
}
