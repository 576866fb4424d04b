using Fourfold.Codecs.Nmea;

namespace Fourfold.Codecs.Navigation;

/// <summary>TLL: where a target of a radar is.</summary>
/// <remarks>IEC 61162-1, TLL.</remarks>
public readonly ref struct TargetPosition
{
    private readonly SentenceFields _fields;

    private TargetPosition(SentenceFields fields) => _fields = fields;

    /// <summary>False when the sentence is another.</summary>
    public static bool TryRead(in NmeaSentence sentence, out TargetPosition target)
    {
        var isRead = SentenceFields.TryRead(in sentence, "TLL"u8, out var fields);
        target = new TargetPosition(fields);
        return isRead;
    }

    /// <summary>Number of the target in its radar, 0–1023.</summary>
    public int? Number => _fields.Whole(1, 1023);

    /// <summary>Where it is.</summary>
    public NavigationPosition? Position => _fields.Position(2);

    /// <summary>Name given by the operator.</summary>
    public SentenceText Name => _fields.Text(6);

    /// <summary>UTC time of the data, since midnight.</summary>
    public TimeSpan? Time => _fields.Time(7);

    /// <summary>What the radar knows of it.</summary>
    public TargetStatus? Status => TargetLetters.Status(_fields.Letter(8));

    /// <summary>True when the target serves as a reference for the own ship's position or speed.</summary>
    public bool IsReference => _fields.Letter(9) == 'R';
}
