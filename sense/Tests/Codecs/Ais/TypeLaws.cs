using CsCheck;
using Fourfold.Codecs.Ais.Encoding;
using Fourfold.Codecs.Ais.Output;
using Xunit;

namespace Fourfold.Sense.Tests.Codecs.Ais;

/// <summary>For every message type: what is written, in sentences with tag blocks and fragments, is read. A failure prints its seed.</summary>
public sealed partial class TypeLaws
{
    private const int Rounds = 500;

    private static readonly Dictionary<string, Func<Random, bool>> Types = new(StringComparer.Ordinal)
    {
        ["4, 11 base station"] = BaseStation,
        ["5 static and voyage"] = StaticVoyage,
        ["6, 8, 25, 26 binary"] = Binary,
        ["7, 13 acknowledge"] = Acknowledge,
        ["9 aircraft"] = SarAircraft,
        ["10 inquiry"] = Inquiry,
        ["12, 14 safety"] = Safety,
        ["15 interrogation"] = Interrogation,
        ["16 assignment"] = Assignment,
        ["17 GNSS"] = Gnss,
        ["18 class B"] = ClassB,
        ["19 extended class B"] = ExtendedClassB,
        ["20 data link"] = DataLink,
        ["21 aid"] = Aid,
        ["22 channels"] = Channels,
        ["23 group"] = Group,
        ["24A static"] = StaticPartA,
        ["24B static"] = StaticPartB,
        ["27 long range"] = LongRange,
        ["28 aid in one slot"] = SlotAid,
    };

    /// <summary>What the tests are called with; types 1–3 are in <see cref="EncoderLaws"/>.</summary>
    public static TheoryData<string> Names() => [.. Types.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_written_is_read(string type) =>
        Gen.Int.Sample(seed => Types[type](new Random(seed)), iter: Rounds);

    /// <summary>A sentence published with its fields by another decoder, which another took as test.</summary>
    [Fact]
    public void An_aid_in_one_slot_is_read_as_others_read_it()
    {
        var json = Decoded.Single("!AIVDM,1,1,,A,L>k`@BC=MVsh<75N0303rA080D?8,0*1B\r\n").Json;
        Assert.Equal(
            "{\"type\":28,\"mmsi\":993661001,\"channel\":\"A\",\"offset\":0,\"repeat\":0,\"aid_type\":24,"
                + "\"latitude\":42.330000,\"longitude\":-70.950000,\"second\":12,\"restricted_use\":0,\"station_type\":0,"
                + "\"resource_number\":1001,\"dimensions_type\":1,\"dimension_a\":1,\"dimension_b\":1,"
                + "\"additional_data\":false,\"charted_status\":1,\"on_station\":0,\"status_bits\":242,"
                + "\"authenticated\":false}",
            json
        );
    }

    /// <summary>The twentieth character of a long name may be a space, as gpsd has it too.</summary>
    [Theory]
    [InlineData("CAPE OF GOOD HOPE W REEF")]
    [InlineData("PASSAGE CANAL SOUTH LIGHT")]
    [InlineData("SHORT               TAIL")]
    public void A_name_goes_on_behind_a_space(string name)
    {
        var lines = new AisEncoder().Encode(new AidToNavigationReportFields { Name = name }, new SentenceFrame());
        Assert.Contains($"\"name\":\"{name}\"", Decoded.Single(lines).Json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_safety_message_without_text_has_an_empty_one_as_gpsd_prints_it()
    {
        var lines = new AisEncoder().Encode(new SafetyMessageFields { Destination = 1 }, new SentenceFrame());
        Assert.Contains("\"text\":\"\"", Decoded.Single(lines).Gpsd, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(18)]
    [InlineData(21)]
    [InlineData(24)]
    [InlineData(26)]
    [InlineData(28)]
    public void A_message_of_any_bits_and_length_is_printed_in_every_format(int type)
    {
        var buffer = new byte[AisJson.MaxBytes];
        Gen.Byte.Array[5, 150]
            .Sample(bytes =>
            {
                bytes[0] = (byte)((type << 2) | (bytes[0] & 3));
                var lines = new AisEncoder().Encode(new BitsFields(bytes, bytes.Length * 8), new SentenceFrame());
                using var json = System.Text.Json.JsonDocument.Parse(Decoded.Single(lines).Json);
                Assert.Equal(type, json.RootElement.GetProperty("type").GetInt32());
            });
    }

    /// <summary>Through sentences of a station with a time, in groups: what comes back is read by <paramref name="read"/>.</summary>
    private static T Back<T>(in T fields, EncoderLaws.AisBitsReader<T> read, int? expectedBits = null)
        where T : IAisFields
    {
        var frame = new SentenceFrame
        {
            Station = "r413000001",
            TimeUnixMs = 1_790_000_000_123,
            GroupId = 4711,
            Channel = 'B',
        };
        return EncoderLaws.RoundTrip(
            fields,
            bits =>
            {
                Assert.Equal(expectedBits ?? bits.Length, bits.Length);
                return read(bits);
            },
            frame
        );
    }
}
