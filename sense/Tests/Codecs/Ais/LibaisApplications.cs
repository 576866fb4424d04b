using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Ais.Applications;
using Xunit;

namespace Fourfold.Sense.Tests.Codecs.Ais;

/// <summary>The same for the applications that libais reads in the recordings.</summary>
internal static class LibaisApplications
{
    public static void Compare(AisBits bits, LibaisMessage theirs)
    {
        if (AisApplication.TryRead<TextTelegram>(bits, out var telegram))
        {
            theirs.Flag("ack_required", telegram.IsAcknowledgementRequired);
            theirs.Number("msg_seq", telegram.Sequence, sequence => sequence > 0);
            theirs.Text("text", telegram.Text.ToString());
        }
        else if (AisApplication.TryRead<PersonsOnBoard>(bits, out var persons))
        {
            theirs.Number("persons", persons.Persons, number => number > 0);
        }
        else if (AisApplication.TryRead<LegacyMeteorologicalData>(bits, out var old))
        {
            Old(old, theirs);
        }
        else if (AisApplication.TryRead<MeteorologicalData>(bits, out var weather))
        {
            Weather(weather, theirs);
        }
        else if (AisApplication.TryRead<AreaNotice>(bits, out var notice))
        {
            Notice(notice, theirs);
        }
        else if (AisApplication.TryRead<InlandShipData>(bits, out var ship))
        {
            theirs.Text("eu_id", ship.EuropeanNumber.ToString());
            theirs.Number("length", ship.LengthMetres, metres => metres > 0);
            theirs.Number("beam", ship.BeamMetres, metres => metres > 0);
            theirs.Number("ship_type", ship.ShipType, type => type > 0);
            theirs.Number("haz_cargo", ship.Hazard, code => code < 5);
            // libais divides by 10; the draught is in centimetres (SC.3/176, Table 2.2).
            theirs.Number("draught", ship.DraughtMetres * 10, metres => metres > 0);
            theirs.Number("loaded", ship.Lading, code => code is 1 or 2);
            theirs.Flag("speed_qual", ship.IsSpeedAccurate);
            theirs.Flag("course_qual", ship.IsCourseAccurate);
            theirs.Flag("heading_qual", ship.IsHeadingAccurate);
        }
    }

    private static void Old(LegacyMeteorologicalData weather, LibaisMessage theirs)
    {
        theirs.Position("x", "y", weather.Position);
        theirs.Number("day", weather.Time?.Day, day => day > 0);
        theirs.Number("hour", weather.Time?.Hour, hour => hour < 24);
        theirs.Number("minute", weather.Time?.Minute, minute => minute < 60);
        Wind(theirs, 120, weather.WindSpeedKnots, weather.WindGustKnots);
        Direction(theirs, "wind_dir", weather.WindDirectionDegrees);
        // libais prints the gust's speed in place of its direction.
        theirs.Number("wind_gust_dir", weather.WindGustKnots ?? 127);
        theirs.Number("air_temp", weather.AirTemperatureCelsius, celsius => celsius < 60.05);
        theirs.Number("rel_humid", weather.HumidityPercent, percent => percent <= 100);
        theirs.Number("dew_point", weather.DewPointCelsius, celsius => celsius < 50.05);
        theirs.Number("air_pres", weather.PressureHectopascals, pressure => pressure <= 1200);
        theirs.Number("air_pres_trend", weather.PressureTrend, code => code < 3);
        theirs.Number("horz_vis", weather.VisibilityNauticalMiles, miles => miles < 25.05);
        theirs.Number("water_level", weather.WaterLevelMetres, metres => metres < 30.05);
        theirs.Number("water_level_trend", weather.WaterLevelTrend, code => code < 3);
        Current(theirs, "surf_cur_speed", weather.CurrentSpeedKnots, 25.05);
        Direction(theirs, "surf_cur_dir", weather.CurrentDirectionDegrees);
        Current(theirs, "cur_speed_2", weather.SecondCurrentSpeedKnots, 25.05);
        Direction(theirs, "cur_dir_2", weather.SecondCurrentDirectionDegrees);
        theirs.Number("cur_depth_2", weather.SecondCurrentDepthMetres, metres => metres < 31);
        Current(theirs, "cur_speed_3", weather.ThirdCurrentSpeedKnots, 25.05);
        Direction(theirs, "cur_dir_3", weather.ThirdCurrentDirectionDegrees);
        theirs.Number("cur_depth_3", weather.ThirdCurrentDepthMetres, metres => metres < 31);
        theirs.Number("wave_height", weather.WaveHeightMetres, metres => metres < 25.05);
        theirs.Number("wave_period", weather.WavePeriodSeconds, seconds => seconds <= 60);
        Direction(theirs, "wave_dir", weather.WaveDirectionDegrees);
        theirs.Number("swell_height", weather.SwellHeightMetres, metres => metres < 25.05);
        theirs.Number("swell_period", weather.SwellPeriodSeconds, seconds => seconds <= 60);
        Direction(theirs, "swell_dir", weather.SwellDirectionDegrees);
        theirs.Number("sea_state", weather.SeaState, force => force <= 12);
        theirs.Number("water_temp", weather.WaterTemperatureCelsius, celsius => celsius < 50.05);
        theirs.Number("precip_type", weather.Precipitation, code => code < 7);
        theirs.Number("salinity", weather.SalinityPerMille, mille => mille < 50.05);
        theirs.Number("ice", weather.Ice, code => code < 2);
        // Six spare bits, which libais shows as what some editions put there.
        theirs.Ignore("ext_water_level");
    }

