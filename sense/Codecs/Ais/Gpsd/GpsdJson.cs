using System.Runtime.CompilerServices;
using Fourfold.Codecs.Text;

namespace Fourfold.Codecs.Ais.Gpsd;

/// <summary>Writes messages as gpsd's unscaled AIS JSON (<c>gpsdecode -j -u -s</c>), to be compared with it line by line.</summary>
/// <remarks>
/// One writer a source: like gpsd it keeps the last eight names of type 24 part A of each channel and adds the name to
/// part B. Where a message is too short for a field, the field is left out; where gpsd refuses a length, we write what
/// is there. Known differences are in docs/reference/ais.md. Source of names and units: gpsd 3.22, gpsd_json(5).
/// </remarks>
public sealed partial class GpsdJson
{
    /// <summary>Bytes that hold any message.</summary>
    public const int MaxBytes = 16 * 1024;

    private readonly PartANames[] _partA = [new(), new(), new(), new()];

    /// <summary>Writes one object without a line end.</summary>
    /// <param name="message">The message.</param>
    /// <param name="destination">At least <see cref="MaxBytes"/> long.</param>
    /// <returns>Bytes written.</returns>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public int Write(in AisMessage message, Span<byte> destination)
    {
        if (destination.Length < MaxBytes)
        {
            throw new ArgumentException($"{MaxBytes} bytes are needed", nameof(destination));
        }
        var bits = message.Bits;
        var line = new JsonLine(destination);
        line.BeginObject();
        line.Plain("class"u8, "AIS"u8);
        line.Number("type"u8, message.Type);
        line.Number("repeat"u8, message.Repeat);
        line.Number("mmsi"u8, message.Mmsi);
        line.Bool("scaled"u8, false);
        if (message.Type is 24)
        {
            StaticReport(ref line, bits, _partA[ChannelIndex(message.Carrier.Channel)]);
        }
        else
        {
            Fields(ref line, bits);
        }
        line.EndObject();
        return line.Length;
    }

    private static void Fields(ref JsonLine line, AisBits bits)
    {
        switch (bits.UInt(0, 6))
        {
            case 1 or 2 or 3:
                Position(ref line, bits);
                break;
            case 4 or 11:
                BaseStation(ref line, bits);
                break;
            case 5:
                StaticVoyage(ref line, bits);
                break;
            case 6:
                Addressed(ref line, bits);
                break;
            case 8:
                Broadcast(ref line, bits);
                break;
            case 9:
                SarAircraft(ref line, bits);
                break;
            case 18:
                ClassB(ref line, bits);
                break;
            case 19:
                ExtendedClassB(ref line, bits);
                break;
            case 21:
                Aid(ref line, bits);
                break;
            case 27:
                LongRange(ref line, bits);
                break;
            default:
                LinkFields(ref line, bits);
                break;
        }
    }

    private static int ChannelIndex(char channel) =>
        channel switch
        {
            'B' or '2' => 1,
            'C' => 2,
            'D' => 3,
            _ => 0,
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Coded(
        ref JsonMembers to,
        ReadOnlySpan<byte> name,
        ReadOnlySpan<byte> textName,
        Legend legend,
        AisBits bits,
        int offset,
        int width
    )
    {
        if (bits.Has(offset, width))
        {
            var code = bits.UInt(offset, width);
            to.Number(name, code);
            to.Plain(textName, legend[code]);
        }
    }

    private static void Coded(
        ref JsonLine line,
        ReadOnlySpan<byte> name,
        ReadOnlySpan<byte> textName,
        Legend legend,
        AisBits bits,
        int offset,
        int width
    )
    {
        var to = line.Members();
        Coded(ref to, name, textName, legend, bits, offset, width);
        line.Accept(in to);
    }

    /// <summary><c>"bits:hex"</c>; the last byte is filled with zeros or, as gpsd does for some types, with what else its last byte of the message holds.</summary>
    private static void Data(ref JsonLine line, AisBits bits, int from, int to, bool fillWithZeros = false)
    {
        var count = Math.Max(0, to - from);
        line.Name("data"u8);
        line.Byte((byte)'"');
        line.Number(count);
        line.Byte((byte)':');
        var end = fillWithZeros ? to : (to + 7) & ~7;
        for (var at = from; at < to; at += 8)
        {
            var keep = end - at < 8 ? 0xFF << (8 - (end - at)) : 0xFF;
            line.Hex([(byte)(bits.Loose(at, 8) & keep)]);
        }
        line.Byte((byte)'"');
    }

    /// <summary><c>MM-DDThh:mmZ</c> from 20 bits.</summary>
    private static void Moment(ref JsonLine line, ReadOnlySpan<byte> name, AisBits bits, int offset)
    {
        line.Name(name);
        line.Byte((byte)'"');
        line.Padded(bits.Loose(offset, 4), 2);
        line.Byte((byte)'-');
        line.Padded(bits.Loose(offset + 4, 5), 2);
        Clock(ref line, bits, offset + 9);
        line.Raw("Z\""u8);
    }

    /// <summary><c>Thh:mm</c> from 11 bits.</summary>
    private static void Clock(ref JsonLine line, AisBits bits, int offset)
    {
        line.Byte((byte)'T');
        line.Padded(bits.Loose(offset, 5), 2);
        line.Byte((byte)':');
        line.Padded(bits.Loose(offset + 5, 6), 2);
    }
}
