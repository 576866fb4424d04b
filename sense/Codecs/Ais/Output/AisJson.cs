using Fourfold.Codecs.Text;

namespace Fourfold.Codecs.Ais.Output;

/// <summary>Writes messages as JSON in their units: knots, degrees, metres, UTC. What is not available is left out.</summary>
/// <remarks>The members are listed in docs/reference/ais.md.</remarks>
public static partial class AisJson
{
    /// <summary>Bytes that hold any message.</summary>
    public const int MaxBytes = 16 * 1024;

    // The standard's longest is 15; each byte may take six.
    private const int MaxStationBytes = 255;

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
        line.Raw("{\"type\":"u8);
        line.Number(message.Type);
        Origin(ref line, in message);
        Fields(ref line, message.Bits);
        line.EndObject();
        return line.Length;
    }

    private static void Origin(ref JsonLine line, in AisMessage message)
    {
        var to = line.Members();
        to.Number("mmsi"u8, message.Mmsi);
        var origin = message.Origin;
        if (origin.TimeUnixMs is { } time)
        {
            to.Time("time"u8, time);
        }
        if (!origin.Station.IsEmpty)
        {
            line.Accept(in to);
            line.Escaped("station"u8, origin.Station[..Math.Min(origin.Station.Length, MaxStationBytes)]);
            to = line.Members();
        }
        if (message.Carrier.Channel is >= '0' and <= 'Z')
        {
            to.Letter("channel"u8, (byte)message.Carrier.Channel);
        }
        else if (message.Carrier.Channel != '\0')
        {
            line.Accept(in to);
            line.Escaped("channel"u8, [(byte)message.Carrier.Channel]);
            to = line.Members();
        }
        if (message.Carrier.IsOwnShip)
        {
            to.Bool("own_ship"u8, true);
        }
        if (!message.Carrier.ChecksumValid)
        {
            to.Bool("checksum_valid"u8, false);
        }
        to.Number("offset"u8, origin.Offset);
        to.Digit("repeat"u8, (uint)message.Repeat);
        line.Accept(in to);
    }

    private static void Fields(ref JsonLine line, AisBits bits)
    {
        switch (bits.UInt(0, 6))
        {
            case 1 or 2 or 3 when PositionReport.TryRead(bits, out var position):
                Position(ref line, position);
                break;
            case 4 or 11 when BaseStationReport.TryRead(bits, out var station):
                BaseStation(ref line, station);
                break;
            case 5 when StaticVoyageData.TryRead(bits, out var voyage):
                Voyage(ref line, voyage);
                break;
            case 9 when SarAircraftReport.TryRead(bits, out var aircraft):
                Aircraft(ref line, aircraft);
                break;
            case 18 when ClassBPositionReport.TryRead(bits, out var classB):
                ClassB(ref line, classB);
                break;
            case 19 when ExtendedClassBReport.TryRead(bits, out var extended):
                Extended(ref line, extended);
                break;
            case 21 when AidToNavigationReport.TryRead(bits, out var aid):
                Aid(ref line, aid);
                break;
            case 24 when StaticDataReport.TryRead(bits, out var data):
                Static(ref line, data);
                break;
            case 27 when LongRangeReport.TryRead(bits, out var longRange):
                LongRange(ref line, longRange);
                break;
            case 28 when SingleSlotAidReport.TryRead(bits, out var slot):
                SlotAid(ref line, slot);
                break;
            default:
                LinkFields(ref line, bits);
                break;
        }
    }
}
