using Fourfold.Codecs.Ais;
using Xunit;

namespace Fourfold.Sense.Tests.Codecs.Ais;

/// <summary>Our views' fields under the names that libais gives them.</summary>
internal static class LibaisFields
{
    private static bool IsSpeed(double knots) => knots < 102.25;

    private static bool IsCourse(double degrees) => degrees < 359.95;

    private static bool IsHeading(double degrees) => degrees < 360;

    private static bool IsPositive(double number) => number > 0;

    public static void Compare(AisBits bits, LibaisMessage theirs)
    {
        theirs.Number("id", bits.UInt(0, 6));
        theirs.Number("repeat_indicator", bits.UInt(6, 2));
        theirs.Number("mmsi", bits.UInt(8, 30));
        if (PositionReport.TryRead(bits, out var report))
        {
            Compare(report, theirs);
        }
        else if (BaseStationReport.TryRead(bits, out var station))
        {
            Compare(station, theirs);
        }
        else if (StaticVoyageData.TryRead(bits, out var voyage))
        {
            Compare(voyage, theirs);
        }
        else if (SarAircraftReport.TryRead(bits, out var aircraft))
        {
            Compare(aircraft, theirs);
        }
        else if (ClassBPositionReport.TryRead(bits, out var classB))
        {
            Compare(classB, theirs);
        }
        else if (ExtendedClassBReport.TryRead(bits, out var extended))
        {
            Compare(extended, theirs);
        }
        else if (AidToNavigationReport.TryRead(bits, out var aid))
        {
            Compare(aid, theirs);
        }
        else if (StaticDataReport.TryRead(bits, out var data))
        {
            Compare(data, theirs);
        }
        else if (LongRangeReport.TryRead(bits, out var longRange))
        {
            Compare(longRange, theirs);
        }
        else
        {
            LibaisLinkFields.Compare(bits, theirs);
        }
    }

    public static void Compare(CommunicationState? state, LibaisMessage theirs)
    {
        theirs.Number("sync_state", state?.SyncState);
        theirs.Number("slot_timeout", state?.SlotTimeout);
        theirs.Number("received_stations", state?.ReceivedStations);
        theirs.Number("slot_number", state?.SlotNumber);
        theirs.Number("utc_hour", state?.UtcHour, hour => hour < 24);
        theirs.Number("utc_min", state?.UtcMinute, minute => minute < 60);
        theirs.Number("slot_offset", state?.SlotOffset);
        theirs.Number("slot_increment", state?.SlotIncrement);
        theirs.Number("slots_to_allocate", state?.NumberOfSlots);
        theirs.Flag("keep_flag", state?.KeepsSlot);
    }

    private static void Compare(PositionReport report, LibaisMessage theirs)
    {
        theirs.Number("nav_status", (int?)report.Status);
        // libais turns −128, not available, into −731.4° and ±127, a direction only, into ±720.0°, both over range.
        var isOverRange = theirs.Take("rot_over_range")?.GetBoolean() ?? false;
        Assert.Equal(isOverRange, report.Turn is null || Math.Abs(report.Turn.Value.Raw) == 127);
        theirs.Number("rot", report.Turn?.DegreesPerMinute, rot => Math.Abs(rot) < 719.9);
        Moving(theirs, report.SpeedKnots, report.CourseDegrees, report.HeadingDegrees, report.Timestamp);
        Place(theirs, report.Position, report.IsAccurate);
        theirs.Number(
            "special_manoeuvre",
            report.IsSpecialManoeuvre is { } special ? (special ? 2 : 1) : null,
            code => code is 1 or 2
        );
        theirs.Flag("raim", report.IsRaim);
        Compare(report.Communication, theirs);
    }

    private static void Moving(
        LibaisMessage theirs,
        double? speedKnots,
        double? courseDegrees,
        int? headingDegrees,
        AisTimestamp? timestamp
    )
    {
        theirs.Number("sog", speedKnots, IsSpeed);
        theirs.Number("cog", courseDegrees, IsCourse);
        theirs.Number("true_heading", headingDegrees, IsHeading);
        theirs.Number("timestamp", timestamp?.Raw);
    }

