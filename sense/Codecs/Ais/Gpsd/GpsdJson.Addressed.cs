using Fourfold.Codecs.Text;

namespace Fourfold.Codecs.Ais.Gpsd;

public sealed partial class GpsdJson
{
    private static bool AddressedInternational(ref JsonLine line, AisBits bits, uint fid)
    {
        switch (fid)
        {
            case 12:
                DangerousCargoOld(ref line, bits);
                return true;
            case 14:
                Tidal(ref line, bits, elementBits: 93, isOld: true);
                return true;
            case 15:
                line.Loose("airdraught"u8, bits, 56, 11);
                return true;
            case 16:
                line.Loose("persons"u8, bits, bits.Length - 88 == 136 ? 88 : 55, 13);
                return true;
            case 18:
                Clearance(ref line, bits);
                return true;
            case 20:
                Berthing(ref line, bits);
                return true;
            case 25:
                DangerousCargo(ref line, bits);
                return true;
            case 28:
                Route(ref line, bits, 88);
                return true;
            case 30:
                line.Loose("linkage"u8, bits, 88, 10);
                line.AnyText("text"u8, bits.Text(98, 154));
                return true;
            case 32:
                Tidal(ref line, bits, elementBits: 88, isOld: false);
                return true;
            default:
                return false;
        }
    }

    private static bool AddressedInland(ref JsonLine line, AisBits bits, uint fid)
    {
        switch (fid)
        {
            case 21 when bits.Length == 248:
                Lock(ref line, bits);
                line.Loose("tugs"u8, bits, 228, 3);
                line.Loose("airdraught"u8, bits, 231, 12);
                return true;
            case 22 when bits.Length == 232:
                Lock(ref line, bits);
                LooseCoded(ref line, "status"u8, "status_text"u8, GpsdBinaryLegends.LockStatus, bits, 228, 2);
                return true;
            case 55 when bits.Length == 168:
                line.Loose("crew"u8, bits, 88, 8);
                line.Loose("passengers"u8, bits, 96, 13);
                line.Loose("personnel"u8, bits, 109, 8);
                return true;
            default:
                return false;
        }
    }

    private static void Lock(ref JsonLine line, AisBits bits)
    {
        line.AnyText("country"u8, bits.Text(88, 2));
        line.AnyText("locode"u8, bits.Text(100, 3));
        line.AnyText("section"u8, bits.Text(118, 5));
        line.AnyText("terminal"u8, bits.Text(148, 5));
        line.AnyText("hectometre"u8, bits.Text(178, 5));
        BareMoment(ref line, "eta"u8, bits, 208);
    }

    // Here gpsd neither pads the numbers nor ends with Z.
    private static void BareMoment(ref JsonLine line, ReadOnlySpan<byte> name, AisBits bits, int offset)
    {
        line.Name(name);
        line.Byte((byte)'"');
        line.Number(bits.Loose(offset, 4));
        line.Byte((byte)'-');
        line.Number(bits.Loose(offset + 4, 5));
        line.Byte((byte)'T');
        line.Number(bits.Loose(offset + 9, 5));
        line.Byte((byte)':');
        line.Number(bits.Loose(offset + 14, 6));
        line.Byte((byte)'"');
    }

    private static void DangerousCargoOld(ref JsonLine line, AisBits bits)
    {
        line.AnyText("lastport"u8, bits.Text(88, 5));
        Moment(ref line, "departure"u8, bits, 118);
        line.AnyText("nextport"u8, bits.Text(138, 5));
        Moment(ref line, "eta"u8, bits, 168);
        line.AnyText("dangerous"u8, bits.Text(188, 20));
        line.AnyText("imdcat"u8, bits.Text(308, 4));
        line.Loose("unid"u8, bits, 332, 13);
        line.Loose("amount"u8, bits, 345, 10);
        line.Loose("unit"u8, bits, 355, 2);
    }

    private static void DangerousCargo(ref JsonLine line, AisBits bits)
    {
        const int MaxCargos = 28;
        line.Loose("unit"u8, bits, 88, 2);
        line.Loose("amount"u8, bits, 90, 10);
        line.BeginArray("cargos"u8);
        for (var (i, at) = (0, 100); at < bits.Length && i < MaxCargos; i++, at += 17)
        {
            line.BeginObject();
            line.Loose("code"u8, bits, at, 4);
            line.Loose("subtype"u8, bits, at + 4, 13);
            line.EndObject();
        }
        line.EndArray();
    }

    private static void Tidal(ref JsonLine line, AisBits bits, int elementBits, bool isOld)
    {
        const int FirstAt = 97;
        const int MaxTidals = 12;
        line.Loose("month"u8, bits, 88, 4);
        line.Loose("day"u8, bits, 92, 5);
        line.BeginArray("tidals"u8);
        for (var (i, at) = (0, FirstAt); at <= bits.Length && i < MaxTidals; i++, at += elementBits)
        {
            line.BeginObject();
            line.LooseInt("lon"u8, bits, isOld ? at + 27 : at, isOld ? 28 : 25);
            line.LooseInt("lat"u8, bits, isOld ? at : at + 25, isOld ? 27 : 24);
            var rest = at + (isOld ? 55 : 49);
            line.Loose("from_hour"u8, bits, rest, 5);
            line.Loose("from_min"u8, bits, rest + 5, 6);
            line.Loose("to_hour"u8, bits, rest + 11, 5);
            line.Loose("to_min"u8, bits, rest + 16, 6);
            line.Loose("cdir"u8, bits, rest + 22, 9);
            line.Loose("cspeed"u8, bits, rest + 31, isOld ? 7 : 8);
            line.EndObject();
        }
        line.EndArray();
    }

    private static void Clearance(ref JsonLine line, AisBits bits)
    {
        line.Loose("linkage"u8, bits, 88, 10);
        Moment(ref line, "arrival"u8, bits, 98);
        line.AnyText("portname"u8, bits.Text(118, 20));
        line.AnyText("destination"u8, bits.Text(238, 5));
        line.LooseInt("lon"u8, bits, 268, 25);
        line.LooseInt("lat"u8, bits, 293, 24);
    }

    private static void Berthing(ref JsonLine line, AisBits bits)
    {
        line.Loose("linkage"u8, bits, 88, 10);
        line.Loose("berth_length"u8, bits, 98, 9);
        LooseCoded(ref line, "position"u8, "position_text"u8, GpsdBinaryLegends.Berth, bits, 115, 3);
        BareMoment(ref line, "arrival"u8, bits, 118);
        line.Loose("availability"u8, bits, 138, 1);
        for (var i = 0; i < GpsdBinaryLegends.BerthServices.Length; i++)
        {
            line.Loose(GpsdBinaryLegends.BerthServices[i], bits, 139 + 2 * i, 2);
        }
        line.AnyText("berth_name"u8, bits.Text(191, 20));
        line.LooseInt("berth_lon"u8, bits, 311, 25);
        line.LooseInt("berth_lat"u8, bits, 336, 24);
        line.Loose("berth_depth"u8, bits, 107, 8);
    }
}
