using Fourfold.Codecs.Nmea;

namespace Fourfold.Codecs.Navigation;

/// <summary>ALR: one alarm of a device, and whether somebody has acknowledged it.</summary>
/// <remarks>IEC 61162-1, ALR; superseded by ALF.</remarks>
public readonly ref struct AlarmState
{
    private readonly SentenceFields _fields;

    private AlarmState(SentenceFields fields) => _fields = fields;

    /// <summary>False when the sentence is another.</summary>
    public static bool TryRead(in NmeaSentence sentence, out AlarmState alarm)
    {
        var isRead = SentenceFields.TryRead(in sentence, "ALR"u8, out var fields);
        alarm = new AlarmState(fields);
        return isRead;
    }

    /// <summary>UTC time at which the condition changed, since midnight.</summary>
    public TimeSpan? Time => _fields.Time(1);

    /// <summary>The device's number of the alarm, 0–999.</summary>
    public int? Number => _fields.Whole(2, 999);

    /// <summary>True while the condition holds (threshold exceeded).</summary>
    public bool? IsRaised => _fields.IsValid(3);

    /// <summary>True when acknowledged.</summary>
    public bool? IsAcknowledged => _fields.IsValid(4);

    /// <summary>What it is about.</summary>
    public SentenceText Text => _fields.Text(5);
}
