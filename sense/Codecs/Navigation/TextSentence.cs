using Fourfold.Codecs.Nmea;

namespace Fourfold.Codecs.Navigation;

/// <summary>TXT: text of a device, in one sentence or several.</summary>
/// <remarks>IEC 61162-1, TXT.</remarks>
public readonly ref struct TextSentence
{
    private readonly SentenceFields _fields;

    private TextSentence(SentenceFields fields) => _fields = fields;

    /// <summary>False when the sentence is another.</summary>
    public static bool TryRead(in NmeaSentence sentence, out TextSentence text)
    {
        var isRead = SentenceFields.TryRead(in sentence, "TXT"u8, out var fields);
        text = new TextSentence(fields);
        return isRead;
    }

    /// <summary>Sentences of the text, 1–99.</summary>
    public int? Total => _fields.Whole(1, 99);

    /// <summary>Which of them this is, from 1.</summary>
    public int? Part => _fields.Whole(2, 99);

    /// <summary>The device's identifier of the text, 0–99.</summary>
    public int? Identifier => _fields.Whole(3, 99);

    /// <summary>At most 61 characters.</summary>
    public SentenceText Text => _fields.Text(4);
}
