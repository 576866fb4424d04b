using Fourfold.Codecs.Navigation;
using Fourfold.Codecs.Nmea;

namespace Fourfold.Testing.Fuzzing;

/// <summary>Reads every property of whichever view a sentence has, for laws that hold for any sentence.</summary>
public static class NavigationViews
{
    /// <summary>Formatters that have a view.</summary>
    public static IReadOnlyList<string> Formatters { get; } =
    [.. "TTM TLL TTD RSD OSD RMC GGA GLL VTG HDT THS ZDA VSD SSD ALR ALF ABK TXT".Split(' ')];

    /// <summary>A number that tells which fields the sentence has; 0 for one without a view.</summary>
    public static int Look(in NmeaSentence sentence)
    {
        var seen = 0;
        if (TrackedTarget.TryRead(in sentence, out var ttm))
            seen += Present(
                ttm.Number,
                ttm.DistanceNauticalMiles,
                ttm.BearingDegrees,
                ttm.IsBearingTrue,
                ttm.SpeedKnots,
                ttm.CourseDegrees,
                ttm.IsCourseTrue,
                ttm.ClosestNauticalMiles,
                ttm.ClosestMinutes,
                ttm.Name.ToString(),
                ttm.Status,
                ttm.IsReference,
                ttm.Time,
                ttm.Acquisition
            );
        if (TargetPosition.TryRead(in sentence, out var tll))
            seen += Present(tll.Number, tll.Position, tll.Name.ToString(), tll.Time, tll.Status, tll.IsReference);
        if (TrackedTargetData.TryRead(in sentence, out var ttd))
            seen += Present(
                ttd.Total,
                ttd.Part,
                ttd.Sequence,
                ttd.CopyTargets(new PackedTarget[TrackedTargetData.MaxTargets])
            );
        if (RadarSystemData.TryRead(in sentence, out var rsd))
            seen += Present(
                rsd.FirstOriginRange,
                rsd.FirstOriginBearingDegrees,
                rsd.FirstRangeMarker,
                rsd.FirstBearingLineDegrees,
                rsd.SecondOriginRange,
                rsd.SecondOriginBearingDegrees,
                rsd.SecondRangeMarker,
                rsd.SecondBearingLineDegrees,
                rsd.CursorRange,
                rsd.CursorBearingDegrees,
                rsd.RangeScale,
                rsd.Unit,
                rsd.Rotation
            );
        if (OwnShipData.TryRead(in sentence, out var osd))
            seen += Present(
                osd.HeadingDegrees,
                osd.IsHeadingValid,
                osd.CourseDegrees,
                osd.CourseReference,
                osd.SpeedKnots,
                osd.SpeedReference,
                osd.SetDegrees,
                osd.Drift,
                osd.Unit
            );
        return seen + LookAtNavigation(in sentence) + LookAtDevices(in sentence);
    }

    private static int LookAtNavigation(in NmeaSentence sentence)
    {
        var seen = 0;
        if (MinimumNavigation.TryRead(in sentence, out var rmc))
            seen += Present(
                rmc.UtcTime,
                rmc.IsValid,
                rmc.Position,
                rmc.SpeedKnots,
                rmc.CourseDegrees,
                rmc.VariationDegrees,
                rmc.Mode,
                rmc.NavigationalStatus
            );
        if (SatelliteFix.TryRead(in sentence, out var gga))
            seen += Present(
                gga.Time,
                gga.Position,
                gga.Quality,
                gga.Satellites,
                gga.HorizontalDilution,
                gga.AltitudeMetres,
                gga.GeoidSeparationMetres,
                gga.CorrectionAgeSeconds,
                gga.ReferenceStation
            );
        if (GeographicPosition.TryRead(in sentence, out var gll))
            seen += Present(gll.Position, gll.Time, gll.IsValid, gll.Mode);
        if (CourseAndSpeed.TryRead(in sentence, out var vtg))
            seen += Present(
                vtg.CourseDegrees,
                vtg.MagneticCourseDegrees,
                vtg.SpeedKnots,
                vtg.SpeedKilometresPerHour,
                vtg.Mode
            );
        if (TrueHeading.TryRead(in sentence, out var hdt))
            seen += Present(hdt.HeadingDegrees);
        if (HeadingAndStatus.TryRead(in sentence, out var ths))
            seen += Present(ths.HeadingDegrees, ths.Mode, ths.IsValid);
        if (TimeAndDate.TryRead(in sentence, out var zda))
            seen += Present(zda.UtcTime, zda.LocalZone);
        return seen;
    }

    private static int LookAtDevices(in NmeaSentence sentence)
    {
        var seen = 0;
        if (AisVoyageData.TryRead(in sentence, out var vsd))
            seen += Present(
                vsd.ShipType,
                vsd.DraughtMetres,
                vsd.PersonsOnBoard,
                vsd.Destination.ToString(),
                vsd.ArrivalTime,
                vsd.ArrivalDay,
                vsd.ArrivalMonth,
                vsd.NavigationalStatus,
                vsd.RegionalFlags
            );
        if (AisStaticData.TryRead(in sentence, out var ssd))
            seen += Present(
                ssd.CallSign.ToString(),
                ssd.Name.ToString(),
                ssd.ToBow,
                ssd.ToStern,
                ssd.ToPort,
                ssd.ToStarboard,
                ssd.IsTerminalReady,
                ssd.Source.ToString()
            );
        if (AlarmState.TryRead(in sentence, out var alr))
            seen += Present(alr.Time, alr.Number, alr.IsRaised, alr.IsAcknowledged, alr.Text.ToString());
        if (AlertState.TryRead(in sentence, out var alf))
            seen += Present(
                alf.Total,
                alf.Part,
                alf.Sequence,
                alf.Time,
                alf.Category,
                alf.Priority,
                alf.State,
                alf.Manufacturer.ToString(),
                alf.Identifier,
                alf.Instance,
                alf.Revision,
                alf.Escalation,
                alf.Text.ToString()
            );
        if (AisAcknowledgement.TryRead(in sentence, out var abk))
            seen += Present(abk.Destination, abk.Channel, abk.MessageType, abk.Sequence, abk.Result);
        if (TextSentence.TryRead(in sentence, out var txt))
            seen += Present(txt.Total, txt.Part, txt.Identifier, txt.Text.ToString());
        return seen;
    }

    // Which fields are there: enough to tell one way through a view from another.
    private static int Present(params ReadOnlySpan<object?> values)
    {
        var mask = 0;
        for (var i = 0; i < values.Length; i++)
            mask |= values[i] is null or "" ? 0 : 1 << i;
        return mask;
    }
}
