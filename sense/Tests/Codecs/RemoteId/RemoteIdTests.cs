using CsCheck;
using Fourfold.Codecs.RemoteId;
using Xunit;

namespace Fourfold.Sense.Tests.Codecs.RemoteId;

/// <summary>Drones' broadcasts: octets known by hand, and what holds for any.</summary>
public sealed class RemoteIdTests
{
    private static readonly Gen<string> Text = Gen.String[Gen.Char['!', '~'], 0, 20];
    private static readonly Gen<RemoteIdPosition?> Position = Gen.Select(
            Gen.Int[1, 900_000_000],
            Gen.Int[-1_800_000_000, 1_800_000_000],
            (latitude, longitude) => new RemoteIdPosition(latitude, longitude)
        )
        .Nullable();
    private static readonly Gen<double?> Altitude = Gen.Int[1, 65_535].Select(raw => -1000 + raw * 0.5).Nullable();

    private static readonly Gen<LocationVector> Location = Gen.Select(
        Gen.Select(Gen.Enum<FlightStatus>(), Gen.Bool, Gen.Int[0, 359].Nullable(), Gen.Int[0, 509].Nullable()),
        Gen.Select(Gen.Int[-124, 124].Nullable(), Position, Altitude, Altitude, Altitude),
        Gen.Select(Gen.Byte[0, 15], Gen.Byte[0, 15], Gen.Byte[0, 15], Gen.Byte[0, 15]),
        Gen.Select(Gen.Int[0, 36_000].Nullable(), Gen.Int[1, 15].Nullable()),
        (first, second, accuracy, time) =>
            new LocationVector
            {
                Status = first.Item1,
                IsHeightAboveGround = first.Item2,
                TrackDegrees = first.Item3,
                // 256 fine steps, then 254 coarse ones.
                SpeedMetresPerSecond = first.Item4 <= 255 ? first.Item4 * 0.25 : 63.75 + (first.Item4 - 255) * 0.75,
                ClimbMetresPerSecond = second.Item1 / 2.0,
                Position = second.Item2,
                PressureAltitudeMetres = second.Item3,
                GeodeticAltitudeMetres = second.Item4,
                HeightMetres = second.Item5,
                HorizontalAccuracy = accuracy.Item1,
                VerticalAccuracy = accuracy.Item2,
                PressureAccuracy = accuracy.Item3,
                SpeedAccuracy = accuracy.Item4,
                SecondsOfHour = time.Item1 / 10.0,
                TimeAccuracySeconds = time.Item2 / 10.0,
            }
    );

    [Fact]
    public void A_location_is_read_from_its_octets()
    {
        // Airborne, west segment: 180 + 45 degrees; 20 × 0.25 m/s; up 1 m/s; 20°N 110.5°E; 100 m; height 50 m.
        byte[] octets =
        [
            .. (byte[])[0x12, 0x22, 45, 20, 2, 0x00, 0xC2, 0xEB, 0x0B, 0x40, 0xF6, 0xDC, 0x41],
            .. (byte[])[0x98, 0x08, 0x98, 0x08, 0x34, 0x08, 0x3A, 0x43, 0x10, 0x27, 0x01, 0x00],
        ];
        Assert.True(LocationVector.TryRead(octets, out var location));
        Assert.Equal(FlightStatus.Airborne, location.Status);
        Assert.Equal(225, location.TrackDegrees);
        Assert.Equal(5, location.SpeedMetresPerSecond);
        Assert.Equal(1, location.ClimbMetresPerSecond);
        Assert.Equal(20, location.Position?.LatitudeDegrees);
        Assert.Equal(110.5, location.Position?.LongitudeDegrees);
        Assert.Equal(100, location.GeodeticAltitudeMetres);
        Assert.Equal(50, location.HeightMetres);
        Assert.Equal(3, location.VerticalAccuracy);
        Assert.Equal(10, location.HorizontalAccuracy);
        Assert.Equal(1000, location.SecondsOfHour);
        Assert.Equal(0.1, location.TimeAccuracySeconds);
    }

    [Fact]
    public void A_location_comes_back_as_it_was_written() =>
        Location.Sample(written =>
        {
            var octets = new byte[25];
            written.Write(octets);
            return LocationVector.TryRead(octets, out var read) && read == written;
        });

    [Fact]
    public void What_is_unknown_is_null_and_never_a_number()
    {
        var octets = new byte[25];
        new LocationVector().Write(octets);
        Assert.True(LocationVector.TryRead(octets, out var read));
        Assert.Equal(new LocationVector(), read);
        Assert.Equal((361 - 180, 255, 126), (octets[2], octets[3], (int)octets[4]));
    }

