using Fourfold.Codecs.Nmea;

namespace Fourfold.Codecs.Navigation;

/// <summary>VSD: voyage data that an AIS unit is told to send, or tells that it sends.</summary>
/// <remarks>IEC 61162-1, VSD.</remarks>
public readonly ref struct AisVoyageData
{
    private readonly SentenceFields _fields;

    private AisVoyageData(SentenceFields fields) => _fields = fields;

    /// <summary>False when the sentence is another.</summary>
    public static bool TryRead(in NmeaSentence sentence, out AisVoyageData data)
    {
        var isRead = SentenceFields.TryRead(in sentence, "VSD"u8, out var fields);
        data = new AisVoyageData(fields);
        return isRead;
    }

    /// <summary>Type of ship and cargo, 0–255, as in AIS message 5.</summary>
    public int? ShipType => _fields.Whole(1, 255);

    /// <summary>Greatest present static draught, metres, 0–25.5.</summary>
    public double? DraughtMetres => _fields.Number(2) is >= 0 and <= 25.5 and var draught ? draught : null;

    /// <summary>Persons on board, 0–8191.</summary>
    public int? PersonsOnBoard => _fields.Whole(3, 8191);

    /// <summary>Destination, at most 20 characters; <c>@</c> fills it when there is none.</summary>
    public SentenceText Destination => _fields.Text(4);

    /// <summary>Estimated UTC time of arrival, since midnight; null when not available (24 hours).</summary>
    public TimeSpan? ArrivalTime => _fields.Time(5);

    /// <summary>Day of arrival, 1–31; null when not available (0).</summary>
    public int? ArrivalDay => _fields.Whole(6, 31) is >= 1 and var day ? day : null;

    /// <summary>Month of arrival, 1–12; null when not available (0).</summary>
    public int? ArrivalMonth => _fields.Whole(7, 12) is >= 1 and var month ? month : null;

    /// <summary>Navigational status, 0–15, as in AIS message 1.</summary>
    public int? NavigationalStatus => _fields.Whole(8, 15);

    /// <summary>Regional application flags, 0–15.</summary>
    public int? RegionalFlags => _fields.Whole(9, 15);
}
