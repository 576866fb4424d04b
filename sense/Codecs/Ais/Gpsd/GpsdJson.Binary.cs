using Fourfold.Codecs.Text;

namespace Fourfold.Codecs.Ais.Gpsd;

public sealed partial class GpsdJson
{
    private const int International = 1;
    private const int Inland = 200;
    private const int UnitedKingdom = 235;
    private const int Ireland = 250;

    private static void Addressed(ref JsonLine line, AisBits bits)
    {
        line.UInt("seqno"u8, bits, 38, 2);
        line.UInt("dest_mmsi"u8, bits, 40, 30);
        line.Flag("retransmit"u8, bits, 70);
        line.UInt("dac"u8, bits, 72, 10);
        line.UInt("fid"u8, bits, 82, 6);
        var (dac, fid) = (bits.UInt(72, 10), bits.UInt(82, 6));
        var known =
            bits.Length >= AddressedBinaryMessage.DataAt
            && dac switch
            {
                International => AddressedInternational(ref line, bits, fid),
                Inland => AddressedInland(ref line, bits, fid),
                UnitedKingdom or Ireland => fid == 10 && AidMonitoring(ref line, bits),
                _ => false,
            };
        if (!known)
        {
            Data(ref line, bits, AddressedBinaryMessage.DataAt, bits.Length);
        }
    }

    private static void Broadcast(ref JsonLine line, AisBits bits)
    {
        line.UInt("dac"u8, bits, 40, 10);
        line.UInt("fid"u8, bits, 50, 6);
        var (dac, fid) = (bits.UInt(40, 10), bits.UInt(50, 6));
        var known =
            bits.Length >= BroadcastBinaryMessage.DataAt
            && dac switch
            {
                International => BroadcastInternational(ref line, bits, fid),
                Inland => BroadcastInland(ref line, bits, fid),
                _ => false,
            };
        if (!known)
        {
            Data(ref line, bits, BroadcastBinaryMessage.DataAt, bits.Length, fillWithZeros: true);
        }
    }

    private static bool AidMonitoring(ref JsonLine line, AisBits bits)
    {
        if (bits.Length != 136)
        {
            return false;
        }
        line.LooseFlag("off_pos"u8, bits, 131);
        line.LooseFlag("alarm"u8, bits, 122);
        line.Loose("stat_ext"u8, bits, 123, 8);
        line.Loose("ana_int"u8, bits, 88, 10);
        line.Loose("ana_ext1"u8, bits, 98, 10);
        line.Loose("ana_ext2"u8, bits, 108, 10);
        Coded(ref line, "racon"u8, "racon_text"u8, GpsdLegends.Racon, bits, 118, 2);
        Coded(ref line, "light"u8, "light_text"u8, GpsdLegends.Light, bits, 120, 2);
        return true;
    }

    private static void LooseCoded(
        ref JsonLine line,
        ReadOnlySpan<byte> name,
        ReadOnlySpan<byte> textName,
        Legend legend,
        AisBits bits,
        int offset,
        int width
    )
    {
        var code = bits.Loose(offset, width);
        line.Number(name, code);
        line.Plain(textName, legend[code]);
    }

    /// <summary>Route information of IMO 289, addressed (28) or broadcast (27), from its linkage on.</summary>
    private static void Route(ref JsonLine line, AisBits bits, int at)
    {
        const int MaxWaypoints = 16;
        line.Loose("linkage"u8, bits, at, 10);
        line.Loose("sender"u8, bits, at + 10, 3);
        LooseCoded(ref line, "rtype"u8, "rtype_text"u8, GpsdBinaryLegends.Route, bits, at + 13, 5);
        Moment(ref line, "start"u8, bits, at + 18);
        line.Loose("duration"u8, bits, at + 38, 18);
        line.BeginArray("waypoints"u8);
        var count = Math.Min(bits.Loose(at + 56, 5), MaxWaypoints);
        for (var i = 0; i < count; i++)
        {
            line.BeginObject();
            line.LooseInt("lon"u8, bits, at + 61 + 55 * i, 28);
            line.LooseInt("lat"u8, bits, at + 61 + 55 * i + 28, 27);
            line.EndObject();
        }
        line.EndArray();
    }
}