    private static void Weather(MeteorologicalData weather, LibaisMessage theirs)
    {
        theirs.Position("x", "y", weather.Position);
        theirs.Flag("position_accuracy", weather.IsAccurate);
        theirs.Number("utc_day", weather.Time?.Day, day => day > 0);
        theirs.Number("utc_hour", weather.Time?.Hour, hour => hour < 24);
        theirs.Number("utc_min", weather.Time?.Minute, minute => minute < 60);
        Wind(theirs, 126, weather.WindSpeedKnots, weather.WindGustKnots);
        Direction(theirs, "wind_dir", weather.WindDirectionDegrees);
        Direction(theirs, "wind_gust_dir", weather.WindGustDirectionDegrees);
        theirs.Number("air_temp", weather.AirTemperatureCelsius, celsius => Math.Abs(celsius) < 60.05);
        theirs.Number("rel_humid", weather.HumidityPercent, percent => percent <= 100);
        theirs.Number("dew_point", weather.DewPointCelsius, celsius => celsius is > -20.05 and < 50.05);
        // libais adds 800 in place of 799 and calls hundredths of the sum Pa (Circ.289, Table 1.1: 1 is 800 hPa).
        theirs.Number("air_pres", (weather.PressureHectopascals + 1) / 100.0, pressure => pressure < 12.025);
        theirs.Number("air_pres_trend", weather.PressureTrend, code => code < 3);
        // The first of its eight bits says "greater than" (Circ.289, Table 1.1).
        var greater = weather.IsVisibilityGreater == true ? 12.8 : 0;
        theirs.Number("horz_vis", weather.VisibilityNauticalMiles + greater, miles => miles - greater < 12.65);
        theirs.Number("water_level", weather.WaterLevelMetres, metres => metres < 30.005);
        theirs.Number("water_level_trend", weather.WaterLevelTrend, code => code < 3);
        Current(theirs, "surf_cur_speed", weather.CurrentSpeedKnots, 25.15);
        Direction(theirs, "surf_cur_dir", weather.CurrentDirectionDegrees);
        Current(theirs, "cur_speed_2", weather.SecondCurrentSpeedKnots, 25.15);
        Direction(theirs, "cur_dir_2", weather.SecondCurrentDirectionDegrees);
        theirs.Number("cur_depth_2", weather.SecondCurrentDepthMetres, metres => metres < 31);
        Current(theirs, "cur_speed_3", weather.ThirdCurrentSpeedKnots, 25.15);
        Direction(theirs, "cur_dir_3", weather.ThirdCurrentDirectionDegrees);
        theirs.Number("cur_depth_3", weather.ThirdCurrentDepthMetres, metres => metres < 31);
        // libais forgets to divide by 10.
        theirs.Number("wave_height", weather.WaveHeightMetres * 10, metres => metres < 251.5);
        theirs.Number("wave_period", weather.WavePeriodSeconds, seconds => seconds <= 60);
        Direction(theirs, "wave_dir", weather.WaveDirectionDegrees);
        theirs.Number("swell_height", weather.SwellHeightMetres, metres => metres < 25.15);
        theirs.Number("swell_period", weather.SwellPeriodSeconds, seconds => seconds <= 60);
        Direction(theirs, "swell_dir", weather.SwellDirectionDegrees);
        theirs.Number("sea_state", weather.SeaState, force => force <= 12);
        theirs.Number("water_temp", weather.WaterTemperatureCelsius, celsius => celsius is > -10.05 and < 50.05);
        theirs.Number("precip_type", weather.Precipitation, code => code < 7);
        theirs.Number("salinity", weather.SalinityPerMille, mille => mille < 50.15);
        theirs.Number("ice", weather.Ice, code => code < 2);
    }

    private static void Wind(LibaisMessage theirs, int most, int? speed, int? gust)
    {
        theirs.Number("wind_ave", speed, knots => knots <= most);
        theirs.Number("wind_gust", gust, knots => knots <= most);
    }

    private static void Direction(LibaisMessage theirs, string name, int? degrees) =>
        theirs.Number(name, degrees, direction => direction < 360);

    private static void Current(LibaisMessage theirs, string name, double? knots, double below) =>
        theirs.Number(name, knots, speed => speed < below);

    private static void Notice(AreaNotice notice, LibaisMessage theirs)
    {
        theirs.Number("link_id", notice.Linkage, number => number > 0);
        theirs.Number("notice_type", notice.Notice, code => code < 127);
        theirs.Number("month", notice.Start?.Month, month => month is > 0 and < 13);
        theirs.Number("day", notice.Start?.Day, day => day > 0);
        theirs.Number("hour", notice.Start?.Hour, hour => hour < 24);
        theirs.Number("minute", notice.Start?.Minute, minute => minute < 60);
        // libais prints the minute of the start in place of the duration.
        theirs.Number("duration_minutes", notice.Start?.Minute, minute => minute < 60);
        var index = 0;
        foreach (var one in theirs.Take("sub_areas")?.EnumerateArray() ?? default)
        {
            var area = notice.SubAreas[index++];
            var part = new LibaisMessage(one);
            part.Number("sub_area_type", (int)area.Shape);
            part.Position("x", "y", area.Position);
            part.Number("precision", area.Precision, places => places < 5);
            part.Number("radius", area.RadiusMetres);
            Assert.Empty(part.Finish());
        }
        Assert.Equal(index, notice.SubAreas.Count);
    }
}
