using System.Runtime.CompilerServices;
using Fourfold.Codecs.Text;

namespace Fourfold.Codecs.Ais.Gpsd;

public sealed partial class GpsdJson
{
    private static void Position(ref JsonLine line, AisBits bits)
    {
        var to = line.Members();
        Coded(ref to, "status"u8, "status_text"u8, GpsdLegends.Navigation, bits, 38, 4);
        to.Int("turn"u8, bits, 42, 8);
        to.UInt("speed"u8, bits, 50, 10);
        to.Flag("accuracy"u8, bits, 60);
        to.Int("lon"u8, bits, 61, 28);
        to.Int("lat"u8, bits, 89, 27);
        to.UInt("course"u8, bits, 116, 12);
        to.UInt("heading"u8, bits, 128, 9);
        to.UInt("second"u8, bits, 137, 6);
        to.UInt("maneuver"u8, bits, 143, 2);
        to.Flag("raim"u8, bits, 148);
        to.UInt("radio"u8, bits, 149, 19);
        line.Accept(in to);
    }

    private static void BaseStation(ref JsonLine line, AisBits bits)
    {
        var to = line.Members();
        if (bits.Has(38, 40))
        {
            line.Accept(in to);
            line.Name("timestamp"u8);
            line.Byte((byte)'"');
            line.Padded(bits.UInt(38, 14), 4);
            line.Byte((byte)'-');
            line.Padded(bits.UInt(52, 4), 2);
            line.Byte((byte)'-');
            line.Padded(bits.UInt(56, 5), 2);
            line.Byte((byte)'T');
            line.Padded(bits.UInt(61, 5), 2);
            line.Byte((byte)':');
            line.Padded(bits.UInt(66, 6), 2);
            line.Byte((byte)':');
            line.Padded(bits.UInt(72, 6), 2);
            line.Raw("Z\""u8);
            to = line.Members();
        }
        to.Flag("accuracy"u8, bits, 78);
        to.Int("lon"u8, bits, 79, 28);
        to.Int("lat"u8, bits, 107, 27);
        Coded(ref to, "epfd"u8, "epfd_text"u8, GpsdLegends.FixType, bits, 134, 4);
        to.Flag("raim"u8, bits, 148);
        to.UInt("radio"u8, bits, 149, 19);
        line.Accept(in to);
    }

    private static void StaticVoyage(ref JsonLine line, AisBits bits)
    {
        var to = line.Members();
        to.UInt("imo"u8, bits, 40, 30);
        to.UInt("ais_version"u8, bits, 38, 2);
        to.AnyText("callsign"u8, bits.Text(70, 7));
        to.AnyText("shipname"u8, bits.Text(112, 20));
        Coded(ref to, "shiptype"u8, "shiptype_text"u8, GpsdLegends.Ship, bits, 232, 8);
        Dimensions(ref to, bits, 240);
        Coded(ref to, "epfd"u8, "epfd_text"u8, GpsdLegends.FixType, bits, 270, 4);
        if (bits.Has(274, 20))
        {
            line.Accept(in to);
            Moment(ref line, "eta"u8, bits, 274);
            to = line.Members();
        }
        to.UInt("draught"u8, bits, 294, 8);
        to.AnyText("destination"u8, bits.Text(302, 20));
        // Units in the field cut the last bits off; gpsd then prints 0.
        to.Number("dte"u8, bits.UInt(422, 1));
        line.Accept(in to);
    }

