using Fourfold.Codecs.Navigation;
using Xunit;
using static Fourfold.Sense.Tests.Codecs.Navigation.Sentences;

namespace Fourfold.Sense.Tests.Codecs.Navigation;

/// <summary>Sentences of receivers, compasses and AIS units, as their manuals print them.</summary>
public sealed class NavigationSentenceTests
{
    [Fact]
    public void Minimum_navigation_has_a_date_across_the_century()
    {
        One(
            "$GPRMC,225446.33,A,4916.45,N,12311.12,W,000.5,054.7,191194,020.3,E,D",
            (in sentence) =>
            {
                Assert.True(MinimumNavigation.TryRead(in sentence, out var fix));
                Assert.Equal(new DateTimeOffset(1994, 11, 19, 22, 54, 46, 330, TimeSpan.Zero), fix.UtcTime);
                Assert.True(fix.IsValid);
                Assert.Equal(49 + 16.45 / 60, fix.Position?.LatitudeDegrees);
                Assert.Equal(-(123 + 11.12 / 60), fix.Position?.LongitudeDegrees);
                Assert.Equal(0.5, fix.SpeedKnots);
                Assert.Equal(54.7, fix.CourseDegrees);
                Assert.Equal(20.3, fix.VariationDegrees);
                Assert.Equal(PositionMode.Differential, fix.Mode);
                Assert.Null(fix.NavigationalStatus);
            }
        );
    }

    [Fact]
    public void Satellite_fix_geographic_position_and_course_are_read()
    {
        One(
            "$GPGGA,184353.07,1929.045,S,02410.506,E,1,04,2.6,100.00,M,-33.9,M,,0000*6D",
            (in sentence) =>
            {
                Assert.True(SatelliteFix.TryRead(in sentence, out var fix));
                Assert.Equal((1, 4, 2.6), (fix.Quality, fix.Satellites, fix.HorizontalDilution));
                Assert.Equal((100, -33.9), (fix.AltitudeMetres, fix.GeoidSeparationMetres));
                Assert.Null(fix.CorrectionAgeSeconds);
                Assert.Equal(0, fix.ReferenceStation);
            }
        );
        One(
            "$GPGLL,4916.45,N,12311.12,W,225444,A",
            (in sentence) =>
            {
                Assert.True(GeographicPosition.TryRead(in sentence, out var fix));
                Assert.Equal(new TimeSpan(22, 54, 44), fix.Time);
                Assert.True(fix.IsValid);
                Assert.Null(fix.Mode);
            }
        );
        One(
            "$GPVTG,054.7,T,034.4,M,005.5,N,010.2,K,A",
            (in sentence) =>
            {
                Assert.True(CourseAndSpeed.TryRead(in sentence, out var motion));
                Assert.Equal((54.7, 34.4), (motion.CourseDegrees, motion.MagneticCourseDegrees));
                Assert.Equal((5.5, 10.2), (motion.SpeedKnots, motion.SpeedKilometresPerHour));
            }
        );
        One(
            "$GPVTG,054.7,034.4,005.5,010.2",
            (in sentence) =>
            {
                Assert.True(CourseAndSpeed.TryRead(in sentence, out var motion));
                Assert.Equal((34.4, 5.5), (motion.MagneticCourseDegrees, motion.SpeedKnots));
            }
        );
    }

    [Fact]
    public void Headings_and_time_are_read()
    {
        One(
            "$HEHDT,274.07,T",
            (in sentence) =>
            {
                Assert.True(TrueHeading.TryRead(in sentence, out var heading));
                Assert.Equal(274.07, heading.HeadingDegrees);
            }
        );
        One(
            "$HETHS,77.5,V",
            (in sentence) =>
            {
                Assert.True(HeadingAndStatus.TryRead(in sentence, out var heading));
                Assert.Equal((77.5, false), (heading.HeadingDegrees, heading.IsValid));
            }
        );
        One(
            "$GPZDA,160012.71,11,03,2004,-1,30",
            (in sentence) =>
            {
                Assert.True(TimeAndDate.TryRead(in sentence, out var time));
                Assert.Equal(new DateTimeOffset(2004, 3, 11, 16, 0, 12, 710, TimeSpan.Zero), time.UtcTime);
                Assert.Equal(TimeSpan.FromMinutes(-90), time.LocalZone);
            }
        );
    }

