using Fourfold.Codecs.Nmea;

namespace Fourfold.Codecs.Navigation;

/// <summary>ALF: one alert of a bridge device; a long text comes in a second sentence.</summary>
/// <remarks>IEC 61162-1, ALF; IEC 61924-2.</remarks>
public readonly ref struct AlertState
{
    private readonly SentenceFields _fields;

    private AlertState(SentenceFields fields) => _fields = fields;

    /// <summary>False when the sentence is another.</summary>
    public static bool TryRead(in NmeaSentence sentence, out AlertState alert)
    {
        var isRead = SentenceFields.TryRead(in sentence, "ALF"u8, out var fields);
        alert = new AlertState(fields);
        return isRead;
    }

    /// <summary>Sentences of this alert, 1–2.</summary>
    public int? Total => _fields.Whole(1, 9);

    /// <summary>Which of them this is, from 1.</summary>
    public int? Part => _fields.Whole(2, 9);

    /// <summary>What the sentences of one alert have in common, 0–9.</summary>
    public int? Sequence => _fields.Whole(3, 9);

    /// <summary>UTC time of the last change, since midnight.</summary>
    public TimeSpan? Time => _fields.Time(4);

    /// <summary><c>A</c> needs information at the task station, <c>B</c> none, <c>C</c> cannot be acknowledged on the bridge.</summary>
    public char? Category => _fields.Letter(5) is 'A' or 'B' or 'C' ? _fields.Letter(5) : null;

    /// <summary><c>E</c> emergency alarm, <c>A</c> alarm, <c>W</c> warning, <c>C</c> caution.</summary>
    public char? Priority => _fields.Letter(6) is 'E' or 'A' or 'W' or 'C' ? _fields.Letter(6) : null;

    /// <summary>
    /// <c>V</c> active and not acknowledged, <c>S</c> silenced, <c>A</c> acknowledged, <c>O</c> responsibility handed over,
    /// <c>U</c> rectified but not acknowledged, <c>N</c> normal.
    /// </summary>
    public char? State => _fields.Letter(7) is 'V' or 'S' or 'A' or 'O' or 'U' or 'N' ? _fields.Letter(7) : null;

    /// <summary>Manufacturer of an alert of its own, three letters; empty for a standard one.</summary>
    public SentenceText Manufacturer => _fields.Text(8);

    /// <summary>Which alert, as the standards number them, 1–9,999,999.</summary>
    public int? Identifier => _fields.Whole(9, 9_999_999);

    /// <summary>Which of several at once, 1–999,999.</summary>
    public int? Instance => _fields.Whole(10, 999_999);

    /// <summary>Counts changes of state, 1–99.</summary>
    public int? Revision => _fields.Whole(11, 99);

    /// <summary>Counts how often it was raised further, 0–9.</summary>
    public int? Escalation => _fields.Whole(12, 9);

    /// <summary>What it is about, or how to decide in the second sentence.</summary>
    public SentenceText Text => _fields.Text(13);
}
