using Fourfold.Codecs.Text;

namespace Fourfold.Codecs.Ais.Gpsd;

public sealed partial class GpsdJson
{
    private static void LinkFields(ref JsonLine line, AisBits bits)
    {
        switch (bits.UInt(0, 6))
        {
            case 7 or 13:
                Acknowledge(ref line, bits);
                break;
            case 10:
                line.UInt("dest_mmsi"u8, bits, 40, 30);
                break;
            case 12:
                line.UInt("seqno"u8, bits, 38, 2);
                line.UInt("dest_mmsi"u8, bits, 40, 30);
                line.Flag("retransmit"u8, bits, 70);
                SafetyText(ref line, bits, 72);
                break;
            case 14:
                SafetyText(ref line, bits, 40);
                break;
            case 15:
                Interrogation(ref line, bits);
                break;
            case 16:
                Assignment(ref line, bits);
                break;
            case 17:
                line.Int("lon"u8, bits, 40, 18);
                line.Int("lat"u8, bits, 58, 17);
                Data(ref line, bits, 80, bits.Length);
                break;
            case 20:
                Reservations(ref line, bits);
                break;
            case 22:
                Channels(ref line, bits);
                break;
            case 23:
                Group(ref line, bits);
                break;
            case 25 or 26:
                SlotBinary(ref line, bits);
                break;
            default:
                // gpsd knows no other type; the header is all there is to compare.
                break;
        }
    }

    // Printed when the message reaches its place, also when there is none.
    private static void SafetyText(ref JsonLine line, AisBits bits, int from)
    {
        if (bits.Length >= from && SafetyMessage.TryRead(bits, out var message))
        {
            line.AnyText("text"u8, message.Text);
        }
    }

    // gpsd prints a field here, and in the next three, even when only a part of it or nothing was sent.
    private static void Acknowledge(ref JsonLine line, AisBits bits)
    {
        line.Number("mmsi1"u8, bits.Loose(40, 30));
        line.Number("mmsi2"u8, bits.Loose(72, 30));
        line.Number("mmsi3"u8, bits.Loose(104, 30));
        line.Number("mmsi4"u8, bits.Loose(136, 30));
    }

    private static void Interrogation(ref JsonLine line, AisBits bits)
    {
        line.Number("mmsi1"u8, bits.Loose(40, 30));
        line.Number("type1_1"u8, bits.Loose(70, 6));
        line.Number("offset1_1"u8, bits.Loose(76, 12));
        line.Number("type1_2"u8, bits.Loose(90, 6));
        line.Number("offset1_2"u8, bits.Loose(96, 12));
        line.Number("mmsi2"u8, bits.Loose(110, 30));
        line.Number("type2_1"u8, bits.Loose(140, 6));
        line.Number("offset2_1"u8, bits.Loose(146, 12));
    }

    private static void Assignment(ref JsonLine line, AisBits bits)
    {
        var second = bits.Length >= 144;
        line.Number("mmsi1"u8, bits.UInt(40, 30));
        line.Number("offset1"u8, bits.UInt(70, 12));
        line.Number("increment1"u8, bits.UInt(82, 10));
        line.Number("mmsi2"u8, second ? bits.UInt(92, 30) : 0);
        line.Number("offset2"u8, second ? bits.UInt(122, 12) : 0);
        line.Number("increment2"u8, second ? bits.UInt(134, 10) : 0);
    }

    private static void Reservations(ref JsonLine line, AisBits bits)
    {
        Reservation(ref line, bits, 40, "offset1"u8, "number1"u8, "timeout1"u8, "increment1"u8);
        Reservation(ref line, bits, 70, "offset2"u8, "number2"u8, "timeout2"u8, "increment2"u8);
        Reservation(ref line, bits, 100, "offset3"u8, "number3"u8, "timeout3"u8, "increment3"u8);
        Reservation(ref line, bits, 130, "offset4"u8, "number4"u8, "timeout4"u8, "increment4"u8);
    }

    private static void Reservation(
        ref JsonLine line,
        AisBits bits,
        int at,
        ReadOnlySpan<byte> offset,
        ReadOnlySpan<byte> number,
        ReadOnlySpan<byte> timeout,
        ReadOnlySpan<byte> increment
    )
    {
        line.Number(offset, bits.Loose(at, 12));
        line.Number(number, bits.Loose(at + 12, 4));
        line.Number(timeout, bits.Loose(at + 16, 3));
        line.Number(increment, bits.Loose(at + 19, 11));
    }

    private static void Channels(ref JsonLine line, AisBits bits)
    {
        line.UInt("channel_a"u8, bits, 40, 12);
        line.UInt("channel_b"u8, bits, 52, 12);
        line.UInt("txrx"u8, bits, 64, 4);
        line.Flag("power"u8, bits, 68);
        if (bits.Flag(139))
        {
            line.UInt("dest1"u8, bits, 69, 30);
            line.UInt("dest2"u8, bits, 104, 30);
        }
        else
        {
            Area(ref line, bits, 69);
        }
        line.Flag("addressed"u8, bits, 139);
        line.Flag("band_a"u8, bits, 140);
        line.Flag("band_b"u8, bits, 141);
        line.UInt("zonesize"u8, bits, 142, 3);
    }

    private static void Group(ref JsonLine line, AisBits bits)
    {
        Area(ref line, bits, 40);
        Coded(ref line, "stationtype"u8, "stationtype_text"u8, GpsdLegends.Station, bits, 110, 4);
        Coded(ref line, "shiptype"u8, "shiptype_text"u8, GpsdLegends.Ship, bits, 114, 8);
        line.UInt("interval"u8, bits, 146, 4);
        line.UInt("quiet"u8, bits, 150, 4);
    }

    private static void Area(ref JsonLine line, AisBits bits, int at)
    {
        line.Int("ne_lon"u8, bits, at, 18);
        line.Int("ne_lat"u8, bits, at + 18, 17);
        line.Int("sw_lon"u8, bits, at + 35, 18);
        line.Int("sw_lat"u8, bits, at + 53, 17);
    }

    private static void SlotBinary(ref JsonLine line, AisBits bits)
    {
        if (!SlotBinaryMessage.TryRead(bits, out var message))
        {
            return;
        }
        var application = message.IsAddressed ? 70 : 40;
        line.Bool("addressed"u8, message.IsAddressed);
        line.Bool("structured"u8, message.IsStructured);
        line.Number("dest_mmsi"u8, message.Destination ?? 0);
        line.Number("app_id"u8, message.IsStructured ? bits.UInt(application, 16) : 0);
        // gpsd takes 20 bits for the radio state off the data of type 26, and prints it as 0.
        var end = bits.Length - (message.Type == 26 ? 20 : 0);
        Data(ref line, bits, application + (message.IsStructured ? 16 : 0), end);
        if (message.Type == 26)
        {
            line.Number("radio"u8, 0);
        }
    }
}