    [Fact]
    public void An_AIS_units_own_sentences_are_read()
    {
        One(
            "$AIVSD,36,4.2,12,HAIKOU^2C CN,083000.00,07,11,5,0",
            (in sentence) =>
            {
                Assert.True(AisVoyageData.TryRead(in sentence, out var data));
                Assert.Equal((36, 4.2, 12), (data.ShipType, data.DraughtMetres, data.PersonsOnBoard));
                Assert.Equal("HAIKOU, CN", data.Destination.ToString());
                Assert.Equal((7, 11, 5), (data.ArrivalDay, data.ArrivalMonth, data.NavigationalStatus));
            }
        );
        One(
            "$AISSD,BXYZ,QIONG 1,120,030,08,09,0,GP",
            (in sentence) =>
            {
                Assert.True(AisStaticData.TryRead(in sentence, out var data));
                Assert.Equal(("BXYZ", "QIONG 1"), (data.CallSign.ToString(), data.Name.ToString()));
                Assert.Equal((120, 30, 8, 9), (data.ToBow, data.ToStern, data.ToPort, data.ToStarboard));
                Assert.True(data.IsTerminalReady);
            }
        );
        One(
            "$AIABK,413000001,A,6.0,2,0",
            (in sentence) =>
            {
                Assert.True(AisAcknowledgement.TryRead(in sentence, out var answer));
                Assert.Equal(
                    (413_000_001, 'A', 6, 2, 0),
                    (answer.Destination, answer.Channel, answer.MessageType, answer.Sequence, answer.Result)
                );
            }
        );
    }

    [Fact]
    public void Alarms_alerts_and_texts_are_read()
    {
        One(
            "$AIALR,133637.00,006,A,V,AIS: general failure",
            (in sentence) =>
            {
                Assert.True(AlarmState.TryRead(in sentence, out var alarm));
                Assert.Equal((6, true, false), (alarm.Number, alarm.IsRaised, alarm.IsAcknowledged));
                Assert.Equal("AIS: general failure", alarm.Text.ToString());
            }
        );
        One(
            "$IIALF,1,1,0,124304.50,A,W,A,,192,1,1,0,LOST TARGET",
            (in sentence) =>
            {
                Assert.True(AlertState.TryRead(in sentence, out var alert));
                Assert.Equal(('A', 'W', 'A', 192), (alert.Category, alert.Priority, alert.State, alert.Identifier));
                Assert.True(alert.Manufacturer.IsEmpty);
                Assert.Equal("LOST TARGET", alert.Text.ToString());
            }
        );
        One(
            "$AITXT,01,01,91,FREQ^2C2087^5E1",
            (in sentence) =>
            {
                Assert.True(TextSentence.TryRead(in sentence, out var text));
                Assert.Equal((1, 1, 91), (text.Total, text.Part, text.Identifier));
                Assert.Equal("FREQ,2087^1", text.Text.ToString());
            }
        );
    }

    [Theory]
    [InlineData("$GPRMC,246060,A,9100.0,N,18100.0,E,-1,361,320100,,")]
    [InlineData("$GPRMC,,V,,,,,,,,,,N")]
    [InlineData("$GPRMC")]
    [InlineData("$GPRMC,1e5,X,NaN,N,Infinity,E,1e3,+,0x1234,.,E")]
    public void What_is_out_of_range_or_no_number_is_not_available(string text)
    {
        One(
            text,
            (in sentence) =>
            {
                Assert.True(MinimumNavigation.TryRead(in sentence, out var fix));
                Assert.Null(fix.UtcTime);
                Assert.Null(fix.Position);
                Assert.Null(fix.SpeedKnots);
                Assert.Null(fix.CourseDegrees);
                Assert.Null(fix.Date);
                Assert.Null(fix.VariationDegrees);
            }
        );
    }

    [Fact]
    public void A_proprietary_sentence_is_passed_through_and_is_none_of_these()
    {
        One(
            "$PRMC1,1,2",
            (in sentence) =>
            {
                Assert.True(sentence.IsProprietary);
                Assert.False(MinimumNavigation.TryRead(in sentence, out _));
                Assert.Equal("PRMC1,1,2"u8, sentence.Body);
            }
        );
    }
}