    /// <summary>The standard ends at 62 m/s and keeps 63 for unknown; an octet goes on to 64.</summary>
    [Theory]
    [InlineData(124, 62.0)]
    [InlineData(-124, -62.0)]
    [InlineData(125, null)]
    [InlineData(127, null)]
    [InlineData(-125, null)]
    [InlineData(-128, null)]
    public void A_climb_beyond_the_standards_range_is_unknown(int raw, double? climb)
    {
        var octets = new byte[25];
        new LocationVector().Write(octets);
        octets[4] = (byte)raw;
        Assert.True(LocationVector.TryRead(octets, out var read));
        Assert.Equal(climb, read.ClimbMetresPerSecond);
    }

    [Fact]
    public void Identifications_come_back_as_they_were_written()
    {
        Gen.Select(Gen.Enum<UasIdType>(), Gen.Enum<UasKind>(), Text, Gen.Byte.Array[20], Gen.Byte)
            .Sample(
                (type, kind, text, binary, code) =>
                {
                    var isBinary = type is UasIdType.UtmAssigned or UasIdType.Session;
                    var id = isBinary ? Convert.ToHexString(binary) : text;
                    var octets = new byte[25];
                    var basic = new BasicId
                    {
                        IdType = type,
                        Kind = kind,
                        Id = id,
                    };
                    basic.Write(octets);
                    Assert.True(BasicId.TryRead(octets, out var readBasic));
                    Assert.Equal(basic, readBasic);
                    var self = new SelfId { Kind = code, Text = text };
                    self.Write(octets);
                    Assert.True(SelfId.TryRead(octets, out var readSelf));
                    Assert.Equal(self, readSelf);
                    var owner = new OperatorId { Kind = code, Id = text };
                    owner.Write(octets);
                    Assert.True(OperatorId.TryRead(octets, out var readOwner));
                    Assert.Equal(owner, readOwner);
                }
            );
    }