    private static void Place(LibaisMessage theirs, AisPosition? position, bool? isAccurate)
    {
        theirs.Position("x", "y", position);
        theirs.Flag("position_accuracy", isAccurate);
    }

    private static void Size(LibaisMessage theirs, AisDimensions? dimensions)
    {
        // Ours is null when all four are 0.
        theirs.Number("dim_a", dimensions?.ToBow ?? 0);
        theirs.Number("dim_b", dimensions?.ToStern ?? 0);
        theirs.Number("dim_c", dimensions?.ToPort ?? 0);
        theirs.Number("dim_d", dimensions?.ToStarboard ?? 0);
    }

    private static void Compare(BaseStationReport report, LibaisMessage theirs)
    {
        theirs.Number("year", report.Year, year => year is > 0 and < 10_000);
        theirs.Number("month", report.Month, month => month is > 0 and < 13);
        theirs.Number("day", report.Day, IsPositive);
        theirs.Number("hour", report.Hour, hour => hour < 24);
        theirs.Number("minute", report.Minute, minute => minute < 60);
        theirs.Number("second", report.Second, second => second < 60);
        Place(theirs, report.Position, report.IsAccurate);
        theirs.Number("fix_type", (int?)report.FixType);
        theirs.Flag("transmission_ctl", report.ControlsLongRange);
        theirs.Flag("raim", report.IsRaim);
        Compare(report.Communication, theirs);
    }

    private static void Compare(StaticVoyageData data, LibaisMessage theirs)
    {
        theirs.Number("ais_version", data.AisVersion);
        theirs.Number("imo_num", data.ImoNumber, IsPositive);
        theirs.Text("callsign", data.CallSign.ToStringOrNull());
        theirs.Text("name", data.Name.ToStringOrNull());
        theirs.Number("type_and_cargo", data.ShipType, IsPositive);
        Size(theirs, data.Dimensions);
        theirs.Number("fix_type", (int?)data.FixType);
        theirs.Number("eta_month", data.Eta?.Month, month => month is > 0 and < 13);
        theirs.Number("eta_day", data.Eta?.Day, IsPositive);
        theirs.Number("eta_hour", data.Eta?.Hour, hour => hour < 24);
        theirs.Number("eta_minute", data.Eta?.Minute, minute => minute < 60);
        theirs.Number("draught", data.DraughtMetres, IsPositive);
        theirs.Text("destination", data.Destination.ToStringOrNull());
        theirs.Flag("dte", !data.IsTerminalReady);
    }

    private static void Compare(SarAircraftReport report, LibaisMessage theirs)
    {
        theirs.Number("alt", report.AltitudeMetres, altitude => altitude < 4095);
        theirs.Number("sog", report.SpeedKnots, speed => speed < 1023);
        theirs.Number("cog", report.CourseDegrees, IsCourse);
        theirs.Number("timestamp", report.Timestamp?.Raw);
        Place(theirs, report.Position, report.IsAccurate);
        theirs.Flag("alt_sensor", report.IsBarometric);
        theirs.Flag("dte", !report.IsTerminalReady);
        theirs.Flag("assigned_mode", report.IsAssigned);
        theirs.Flag("raim", report.IsRaim);
        Compare(report.Communication, theirs);
    }

