using Fourfold.Codecs.Nmea;

namespace Fourfold.Codecs.Navigation;

/// <summary>SSD: static data that an AIS unit is told to send, or tells that it sends.</summary>
/// <remarks>IEC 61162-1, SSD.</remarks>
public readonly ref struct AisStaticData
{
    private readonly SentenceFields _fields;

    private AisStaticData(SentenceFields fields) => _fields = fields;

    /// <summary>False when the sentence is another.</summary>
    public static bool TryRead(in NmeaSentence sentence, out AisStaticData data)
    {
        var isRead = SentenceFields.TryRead(in sentence, "SSD"u8, out var fields);
        data = new AisStaticData(fields);
        return isRead;
    }

    /// <summary>Call sign, at most 7 characters.</summary>
    public SentenceText CallSign => _fields.Text(1);

    /// <summary>Name, at most 20 characters.</summary>
    public SentenceText Name => _fields.Text(2);

    /// <summary>From the antenna to the bow, metres, 0–511.</summary>
    public int? ToBow => _fields.Whole(3, 511);

    /// <summary>From the antenna to the stern, metres, 0–511.</summary>
    public int? ToStern => _fields.Whole(4, 511);

    /// <summary>From the antenna to port, metres, 0–63.</summary>
    public int? ToPort => _fields.Whole(5, 63);

    /// <summary>From the antenna to starboard, metres, 0–63.</summary>
    public int? ToStarboard => _fields.Whole(6, 63);

    /// <summary>True when a display is connected (0 sent), false when not (1).</summary>
    public bool? IsTerminalReady => _fields.Whole(7, 1) is { } flag ? flag == 0 : null;

    /// <summary>Talker of the position's source, such as <c>GP</c>.</summary>
    public SentenceText Source => _fields.Text(8);
}
