using Fourfold.Codecs.Ais.Applications;
using Fourfold.Codecs.Text;

namespace Fourfold.Codecs.Ais.Gpsd;

public sealed partial class GpsdJson
{
    private static bool BroadcastInternational(ref JsonLine line, AisBits bits, uint fid)
    {
        switch (fid)
        {
            case 11:
                WeatherOld(ref line, bits);
                return true;
            case 13:
                FairwayClosed(ref line, bits);
                return true;
            case 15:
                line.Loose("airdraught"u8, bits, 56, 11);
                return true;
            case 16 when bits.Length - 56 is 136 or 72:
                line.Loose("persons"u8, bits, bits.Length - 56 == 136 ? 88 : 55, 13);
                return true;
            case 17:
                Targets(ref line, bits);
                return true;
            case 19:
                TrafficSignal(ref line, bits);
                return true;
            case 27:
                Route(ref line, bits, 56);
                return true;
            case 29:
                line.Loose("linkage"u8, bits, 56, 10);
                line.AnyText("text"u8, bits.Text(66, 161));
                return true;
            case 31:
                Weather(ref line, bits);
                return true;
            default:
                return false;
        }
    }

    private static bool BroadcastInland(ref JsonLine line, AisBits bits, uint fid)
    {
        switch (fid)
        {
            case 10 when bits.Length == 168 && bits.UInt(141, 3) <= 5:
                InlandShip(ref line, bits);
                return true;
            case 23 when bits.Length == 256:
                EmmaWarning(ref line, bits);
                return true;
            case 24 when bits.Length == 168:
                WaterLevels(ref line, bits);
                return true;
            case 40 when bits.Length == 168:
                line.LooseInt("lon"u8, bits, 56, 28);
                line.LooseInt("lat"u8, bits, 84, 27);
                line.Loose("form"u8, bits, 111, 4);
                line.Loose("facing"u8, bits, 115, 9);
                LooseCoded(ref line, "direction"u8, "direction_text"u8, GpsdBinaryLegends.Direction, bits, 124, 3);
                LooseCoded(ref line, "status"u8, "status_text"u8, GpsdBinaryLegends.Signal, bits, 127, 30);
                return true;
            default:
                return false;
        }
    }

    private static void WeatherOld(ref JsonLine line, AisBits bits)
    {
        line.LooseInt("lat"u8, bits, 56, 24);
        line.LooseInt("lon"u8, bits, 80, 25);
        DayClock(ref line, bits, 105);
        Wind(ref line, bits, 121);
        line.Loose("humidity"u8, bits, 164, 7);
        line.Loose("airtemp"u8, bits, 153, 11);
        line.Loose("dewpoint"u8, bits, 171, 10);
        line.Loose("pressure"u8, bits, 181, 9);
        line.Loose("pressuretend"u8, bits, 190, 2);
        line.Loose("visibility"u8, bits, 192, 8);
        line.Loose("waterlevel"u8, bits, 200, 9);
        line.Loose("leveltrend"u8, bits, 209, 2);
        Sea(ref line, bits, 211);
        line.Loose("watertemp"u8, bits, 322, 10);
        LooseCoded(ref line, "preciptype"u8, "preciptype_text"u8, GpsdBinaryLegends.Precipitation, bits, 332, 3);
        line.Loose("salinity"u8, bits, 335, 9);
        LooseCoded(ref line, "ice"u8, "ice_text"u8, GpsdBinaryLegends.Ice, bits, 344, 2);
    }

    private static void Weather(ref JsonLine line, AisBits bits)
    {
        line.LooseInt("lat"u8, bits, 81, 24);
        line.LooseInt("lon"u8, bits, 56, 25);
        line.LooseFlag("accuracy"u8, bits, 105);
        DayClock(ref line, bits, 106);
        Wind(ref line, bits, 122);
        line.Loose("humidity"u8, bits, 165, 7);
        line.LooseInt("airtemp"u8, bits, 154, 11);
        line.LooseInt("dewpoint"u8, bits, 172, 10);
        line.Loose("pressure"u8, bits, 182, 9);
        line.Loose("pressuretend"u8, bits, 191, 2);
        line.LooseFlag("visgreater"u8, bits, 193);
        line.Loose("visibility"u8, bits, 194, 7);
        line.Loose("waterlevel"u8, bits, 201, 12);
        line.Loose("leveltrend"u8, bits, 213, 2);
        Sea(ref line, bits, 215);
        line.LooseInt("watertemp"u8, bits, 326, 10);
        line.Loose("preciptype"u8, bits, 336, 3);
        line.Loose("salinity"u8, bits, 339, 9);
        line.Loose("ice"u8, bits, 348, 2);
    }

