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
    };

    /// <summary>What the tests are called with; types 1–3 are in <see cref="EncoderLaws"/>.</summary>
    public static TheoryData<string> Names() => [.. Types.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_written_is_read(string type) =>
        Gen.Int.Sample(seed => Types[type](new Random(seed)), iter: Rounds);

    [Fact]
    public void Type_28_is_passed_on_with_its_header_and_bits()
    {
        Gen.Select(Gen.UInt[0, (1u << 30) - 1], Gen.Byte.Array[1, 100])
            .Sample(
                (mmsi, rest) =>
                {
                    var bytes = new byte[5 + rest.Length];
                    var writer = new AisBitWriter(bytes);
                    writer.UInt(6, 28);
                    writer.UInt(2, 1);
                    writer.UInt(30, mmsi);
                    writer.UInt(2, 0);
                    writer.Raw(rest, rest.Length * 8);
                    var lines = new AisEncoder().Encode(new BitsFields(bytes, writer.Length), new SentenceFrame());
                    var json = Decoded.Single(lines).Json;
                    Assert.StartsWith($"{{\"type\":28,\"mmsi\":{mmsi},", json, StringComparison.Ordinal);
                    Assert.Contains($"\"data_bits\":{2 + rest.Length * 8}", json, StringComparison.Ordinal);
                }
            );
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
