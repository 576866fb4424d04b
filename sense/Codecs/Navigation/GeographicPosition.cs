using Fourfold.Codecs.Nmea;

namespace Fourfold.Codecs.Navigation;

/// <summary>GLL: a position and its time.</summary>
/// <remarks>IEC 61162-1, GLL. Old receivers end behind the position.</remarks>
public readonly ref struct GeographicPosition
{
    private readonly SentenceFields _fields;

    private GeographicPosition(SentenceFields fields) => _fields = fields;

    /// <summary>False when the sentence is another.</summary>
    public static bool TryRead(in NmeaSentence sentence, out GeographicPosition fix)
    {
        var isRead = SentenceFields.TryRead(in sentence, "GLL"u8, out var fields);
        fix = new GeographicPosition(fields);
        return isRead;
    }

    /// <summary>Where.</summary>
    public NavigationPosition? Position => _fields.Position(1);

    /// <summary>UTC time, since midnight.</summary>
    public TimeSpan? Time => _fields.Time(5);

    /// <summary>False when the position is not valid.</summary>
    public bool? IsValid => _fields.IsValid(6);

    /// <summary>How the position was made.</summary>
    public PositionMode? Mode => PositionModes.Read(_fields.Letter(7));
}