    private static void DayClock(ref JsonLine line, AisBits bits, int at)
    {
        line.Name("timestamp"u8);
        line.Byte((byte)'"');
        line.Padded(bits.Loose(at, 5), 2);
        Clock(ref line, bits, at + 5);
        line.Raw("Z\""u8);
    }

    private static void Wind(ref JsonLine line, AisBits bits, int at)
    {
        line.Loose("wspeed"u8, bits, at, 7);
        line.Loose("wgust"u8, bits, at + 7, 7);
        line.Loose("wdir"u8, bits, at + 14, 9);
        line.Loose("wgustdir"u8, bits, at + 23, 9);
    }

    /// <summary>Currents, waves and swell: the same 111 bits in both editions.</summary>
    private static void Sea(ref JsonLine line, AisBits bits, int at)
    {
        line.Loose("cspeed"u8, bits, at, 8);
        line.Loose("cdir"u8, bits, at + 8, 9);
        line.Loose("cspeed2"u8, bits, at + 17, 8);
        line.Loose("cdir2"u8, bits, at + 25, 9);
        line.Loose("cdepth2"u8, bits, at + 34, 5);
        line.Loose("cspeed3"u8, bits, at + 39, 8);
        line.Loose("cdir3"u8, bits, at + 47, 9);
        line.Loose("cdepth3"u8, bits, at + 56, 5);
        line.Loose("waveheight"u8, bits, at + 61, 8);
        line.Loose("waveperiod"u8, bits, at + 69, 6);
        line.Loose("wavedir"u8, bits, at + 75, 9);
        line.Loose("swellheight"u8, bits, at + 84, 8);
        line.Loose("swellperiod"u8, bits, at + 92, 6);
        line.Loose("swelldir"u8, bits, at + 98, 9);
        line.Loose("seastate"u8, bits, at + 107, 4);
    }

    private static void FairwayClosed(ref JsonLine line, AisBits bits)
    {
        line.AnyText("reason"u8, bits.Text(56, 20));
        line.AnyText("closefrom"u8, bits.Text(176, 20));
        line.AnyText("closeto"u8, bits.Text(296, 20));
        line.Loose("radius"u8, bits, 416, 10);
        line.Loose("extunit"u8, bits, 426, 2);
        DayMonthClock(ref line, "from"u8, bits, 428);
        DayMonthClock(ref line, "to"u8, bits, 448);
    }

    // Sent as day, month, hour, minute; printed as month-day.
    private static void DayMonthClock(ref JsonLine line, ReadOnlySpan<byte> name, AisBits bits, int at)
    {
        line.Name(name);
        line.Byte((byte)'"');
        line.Padded(bits.Loose(at + 5, 4), 2);
        line.Byte((byte)'-');
        line.Padded(bits.Loose(at, 5), 2);
        Clock(ref line, bits, at + 9);
        line.Byte((byte)'"');
    }

    private static void Targets(ref JsonLine line, AisBits bits)
    {
        // gpsd takes 122 bits for each, so that all behind the first are noise: not followed there.
        const int ElementBits = SyntheticTargets.TargetBits;
        line.BeginArray("targets"u8);
        for (var at = 56; at + ElementBits <= bits.Length; at += ElementBits)
        {
            var kind = bits.Loose(at, 2);
            line.BeginObject();
            LooseCoded(ref line, "idtype"u8, "idtype_text"u8, GpsdBinaryLegends.TargetId, bits, at, 2);
            if (kind < 2)
            {
                // gpsd keeps the low 32 of these 42 bits.
                line.Name(GpsdBinaryLegends.TargetId[kind]);
                line.Byte((byte)'"');
                line.Number(bits.Loose(at + 12, 32));
                line.Byte((byte)'"');
            }
            else
            {
                line.AnyText(GpsdBinaryLegends.TargetId[kind], bits.Text(at + 2, 7));
            }
            line.LooseInt("lat"u8, bits, at + 48, 24);
            line.LooseInt("lon"u8, bits, at + 72, 25);
            line.Loose("course"u8, bits, at + 97, 9);
            line.Loose("second"u8, bits, at + 106, 6);
            line.Loose("speed"u8, bits, at + 112, 8);
            line.EndObject();
        }
        line.EndArray();
    }