    private static void SarAircraft(ref JsonLine line, AisBits bits)
    {
        var to = line.Members();
        to.UInt("alt"u8, bits, 38, 12);
        to.UInt("speed"u8, bits, 50, 10);
        to.Flag("accuracy"u8, bits, 60);
        to.Int("lon"u8, bits, 61, 28);
        to.Int("lat"u8, bits, 89, 27);
        to.UInt("course"u8, bits, 116, 12);
        to.UInt("second"u8, bits, 128, 6);
        to.UInt("regional"u8, bits, 134, 8);
        to.UInt("dte"u8, bits, 142, 1);
        to.Flag("raim"u8, bits, 147);
        to.UInt("radio"u8, bits, 148, 20);
        line.Accept(in to);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ClassBMotion(ref JsonMembers to, AisBits bits)
    {
        to.UInt("reserved"u8, bits, 38, 8);
        to.UInt("speed"u8, bits, 46, 10);
        to.Flag("accuracy"u8, bits, 56);
        to.Int("lon"u8, bits, 57, 28);
        to.Int("lat"u8, bits, 85, 27);
        to.UInt("course"u8, bits, 112, 12);
        to.UInt("heading"u8, bits, 124, 9);
        to.UInt("second"u8, bits, 133, 6);
    }

    private static void ClassB(ref JsonLine line, AisBits bits)
    {
        var to = line.Members();
        ClassBMotion(ref to, bits);
        to.UInt("regional"u8, bits, 139, 2);
        to.Flag("cs"u8, bits, 141);
        to.Flag("display"u8, bits, 142);
        to.Flag("dsc"u8, bits, 143);
        to.Flag("band"u8, bits, 144);
        to.Flag("msg22"u8, bits, 145);
        to.Flag("raim"u8, bits, 147);
        to.UInt("radio"u8, bits, 148, 20);
        line.Accept(in to);
    }

    private static void ExtendedClassB(ref JsonLine line, AisBits bits)
    {
        var to = line.Members();
        ClassBMotion(ref to, bits);
        to.UInt("regional"u8, bits, 139, 4);
        to.AnyText("shipname"u8, bits.Text(143, 20));
        Coded(ref to, "shiptype"u8, "shiptype_text"u8, GpsdLegends.Ship, bits, 263, 8);
        Dimensions(ref to, bits, 271);
        Coded(ref to, "epfd"u8, "epfd_text"u8, GpsdLegends.FixType, bits, 301, 4);
        to.Flag("raim"u8, bits, 305);
        to.UInt("dte"u8, bits, 306, 1);
        to.Flag("assigned"u8, bits, 307);
        line.Accept(in to);
    }

    private static void Aid(ref JsonLine line, AisBits bits)
    {
        var to = line.Members();
        Coded(ref to, "aid_type"u8, "aid_type_text"u8, GpsdLegends.Aid, bits, 38, 5);
        if (AidToNavigationReport.TryRead(bits, out var aid))
        {
            Span<byte> name = stackalloc byte[64];
            line.Accept(in to);
            line.Escaped("name"u8, name[..aid.CopyName(name)]);
            to = line.Members();
        }
        to.Flag("accuracy"u8, bits, 163);
        to.Int("lon"u8, bits, 164, 28);
        to.Int("lat"u8, bits, 192, 27);
        Dimensions(ref to, bits, 219);
        Coded(ref to, "epfd"u8, "epfd_text"u8, GpsdLegends.FixType, bits, 249, 4);
        to.UInt("second"u8, bits, 253, 6);
        to.UInt("regional"u8, bits, 260, 8);
        to.Flag("off_position"u8, bits, 259);
        to.Flag("raim"u8, bits, 268);
        to.Flag("virtual_aid"u8, bits, 269);
        line.Accept(in to);
    }

    private static void StaticReport(ref JsonLine line, AisBits bits, PartANames names)
    {
        var part = bits.UInt(38, 2);
        var mmsi = bits.UInt(8, 30);
        if (part == 0)
        {
            line.Plain("part"u8, "A"u8);
            line.Text("shipname"u8, bits.Text(40, 20));
            names.Keep(mmsi, bits.Text(40, 20));
            return;
        }
        if (names.TryTake(mmsi, out var name))
        {
            line.Escaped("shipname"u8, name);
        }
        else
        {
            line.Plain("part"u8, "B"u8);
        }
        var to = line.Members();
        Coded(ref to, "shiptype"u8, "shiptype_text"u8, GpsdLegends.Ship, bits, 40, 8);
        // Seven characters as before M.1371-4, beside the model and serial number that took the last four.
        to.AnyText("vendorid"u8, bits.Text(48, 7));
        to.UInt("model"u8, bits, 66, 4);
        to.UInt("serial"u8, bits, 70, 20);
        to.AnyText("callsign"u8, bits.Text(90, 7));
        if (mmsi / 10_000_000 == 98)
        {
            to.UInt("mothership_mmsi"u8, bits, 132, 30);
        }
        else
        {
            Dimensions(ref to, bits, 132);
        }
        line.Accept(in to);
    }

    private static void LongRange(ref JsonLine line, AisBits bits)
    {
        var to = line.Members();
        to.UInt("status"u8, bits, 40, 4);
        to.Flag("accuracy"u8, bits, 38);
        to.Int("lon"u8, bits, 44, 18);
        to.Int("lat"u8, bits, 62, 17);
        to.UInt("speed"u8, bits, 79, 6);
        to.UInt("course"u8, bits, 85, 9);
        to.Flag("raim"u8, bits, 39);
        to.Flag("gnss"u8, bits, 94);
        line.Accept(in to);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Dimensions(ref JsonMembers to, AisBits bits, int offset)
    {
        to.UInt("to_bow"u8, bits, offset, 9);
        to.UInt("to_stern"u8, bits, offset + 9, 9);
        to.UInt("to_port"u8, bits, offset + 18, 6);
        to.UInt("to_starboard"u8, bits, offset + 24, 6);
    }

    /// <summary>The last names of type 24 part A on one channel, the oldest written over first.</summary>
    private sealed class PartANames
    {
        private const int Count = 8;
        private const int Characters = 20;

        private readonly uint[] _mmsi = new uint[Count];
        private readonly int[] _lengths = new int[Count];
        private readonly byte[] _names = new byte[Count * Characters];
        private int _next;

        public void Keep(uint mmsi, AisText name)
        {
            _mmsi[_next] = mmsi;
            _lengths[_next] = name.CopyTo(_names.AsSpan(_next * Characters, Characters));
            _next = (_next + 1) % Count;
        }

        public bool TryTake(uint mmsi, out ReadOnlySpan<byte> name)
        {
            var found = Array.IndexOf(_mmsi, mmsi);
            if (found < 0)
            {
                name = default;
                return false;
            }
            // A part B that is repeated must not match again.
            _mmsi[found] = 0;
            name = _names.AsSpan(found * Characters, _lengths[found]);
            return true;
        }
    }
}
