using Fourfold.Codecs.Navigation;
using Xunit;
using static Fourfold.Sense.Tests.Codecs.Navigation.Sentences;

namespace Fourfold.Sense.Tests.Codecs.Navigation;

/// <summary>Sentences of radars, as their manuals print them.</summary>
public sealed class RadarSentenceTests
{
    [Fact]
    public void A_tracked_target_has_its_fields_in_their_units()
    {
        One(
            "$RATTM,04,1.45,107.9,T,8.2,254.6,T,0.91,7.5,N,BOAT^2C 1,T,,123519.25,A",
            (in sentence) =>
            {
                Assert.True(TrackedTarget.TryRead(in sentence, out var target));
                Assert.Equal(4, target.Number);
                Assert.Equal(1.45, target.DistanceNauticalMiles);
                Assert.Equal(107.9, target.BearingDegrees);
                Assert.True(target.IsBearingTrue);
                Assert.Equal(8.2, target.SpeedKnots);
                Assert.Equal(254.6, target.CourseDegrees);
                Assert.True(target.IsCourseTrue);
                Assert.Equal(0.91, target.ClosestNauticalMiles);
                Assert.Equal(7.5, target.ClosestMinutes);
                Assert.Equal("BOAT, 1", target.Name.ToString());
                Assert.Equal(TargetStatus.Tracking, target.Status);
                Assert.False(target.IsReference);
                Assert.Equal(new TimeSpan(0, 12, 35, 19, 250), target.Time);
                Assert.Equal(TargetAcquisition.Automatic, target.Acquisition);
            }
        );
    }

    [Fact]
    public void An_old_radar_that_ends_after_the_status_leaves_the_rest_unknown()
    {
        One(
            "$RATTM,11,11.4,13.6,R,7.0,20.0,R,0.0,-0.5,K,,L",
            (in sentence) =>
            {
                Assert.True(TrackedTarget.TryRead(in sentence, out var target));
                Assert.False(target.IsBearingTrue);
                Assert.Equal(11.4 / 1.852, target.DistanceNauticalMiles.GetValueOrDefault(), 9);
                Assert.Equal(-0.5, target.ClosestMinutes);
                Assert.Equal(TargetStatus.Lost, target.Status);
                Assert.Null(target.Name.ToStringOrNull());
                Assert.Null(target.Time);
                Assert.Null(target.Acquisition);
            }
        );
    }

    [Fact]
    public void A_target_position_is_read_in_both_hemispheres()
    {
        One(
            "$RATLL,01,3340.1234,S,15110.5,W,TARGET1,120000.00,T,R",
            (in sentence) =>
            {
                Assert.True(TargetPosition.TryRead(in sentence, out var target));
                Assert.Equal(1, target.Number);
                Assert.Equal(-(33 + 40.1234 / 60), target.Position?.LatitudeDegrees);
                Assert.Equal(-(151 + 10.5 / 60), target.Position?.LongitudeDegrees);
                Assert.Equal("TARGET1", target.Name.ToString());
                Assert.Equal(TimeSpan.FromHours(12), target.Time);
                Assert.True(target.IsReference);
            }
        );
    }

    [Fact]
    public void The_radars_settings_and_the_own_ship_are_read()
    {
        One(
            "$RARSD,0.0,,2.50,005.0,,,4.50,355.0,2.8,240.3,6.0,N,H",
            (in sentence) =>
            {
                Assert.True(RadarSystemData.TryRead(in sentence, out var data));
                Assert.Equal(0, data.FirstOriginRange);
                Assert.Null(data.FirstOriginBearingDegrees);
                Assert.Equal(2.5, data.FirstRangeMarker);
                Assert.Equal(355, data.SecondBearingLineDegrees);
                Assert.Equal(2.8, data.CursorRange);
                Assert.Equal(240.3, data.CursorBearingDegrees);
                Assert.Equal(6, data.RangeScale);
                Assert.Equal(DistanceUnit.NauticalMiles, data.Unit);
                Assert.Equal('H', data.Rotation);
            }
        );
        One(
            "$RAOSD,198.0,A,213.0,P,5.8,P,,,N",
            (in sentence) =>
            {
                Assert.True(OwnShipData.TryRead(in sentence, out var ship));
                Assert.Equal(198, ship.HeadingDegrees);
                Assert.True(ship.IsHeadingValid);
                Assert.Equal('P', ship.CourseReference);
                Assert.Equal(5.8, ship.SpeedKnots);
                Assert.Null(ship.SetDegrees);
            }
        );
    }

    [Fact]
    public void Packed_targets_of_both_protocols_are_read_from_one_sentence()
    {
        // Protocol 0, number 5, bearing 90.0°, speed 12.3 kn, course and heading not available, tracked, 6.00 NM, number 9
        // of a correlation; then protocol 1, number 5, 0.50 NM in −1.00 minutes.
        var bits =
            "00"
            + Bits(5, 10)
            + Bits(900, 12)
            + Bits(123, 12)
            + Bits(4095, 12)
            + Bits(4095, 12)
            + Bits(4, 3)
            + "0"
            + Bits(600, 14)
            + "0"
            + "1"
            + "00"
            + Bits(9, 8)
            + "01"
            + Bits(5, 10)
            + Bits(50, 14)
            + Bits(-100 & 0x3FFF, 14)
            + "00";
        One(
            $"!RATTD,0A,1,3,{Armoured(bits)},0",
            (in sentence) =>
            {
                Assert.True(TrackedTargetData.TryRead(in sentence, out var data));
                Assert.Equal((10, 1, 3), (data.Total, data.Part, data.Sequence));
                Span<PackedTarget> targets = new PackedTarget[TrackedTargetData.MaxTargets];
                Assert.Equal(2, data.CopyTargets(targets));
                Assert.Equal(5, targets[0].Number);
                Assert.Equal(90, targets[0].BearingDegrees);
                Assert.Equal(12.3, targets[0].SpeedKnots);
                Assert.Null(targets[0].CourseDegrees);
                Assert.False(targets[0].IsAis);
                Assert.Equal(4, targets[0].Status);
                Assert.Equal(6, targets[0].DistanceNauticalMiles);
                Assert.True(targets[0].IsThroughWater);
                Assert.Equal(9, targets[0].Correlation);
                Assert.Equal(0.5, targets[1].ClosestNauticalMiles);
                Assert.Equal(-1, targets[1].ClosestMinutes);
            }
        );
    }

    private static string Bits(int value, int width) => Convert.ToString(value, 2).PadLeft(width, '0');

    private static string Armoured(string bits) =>
        string.Concat(
            bits.Chunk(6)
                .Select(six =>
                    "0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVW`abcdefghijklmnopqrstuvw"[
                        Convert.ToInt32(new string(six).PadRight(6, '0'), 2)
                    ]
                )
        );
}
