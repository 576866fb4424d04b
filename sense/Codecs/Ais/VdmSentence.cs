using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Fourfold.Codecs.Nmea;

namespace Fourfold.Codecs.Ais;

/// <summary>The fields of one VDM or VDO sentence: <c>AIVDM,total,number,sequence,channel,payload,fill</c>.</summary>
/// <remarks>IEC 61162-1, VDM and VDO.</remarks>
internal struct VdmSentence
{
    /// <summary>Where the channel of the common sentence stands, from its <c>!</c>.</summary>
    public const int ChannelAt = 12;

    /// <summary>Where its payload begins.</summary>
    public const int SinglePayloadAt = 14;

    private const int HeaderEnd = 5;

    // "!", any talker, "VD", M or O (one bit apart), ",".
    private const ulong Start = 0x00_2C_4D_44_56_00_00_21;
    private const ulong StartMask = 0x00_FF_FD_FF_FF_00_00_FF;

    // "1,1,,", any channel, ",", any payload.
    private const ulong SingleHead = 0x00_2C_00_2C_2C_31_2C_31;
    private const ulong SingleMask = 0x00_FF_00_FF_FF_FF_FF_FF;

    public ushort Talker;
    public bool IsOwnShip;
    public int Total;
    public int Number;

    /// <summary>Sequence number 0–99; −1 when empty.</summary>
    public int Sequence;
    public char Channel;
    public int PayloadStart;
    public int PayloadLength;
    public int FillBits;

    /// <summary>True for <c>!xxVDM,</c> and <c>!xxVDO,</c>, whatever the talker.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsVdm(in NmeaSentence sentence)
    {
        var raw = sentence.Padded;
        // What stands behind the sentence is not its own, and neither is it behind a checksum in the talker, "!A*VDM,".
        return raw.Length >= 8
            && sentence.BodyEnd > HeaderEnd + 1
            && (BinaryPrimitives.ReadUInt64LittleEndian(raw) & StartMask) == Start;
    }

    /// <summary>Reads the common sentence, <c>!xxVDM,1,1,,A,payload,fill</c>, in a few comparisons.</summary>
    /// <returns>False when it is not exactly of this form; it may be right all the same.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadSingle(in NmeaSentence sentence, out int length, out int fillBits)
    {
        var raw = sentence.Padded;
        var end = sentence.BodyEnd;
        length = end - 2 - SinglePayloadAt;
        fillBits = 0;
        if (length < 0 || raw.Length < end)
        {
            return false;
        }
        var head = BinaryPrimitives.ReadUInt64LittleEndian(raw[(HeaderEnd + 2)..]);
        fillBits = raw[end - 1] - '0';
        return (head & SingleMask) == SingleHead && raw[ChannelAt] != ',' && raw[end - 2] == ',' && (uint)fillBits <= 5;
    }

    /// <summary>Reads the fields; positions count from the sentence's <c>!</c>.</summary>
    public static NmeaFault TryRead(in NmeaSentence sentence, out VdmSentence vdm)
    {
        var body = sentence.Raw[..(sentence.Body.Length + 1)];
        vdm = new VdmSentence { Talker = (ushort)(body[1] << 8 | body[2]), IsOwnShip = body[HeaderEnd] == 'O' };
        var at = HeaderEnd + 2;
        if (body.Length < at + 8 || body[at + 1] != ',' || body[at + 3] != ',')
        {
            return body[at..].Count((byte)',') < 4 ? NmeaFault.FieldsMissing : NmeaFault.FragmentNumberInvalid;
        }
        vdm.Total = body[at] - '0';
        vdm.Number = body[at + 2] - '0';
        at += 4;
        vdm.Sequence = -1;
        for (var digits = 0; at < body.Length && char.IsAsciiDigit((char)body[at]) && digits < 2; digits++, at++)
        {
            vdm.Sequence = Math.Max(vdm.Sequence, 0) * 10 + body[at] - '0';
        }
        if (at + 1 >= body.Length || body[at++] != ',')
        {
            return NmeaFault.FieldsMissing;
        }
        vdm.Channel = body[at] == ',' ? '\0' : (char)body[at++];
        if (at >= body.Length || body[at++] != ',')
        {
            return NmeaFault.FieldsMissing;
        }
        return vdm.ReadPayload(body, at);
    }

    private NmeaFault ReadPayload(ReadOnlySpan<byte> body, int at)
    {
        PayloadStart = at;
        var comma = body.Length - 2;
        if (comma < at || body[comma] != ',')
        {
            comma = body.LastIndexOf((byte)',');
            if (comma < at)
            {
                return NmeaFault.FieldsMissing;
            }
        }
        PayloadLength = comma - at;
        // An empty fill field is taken as 0; some receivers leave it out.
        FillBits =
            comma + 1 == body.Length ? 0
            : comma + 2 == body.Length ? body[comma + 1] - '0'
            : -1;
        if (Total is < 1 or > 9 || Number < 1 || Number > Total)
        {
            return NmeaFault.FragmentNumberInvalid;
        }
        return FillBits is < 0 or > 5 ? NmeaFault.FillBitsInvalid : NmeaFault.None;
    }
}