    private static void TrafficSignal(ref JsonLine line, AisBits bits)
    {
        line.Loose("linkage"u8, bits, 56, 10);
        line.AnyText("station"u8, bits.Text(66, 20));
        // gpsd scales these two even when asked not to.
        line.Fixed("lon"u8, bits.LooseInt(186, 25) / 60000.0, 4);
        line.Fixed("lat"u8, bits.LooseInt(211, 24) / 60000.0, 4);
        line.Loose("status"u8, bits, 235, 2);
        LooseCoded(ref line, "signal"u8, "signal_text"u8, GpsdBinaryLegends.TrafficSignal, bits, 237, 5);
        line.Loose("hour"u8, bits, 242, 5);
        line.Loose("minute"u8, bits, 247, 6);
        LooseCoded(ref line, "nextsignal"u8, "nextsignal_text"u8, GpsdBinaryLegends.TrafficSignal, bits, 253, 5);
    }

    private static void InlandShip(ref JsonLine line, AisBits bits)
    {
        line.AnyText("vin"u8, bits.Text(56, 8));
        line.Loose("length"u8, bits, 104, 13);
        line.Loose("beam"u8, bits, 117, 10);
        var type = bits.Loose(127, 14);
        line.Number("shiptype"u8, type);
        line.Plain("shiptype_text"u8, GpsdBinaryLegends.InlandShip(type));
        LooseCoded(ref line, "hazard"u8, "hazard_text"u8, GpsdBinaryLegends.Hazard, bits, 141, 3);
        line.Loose("draught"u8, bits, 144, 11);
        LooseCoded(ref line, "loaded"u8, "loaded_text"u8, GpsdBinaryLegends.Loaded, bits, 155, 2);
        line.LooseFlag("speed_q"u8, bits, 157);
        line.LooseFlag("course_q"u8, bits, 158);
        line.LooseFlag("heading_q"u8, bits, 159);
    }

    private static void EmmaWarning(ref JsonLine line, AisBits bits)
    {
        Date(ref line, "start"u8, bits, 56, 90);
        Date(ref line, "end"u8, bits, 73, 101);
        line.LooseInt("start_lon"u8, bits, 112, 28);
        line.LooseInt("start_lat"u8, bits, 140, 27);
        line.LooseInt("end_lon"u8, bits, 167, 28);
        line.LooseInt("end_lat"u8, bits, 195, 27);
        LooseCoded(ref line, "type"u8, "type_text"u8, GpsdBinaryLegends.EmmaType, bits, 222, 4);
        line.LooseInt("min"u8, bits, 226, 9);
        line.LooseInt("max"u8, bits, 235, 9);
        LooseCoded(ref line, "class"u8, "class_text"u8, GpsdBinaryLegends.EmmaClass, bits, 244, 2);
        LooseCoded(ref line, "wind"u8, "wind_text"u8, GpsdBinaryLegends.EmmaWind, bits, 246, 4);
    }

    private static void Date(ref JsonLine line, ReadOnlySpan<byte> name, AisBits bits, int date, int clock)
    {
        line.Name(name);
        line.Byte((byte)'"');
        line.Number(bits.Loose(date, 8) + 2000);
        line.Byte((byte)'-');
        line.Padded(bits.Loose(date + 8, 4), 2);
        line.Byte((byte)'-');
        line.Padded(bits.Loose(date + 12, 5), 2);
        Clock(ref line, bits, clock);
        line.Byte((byte)'"');
    }

    private static void WaterLevels(ref JsonLine line, AisBits bits)
    {
        line.AnyText("country"u8, bits.Text(56, 2));
        line.BeginArray("gauges"u8);
        for (var at = 68; at < bits.Length; at += 25)
        {
            line.BeginObject();
            line.Loose("id"u8, bits, at, 11);
            line.LooseInt("level"u8, bits, at + 11, 14);
            line.EndObject();
        }
        line.EndArray();
    }
}
