using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Ais.Encoding;
using Fourfold.Codecs.Ais.Gpsd;
using Fourfold.Codecs.Ais.Output;
using Fourfold.Codecs.Nmea;
using Fourfold.Codecs.Text;
using Xunit;

namespace Fourfold.Sense.Tests.Codecs.Ais;

/// <summary>What is written of a message, whatever it holds.</summary>
public sealed class OutputTests
{
    [Fact]
    public void Any_bits_of_any_type_are_written_as_json_within_the_promised_room()
    {
        Gen.Select(Gen.Int[1, 28], Gen.Int[0, 1000], Gen.Int)
            .Sample(
                (type, characters, seed) =>
                {
                    var payload = new char[7 + characters];
                    var random = new Random(seed);
                    payload[0] = (char)SixBit.Characters[type];
                    for (var i = 1; i < payload.Length; i++)
                    {
                        payload[i] = (char)SixBit.Characters[random.Next(64)];
                    }
                    var sink = new Sink(AisJson.MaxBytes);
                    new AisReader(ChecksumPolicy.Ignore).Push(
                        Encoding.ASCII.GetBytes($"!AIVDM,1,1,,A,{new string(payload)},0*00\n"),
                        0,
                        sink
                    );
                    Assert.Equal(type, Assert.Single(sink.Objects).GetProperty("type").GetInt32());
                },
                iter: 20_000
            );
    }

    [Fact]
    public void Quotes_and_backslashes_of_a_name_are_escaped()
    {
        const string name = "\"\\\"\\\"\\\"\\\"\\\"\\\"\\\"\\\"\\\"\\";
        var line = new AisEncoder().Encode(
            new StaticVoyageDataFields
            {
                Mmsi = 413_000_000,
                Name = name,
                CallSign = "A\"B",
            },
            new SentenceFrame()
        );
        var sink = new Sink(AisJson.MaxBytes);
        new AisReader().Push(Encoding.ASCII.GetBytes(line), 0, sink);
        var json = Assert.Single(sink.Objects);
        Assert.Equal((name, "A\"B"), (json.GetProperty("name").GetString(), json.GetProperty("call_sign").GetString()));
        Assert.Equal(name, Assert.Single(sink.Gpsd).GetProperty("shipname").GetString());
    }

    // Issue 4: a station of 3,500 bytes that are no letters took six bytes each and did not fit.
    [Fact]
    public void A_station_of_any_length_leaves_room_for_the_message()
    {
        var tags = Encoding.Latin1.GetBytes($"s:{new string('\u00FF', 3500)}");
        var sum = tags.Aggregate(0, (sum, one) => sum ^ one);
        byte[] line =
        [
            (byte)'\\',
            .. tags,
            .. Encoding.ASCII.GetBytes(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"*{sum:X2}\\!AIVDM,1,1,,A,14`qQb0000o?u?DK>Smo2E`v0404,0*1A\n"
                )
            ),
        ];
        var sink = new Sink(AisJson.MaxBytes);
        new AisReader().Push(line, 0, sink);
        Assert.Equal(new string('\u00FF', 255), Assert.Single(sink.Objects).GetProperty("station").GetString());
    }

    [Fact]
    public void Numbers_are_written_as_the_framework_writes_them()
    {
        Span<byte> room = stackalloc byte[64];
        var random = new Random(7);
        for (var i = 0; i < 200_000; i++)
        {
            var number = (uint)(random.NextInt64(1L << 32) >> random.Next(32));
            Assert.Equal(
                number.ToString(CultureInfo.InvariantCulture),
                Text(room, ref DecimalText.Append(number, ref room[0]))
            );
            var signed = (int)number;
            Assert.Equal(
                signed.ToString(CultureInfo.InvariantCulture),
                Text(room, ref DecimalText.AppendSigned(signed, ref room[0]))
            );
            Assert.Equal(
                (signed / 10m).ToString("F1", CultureInfo.InvariantCulture),
                Text(room, ref DecimalText.AppendTenths(signed, ref room[0]))
            );
            Assert.Equal(
                (signed / 1_000_000m).ToString("F6", CultureInfo.InvariantCulture),
                Text(room, ref DecimalText.AppendMillionths(signed, ref room[0]))
            );
        }
    }

    [Fact]
    public void Degrees_are_rounded_as_the_position_says_them()
    {
        var room = new byte[512];
        var random = new Random(8);
        for (var i = 0; i < 100_000; i++)
        {
            var raw = random.Next(-108_000_000, 108_000_001) >> random.Next(27);
            var members = new JsonMembers(room, 0);
            members.Degrees("d"u8, raw);
            var written = Encoding.ASCII.GetString(room, 0, members.Length);
            Assert.Equal(
                string.Create(CultureInfo.InvariantCulture, $",\"d\":{raw / 600_000.0:F6}")
                    .Replace("-0.000000", "0.000000", StringComparison.Ordinal),
                written
            );
        }
    }

    private static string Text(ReadOnlySpan<byte> room, ref byte end)
    {
        ref var first = ref System.Runtime.InteropServices.MemoryMarshal.GetReference(room);
        return Encoding.ASCII.GetString(
            room[..(int)System.Runtime.CompilerServices.Unsafe.ByteOffset(ref first, ref end)]
        );
    }

    /// <summary>Writes into a room exactly as long as is promised, and reads what was written.</summary>
    private sealed class Sink(int room) : IAisSink
    {
        private readonly byte[] _room = new byte[room];
        private readonly GpsdJson _gpsd = new();

        public List<JsonElement> Objects { get; } = [];
        public List<JsonElement> Gpsd { get; } = [];

        public void Message(in AisMessage message)
        {
            Objects.Add(JsonElement.Parse(_room.AsSpan(0, AisJson.Write(in message, _room))));
            Gpsd.Add(JsonElement.Parse(_room.AsSpan(0, _gpsd.Write(in message, _room))));
            Assert.True(AisCsv.Write(in message, _room) > 0);
        }

        public void Sentence(in NmeaSentence sentence) { }

        public void Dropped(in NmeaDrop drop) { }
    }
}