    [Fact]
    public void A_system_report_comes_back_as_it_was_written() =>
        Gen.Select(
                Gen.Select(Gen.Enum<OperatorPlace>(), Gen.Byte[0, 7], Position, Altitude),
                Gen.Select(Gen.Int[0, 65_535], Gen.Int[0, 255], Altitude, Altitude),
                Gen.Select(Gen.Byte[0, 15], Gen.Byte[0, 15], Gen.UInt[1, uint.MaxValue].Nullable())
            )
            .Sample(
                (operation, area, europe) =>
                {
                    var written = new SystemReport
                    {
                        Place = operation.Item1,
                        Classification = operation.Item2,
                        OperatorPosition = operation.Item3,
                        OperatorAltitudeMetres = operation.Item4,
                        AreaCount = area.Item1,
                        AreaRadiusMetres = area.Item2 * 10,
                        AreaCeilingMetres = area.Item3,
                        AreaFloorMetres = area.Item4,
                        EuropeanCategory = europe.Item1,
                        EuropeanClass = europe.Item2,
                        Time = europe.Item3 is { } seconds
                            ? new DateTimeOffset(2019, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(seconds)
                            : null,
                    };
                    var octets = new byte[25];
                    written.Write(octets);
                    return SystemReport.TryRead(octets, out var read) && read == written;
                }
            );

    [Fact]
    public void The_first_page_of_a_signature_tells_its_length_and_time()
    {
        var octets = new byte[25];
        var time = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        byte[] data = [.. Enumerable.Range(1, 17).Select(i => (byte)i)];
        new AuthenticationPage
        {
            Kind = 1,
            LastPage = 2,
            Length = 63,
            Time = time,
            Data = data,
        }.Write(octets);
        Assert.True(AuthenticationPage.TryRead(octets, out var first));
        Assert.Equal((1, 0), (first.Kind, first.Page));
        Assert.Equal(2, first.LastPage!.Value);
        Assert.Equal(63, first.Length!.Value);
        Assert.Equal(time, first.Time);
        Assert.Equal(data, first.Data.ToArray());
        new AuthenticationPage
        {
            Kind = 1,
            Page = 2,
            Data = data,
        }.Write(octets);
        Assert.True(AuthenticationPage.TryRead(octets, out var further));
        Assert.Null(further.Length);
        Assert.Equal([.. data, 0, 0, 0, 0, 0, 0], further.Data.ToArray());
    }

    [Fact]
    public void A_legacy_bluetooth_advertisement_has_thirty_one_octets()
    {
        var message = new byte[25];
        new SelfId { Text = "survey" }.Write(message);
        var frame = new byte[25 + RemoteIdFrame.MaxOverhead];
        var length = RemoteIdFrame.WriteBluetooth(7, message, frame);
        Assert.Equal(31, length);
        Assert.Equal([0x1E, 0x16, 0xFA, 0xFF, 0x0D, 7, 0x32, 0], frame[..8]);
    }

    [Theory]
    [InlineData("bluetooth")]
    [InlineData("beacon")]
    [InlineData("nan")]
    public void A_pack_is_found_in_every_carrier_between_other_elements(string carrier)
    {
        var pack = Pack(9);
        var frame = new byte[pack.Length + RemoteIdFrame.MaxOverhead];
        byte[] bytes = carrier switch
        {
            "bluetooth" => [2, 1, 6, .. frame[..RemoteIdFrame.WriteBluetooth(200, pack, frame)], 2, 10, 8],
            "beacon" => [0, 3, 1, 2, 3, 0xDD, 4, 1, 2, 3, 4, .. frame[..RemoteIdFrame.WriteBeacon(200, pack, frame)]],
            _ => frame[..RemoteIdFrame.WriteNan(200, pack, frame)],
        };
        RemoteIdFrame found;
        RemoteIdFault fault;
        var isFound = carrier switch
        {
            "bluetooth" => RemoteIdFrame.TryBluetooth(bytes, out found, out fault),
            "beacon" => RemoteIdFrame.TryBeacon(bytes, out found, out fault),
            _ => RemoteIdFrame.TryNan(bytes, out found, out fault),
        };
        Assert.True(isFound);
        Assert.Equal(RemoteIdFault.None, fault);
        Assert.Equal(200, found.Counter);
        var messages = RemoteIdMessages.Of(found.Payload);
        var texts = new List<string>();
        foreach (var message in messages)
        {
            Assert.True(SelfId.TryRead(message.Bytes, out var self));
            texts.Add(self.Text);
        }
        Assert.Equal(Enumerable.Range(0, 9).Select(i => $"message {i}"), texts);
    }

    [Fact]
    public void A_pack_cut_short_gives_its_whole_messages_and_a_fault()
    {
        var messages = RemoteIdMessages.Of(Pack(3).AsSpan(..^1));
        Assert.Equal(RemoteIdFault.Truncated, messages.Fault);
        var count = 0;
        foreach (var _ in messages)
        {
            count++;
        }
        Assert.Equal(2, count);
        Assert.Equal(RemoteIdFault.PackInvalid, RemoteIdMessages.Of([0xF2, 24, 1, .. new byte[25]]).Fault);
        Assert.Equal(RemoteIdFault.PackInvalid, RemoteIdMessages.Of([0xF2, 25, 10, .. new byte[250]]).Fault);
    }

    [Fact]
    public void Any_bytes_are_read_without_an_exception()
    {
        Gen.Select(Gen.Int[0, 4], Gen.Byte.Array[0, 300])
            .Sample(
                (kind, bytes) =>
                {
                    byte[] start = kind switch
                    {
                        1 => [(byte)Math.Min(bytes.Length + 4, 255), 0x16, 0xFA, 0xFF, 0x0D],
                        2 => [0xDD, (byte)Math.Min(bytes.Length + 4, 255), 0xFA, 0x0B, 0xBC, 0x0D],
                        3 =>
                        [
                            0x04,
                            0x09,
                            0x50,
                            0x6F,
                            0x9A,
                            0x13,
                            3,
                            (byte)bytes.Length,
                            0,
                            0x88,
                            0x69,
                            0x19,
                            0x9D,
                            0x92,
                            9,
                        ],
                        4 => [0xF2, 25, 3],
                        _ => [],
                    };
                    byte[] all = [.. start, .. bytes];
                    _ = RemoteIdFrame.TryBluetooth(all, out _, out _);
                    _ = RemoteIdFrame.TryBeacon(all, out _, out _);
                    _ = RemoteIdFrame.TryNan(all, out _, out _);
                    foreach (var message in RemoteIdMessages.Of(all))
                    {
                        _ = BasicId.TryRead(message.Bytes, out _);
                        _ = LocationVector.TryRead(message.Bytes, out _);
                        _ = AuthenticationPage.TryRead(message.Bytes, out _);
                        _ = SelfId.TryRead(message.Bytes, out _);
                        _ = SystemReport.TryRead(message.Bytes, out _);
                        _ = OperatorId.TryRead(message.Bytes, out _);
                    }
                }
            );
    }

    private static byte[] Pack(int count)
    {
        var pack = new byte[RemoteIdMessage.PackHeaderOctets + count * RemoteIdMessage.Octets];
        var at = RemoteIdMessages.WritePack(count, pack);
        for (var i = 0; i < count; i++)
        {
            at += new SelfId { Text = $"message {i}" }.Write(pack.AsSpan(at));
        }
        return pack;
    }
}
