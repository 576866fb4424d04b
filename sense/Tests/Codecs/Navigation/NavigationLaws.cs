using CsCheck;
using Fourfold.Codecs.Navigation;
using Fourfold.Codecs.Navigation.Encoding;
using Fourfold.Testing.Fuzzing;
using Xunit;

namespace Fourfold.Sense.Tests.Codecs.Navigation;

/// <summary>What holds for any fields: what was written is read back, within the last digit written.</summary>
public sealed class NavigationLaws
{
    private static readonly Gen<NavigationPosition> Anywhere = Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180])
        .Select((latitude, longitude) => new NavigationPosition(latitude, longitude));

    private static readonly Gen<string> Name = Gen.String[Gen.Char['\0', 'ÿ'], 1, 20]
        .Where(name => name == name.Trim(' '));

    [Fact]
    public void A_tracked_target_is_read_as_written()
    {
        Gen.Select(
                Gen.Int[0, 1023],
                Gen.Double[0, 99],
                Gen.Double[0, 359.9],
                Gen.Double[-99, 99],
                Name,
                Gen.Int[0, 86_399]
            )
            .Sample(
                (number, distance, angle, minutes, name, second) =>
                {
                    var fields = new TrackedTargetFields
                    {
                        Number = number,
                        DistanceNauticalMiles = distance,
                        BearingDegrees = angle,
                        SpeedKnots = distance,
                        CourseDegrees = angle,
                        ClosestMinutes = minutes,
                        Name = name,
                        Status = TargetStatus.Acquiring,
                        Time = TimeSpan.FromSeconds(second),
                        Acquisition = TargetAcquisition.Manual,
                    };
                    Read(
                        NavigationEncoder.Encode(in fields, "RA"),
                        (in sentence) =>
                        {
                            Assert.True(TrackedTarget.TryRead(in sentence, out var read));
                            Assert.Equal(number, read.Number);
                            Assert.Equal(distance, read.DistanceNauticalMiles.GetValueOrDefault(-1), 0.000_51);
                            Assert.Equal(angle, read.BearingDegrees.GetValueOrDefault(-1), 0.051);
                            Assert.Equal(distance, read.SpeedKnots.GetValueOrDefault(-1), 0.005_1);
                            Assert.Equal(minutes, read.ClosestMinutes.GetValueOrDefault(1e9), 0.005_1);
                            Assert.Null(read.ClosestDistance);
                            Assert.Equal(name, read.Name.ToString());
                            Assert.Equal(TimeSpan.FromSeconds(second), read.Time);
                            Assert.Equal(TargetAcquisition.Manual, read.Acquisition);
                        }
                    );
                }
            );
    }

    [Fact]
    public void Positions_are_read_within_a_hundred_thousandth_of_a_minute()
    {
        const double tolerance = 0.51 / 60 / 100_000;
        Gen.Select(Anywhere, Gen.Long[0, 3_000_000_000_000], Gen.Double[0, 100])
            .Sample(
                (position, unixMs, speed) =>
                {
                    // RMC holds years 1980 to 2079.
                    var time = DateTimeOffset.FromUnixTimeMilliseconds(315_532_800_000 + unixMs / 10 * 10);
                    var fields = new MinimumNavigationFields
                    {
                        Position = position,
                        UtcTime = time,
                        SpeedKnots = speed,
                    };
                    Read(
                        NavigationEncoder.Encode(in fields, "GP"),
                        (in sentence) =>
                        {
                            Assert.True(MinimumNavigation.TryRead(in sentence, out var read));
                            Assert.Equal(position.LatitudeDegrees, read.Position!.Value.LatitudeDegrees, tolerance);
                            Assert.Equal(position.LongitudeDegrees, read.Position!.Value.LongitudeDegrees, tolerance);
                            Assert.Equal(time, read.UtcTime);
                            Assert.Equal(speed, read.SpeedKnots.GetValueOrDefault(-1), 0.005_1);
                        }
                    );
                    var target = new TargetPositionFields { Position = position, Number = 7 };
                    Read(
                        NavigationEncoder.Encode(in target, "RA"),
                        (in sentence) =>
                        {
                            Assert.True(TargetPosition.TryRead(in sentence, out var read));
                            Assert.Equal(position.LatitudeDegrees, read.Position!.Value.LatitudeDegrees, tolerance);
                        }
                    );
                    var date = new TimeAndDateFields(time, TimeSpan.FromMinutes(-30));
                    Read(
                        NavigationEncoder.Encode(in date, "GP"),
                        (in sentence) =>
                        {
                            Assert.True(TimeAndDate.TryRead(in sentence, out var read));
                            Assert.Equal((time, TimeSpan.FromMinutes(-30)), (read.UtcTime, read.LocalZone));
                        }
                    );
                }
            );
    }

    [Fact]
    public void Packed_targets_are_read_as_written_four_to_a_sentence()
    {
        var target = Gen.Select(
            Gen.Int[1, 1023],
            Gen.Int[0, 3599],
            Gen.Int[0, 4094],
            Gen.Int[0, 16382],
            Gen.Bool,
            Gen.Int[0, 7],
            (number, tenths, speed, distance, flag, status) =>
                new PackedTarget
                {
                    Number = number,
                    BearingDegrees = tenths / 10.0,
                    SpeedKnots = speed / 10.0,
                    CourseDegrees = flag ? null : tenths / 10.0,
                    IsAis = flag,
                    HeadingDegrees = flag ? tenths / 10.0 : null,
                    Status = status,
                    IsTest = flag,
                    DistanceNauticalMiles = distance / 100.0,
                    IsRelative = !flag,
                    Correlation = flag ? 200 : null,
                }
        );
        target
            .Array[1, 30]
            .Sample(targets =>
            {
                var bytes = new byte[8 * NavigationEncoder.MaxBytes];
                var length = NavigationEncoder.Encode(targets, 3, "RA", bytes);
                var read = new List<PackedTarget>();
                var lines = System.Text.Encoding.ASCII.GetString(bytes, 0, length);
                var count = Sentences.Each(
                    lines,
                    (in sentence) =>
                    {
                        Assert.True(TrackedTargetData.TryRead(in sentence, out var data));
                        Span<PackedTarget> some = new PackedTarget[TrackedTargetData.MaxTargets];
                        read.AddRange(some[..data.CopyTargets(some)]);
                        Assert.True(sentence.Raw.Length <= 80);
                    }
                );
                Assert.Equal((targets.Length + 3) / 4, count);
                Assert.Equal(targets, read);
            });
    }

    [Fact]
    public void Any_sentence_is_looked_at_without_an_exception()
    {
        var field = Gen.OneOf(
            Gen.String[Gen.Char['\0', 'ÿ'], 0, 8],
            Gen.OneOf(
                "A",
                "T",
                "N",
                "E",
                "12.5",
                "-3",
                "123519",
                "4916.45",
                "^",
                "^4",
                "^41",
                ".",
                "-",
                "00000000000000000001"
            ),
            Gen.Double.Select(number => number.ToString("F3", System.Globalization.CultureInfo.InvariantCulture))
        );
        Gen.Select(Gen.OneOf<string>([.. NavigationViews.Formatters]), field.Array[0, 16])
            .Sample(
                (formatter, fields) =>
                {
                    var start = formatter == "TTD" ? '!' : '$';
                    var text = $"{start}RA{formatter},{string.Join(',', fields)}".Replace('\n', ' ').Replace('\r', ' ');
                    Sentences.Each(Sentences.Closed(text), (in sentence) => NavigationViews.Look(in sentence));
                }
            );
    }

    private static void Read(string line, Sentences.Look look) => Assert.Equal(1, Sentences.Each(line, look));
}
