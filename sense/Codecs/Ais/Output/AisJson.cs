using Fourfold.Codecs.Text;

namespace Fourfold.Codecs.Ais.Output;

/// <summary>Writes messages as JSON in their units: knots, degrees, metres, UTC. What is not available is left out.</summary>
/// <remarks>The members are listed in docs/reference/ais.md.</remarks>
public static partial class AisJson
{
    /// <summary>Bytes that hold any message.</summary>
    public const int MaxBytes = 16 * 1024;

    /// <summary>Writes one object without a line end.</summary>
    /// <param name="message">The message.</param>
    /// <param name="destination">At least <see cref="MaxBytes"/> long.</param>
    /// <returns>Bytes written.</returns>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public static int Write(in AisMessage message, Span<byte> destination)
    {
        if (destination.Length < MaxBytes)
        {
            throw new ArgumentException($"{MaxBytes} bytes are needed", nameof(destination));
        }
        var line = new JsonLine(destination);
        line.BeginObject();
        line.Number("type"u8, message.Type);
        line.Number("mmsi"u8, message.Mmsi);
        Origin(ref line, in message);
        Fields(ref line, message.Bits);
        line.EndObject();
        return line.Length;
    }

    private static void Origin(ref JsonLine line, in AisMessage message)
    {
        var origin = message.Origin;
        if (origin.TimeUnixMs is { } time)
        {
            line.Name("time"u8);
            line.Byte((byte)'"');
            Span<byte> text = stackalloc byte[UtcText.MaxBytes];
            line.Raw(text[..UtcText.Write(time, text)]);
            line.Byte((byte)'"');
        }
        if (!origin.Station.IsEmpty)
        {
            line.Escaped("station"u8, origin.Station);
        }
        if (message.Carrier.Channel != '\0')
        {
            line.Escaped("channel"u8, [(byte)message.Carrier.Channel]);
        }
        if (message.Carrier.IsOwnShip)
        {
            line.Bool("own_ship"u8, true);
        }
        if (!message.Carrier.ChecksumValid)
        {
            line.Bool("checksum_valid"u8, false);
        }
        line.Number("offset"u8, origin.Offset);
        line.Number("repeat"u8, message.Repeat);
    }

    private static void Fields(ref JsonLine line, AisBits bits)
    {
        if (PositionReport.TryRead(bits, out var position))
        {
            Position(ref line, position);
        }
        else if (BaseStationReport.TryRead(bits, out var station))
        {
            BaseStation(ref line, station);
        }
        else if (StaticVoyageData.TryRead(bits, out var voyage))
        {
            Voyage(ref line, voyage);
        }
        else if (SarAircraftReport.TryRead(bits, out var aircraft))
        {
            Aircraft(ref line, aircraft);
        }
        else if (ClassBPositionReport.TryRead(bits, out var classB))
        {
            ClassB(ref line, classB);
        }
        else if (ExtendedClassBReport.TryRead(bits, out var extended))
        {
            Extended(ref line, extended);
        }
        else if (AidToNavigationReport.TryRead(bits, out var aid))
        {
            Aid(ref line, aid);
        }
        else if (StaticDataReport.TryRead(bits, out var data))
        {
            Static(ref line, data);
        }
        else if (LongRangeReport.TryRead(bits, out var longRange))
        {
            LongRange(ref line, longRange);
        }
        else
        {
            LinkFields(ref line, bits);
        }
    }
}