    private static void Compare(ClassBPositionReport report, LibaisMessage theirs)
    {
        Moving(theirs, report.SpeedKnots, report.CourseDegrees, report.HeadingDegrees, report.Timestamp);
        Place(theirs, report.Position, report.IsAccurate);
        theirs.Flag("unit_flag", report.IsCarrierSense);
        theirs.Flag("display_flag", report.HasDisplay);
        theirs.Flag("dsc_flag", report.HasDsc);
        theirs.Flag("band_flag", report.IsWholeBand);
        theirs.Flag("m22_flag", report.AcceptsMessage22);
        theirs.Flag("mode_flag", report.IsAssigned);
        theirs.Flag("raim", report.IsRaim);
        if (report.IsCarrierSense == true)
        {
            // A carrier-sense unit sends a filler there (M.1371-5, §3.16); libais may read it as a state.
            theirs.Ignore("commstate_flag", "sync_state", "slot_timeout", "received_stations", "slot_number");
            theirs.Ignore("utc_hour", "utc_min", "slot_offset", "slot_increment", "slots_to_allocate", "keep_flag");
            return;
        }
        theirs.Flag("commstate_flag", report.Communication?.IsItdma);
        Compare(report.Communication, theirs);
    }

    private static void Compare(ExtendedClassBReport report, LibaisMessage theirs)
    {
        Moving(theirs, report.SpeedKnots, report.CourseDegrees, report.HeadingDegrees, report.Timestamp);
        Place(theirs, report.Position, report.IsAccurate);
        theirs.Text("name", report.Name.ToStringOrNull());
        theirs.Number("type_and_cargo", report.ShipType, IsPositive);
        Size(theirs, report.Dimensions);
        theirs.Number("fix_type", (int?)report.FixType);
        theirs.Flag("raim", report.IsRaim);
        theirs.Flag("dte", !report.IsTerminalReady);
        theirs.Flag("assigned_mode", report.IsAssigned);
    }

    private static void Compare(AidToNavigationReport report, LibaisMessage theirs)
    {
        theirs.Number("aton_type", report.AidType, IsPositive);
        theirs.Text("name", report.Name);
        Place(theirs, report.Position, report.IsAccurate);
        Size(theirs, report.Dimensions);
        theirs.Number("fix_type", (int?)report.FixType);
        theirs.Number("timestamp", report.Timestamp?.Raw);
        theirs.Flag("off_pos", report.IsOffPosition);
        theirs.Number("aton_status", report.StatusBits);
        theirs.Flag("raim", report.IsRaim);
        theirs.Flag("virtual_aton", report.IsVirtual);
        theirs.Flag("assigned_mode", report.IsAssigned);
    }

    private static void Compare(StaticDataReport report, LibaisMessage theirs)
    {
        theirs.Number("part_num", report.Part);
        theirs.Text("name", report.Name.ToStringOrNull());
        theirs.Number("type_and_cargo", report.ShipType, IsPositive);
        // Seven characters as before M.1371-4, beside the model and serial number that took the last four.
        if (theirs.Take("vendor_id") is { } vendor)
        {
            Assert.Equal(Old(vendor.GetString() ?? "", 3), report.VendorId.ToStringOrNull() ?? "");
        }
        theirs.Text("callsign", report.CallSign.ToStringOrNull());
        if (report.MothershipMmsi is not null || report.Mmsi / 10_000_000 == 98)
        {
            // Of a craft these bits are its mother ship's MMSI (M.1371-5, Table 78).
            theirs.Ignore("dim_a", "dim_b", "dim_c", "dim_d");
        }
        Size(theirs, report.Dimensions);
    }

    private static string Old(string text, int characters) =>
        text[..Math.Min(text.Length, characters)].Split('@')[0].TrimEnd(' ').Replace('-', '_').Replace('`', '\'');

    private static void Compare(LongRangeReport report, LibaisMessage theirs)
    {
        theirs.Flag("position_accuracy", report.IsAccurate);
        theirs.Flag("raim", report.IsRaim);
        theirs.Number("nav_status", (int?)report.Status);
        theirs.Position("x", "y", report.Position);
        theirs.Number("sog", report.SpeedKnots, speed => speed < 63);
        theirs.Number("cog", report.CourseDegrees, IsHeading);
        // libais inverts the bit: true is a current GNSS position, which M.1371-5 sends as 0.
        theirs.Flag("gnss", !report.IsDelayed);
    }
}
