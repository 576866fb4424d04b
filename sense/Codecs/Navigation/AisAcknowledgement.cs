using Fourfold.Codecs.Nmea;

namespace Fourfold.Codecs.Navigation;

/// <summary>ABK: what became of a message that an AIS unit was asked to send.</summary>
/// <remarks>IEC 61162-1, ABK.</remarks>
public readonly ref struct AisAcknowledgement
{
    private readonly SentenceFields _fields;

    private AisAcknowledgement(SentenceFields fields) => _fields = fields;

    /// <summary>False when the sentence is another.</summary>
    public static bool TryRead(in NmeaSentence sentence, out AisAcknowledgement answer)
    {
        var isRead = SentenceFields.TryRead(in sentence, "ABK"u8, out var fields);
        answer = new AisAcknowledgement(fields);
        return isRead;
    }

    /// <summary>MMSI of the addressed unit; null for a broadcast.</summary>
    public int? Destination => _fields.Whole(1, 999_999_999);

    /// <summary>Channel it came on, <c>A</c> or <c>B</c>.</summary>
    public char? Channel => _fields.Letter(2) is 'A' or 'B' ? _fields.Letter(2) : null;

    /// <summary>AIS message, such as 6, 8, 12, 14, 25; a part behind the point is left out.</summary>
    public int? MessageType => _fields.Number(3) is >= 1 and < 64 and var type ? (int)type : null;

    /// <summary>Sequence number of the message, 0–3.</summary>
    public int? Sequence => _fields.Whole(4, 3);

    /// <summary>
    /// 0 received by the addressed unit, 1 sent but not acknowledged, 2 could not be sent, 3 broadcast sent, 4 acknowledged
    /// late, 5 read by the addressed unit.
    /// </summary>
    public int? Result => _fields.Whole(5, 5);
}
