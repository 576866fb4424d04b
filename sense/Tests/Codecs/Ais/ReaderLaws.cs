using System.Globalization;
using System.Text;
using CsCheck;
using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Ais.Encoding;
using Fourfold.Codecs.Ais.Gpsd;
using Fourfold.Codecs.Nmea;
using Xunit;

namespace Fourfold.Sense.Tests.Codecs.Ais;

/// <summary>What holds for any bytes.</summary>
public sealed class ReaderLaws
{
    // Pieces that the world mixes: whole, broken, tagged, suffixed, proprietary.
    private static readonly string[] Pieces =
    [
        "!AIVDM,1,1,,A,14`qQb0000o?u?DK>Smo2E`v0404,0*1A",
        "!AIVDM,1,1,,A,14`qQb0000o?u?DK>Smo2E`v0404,0*1A,r003669987,1152921693",
        "!AIVDM,2,1,1,A,55?MbV02;H;s<HtKR20EHE:0@T4@Dn2222222216L961O5Gf0NSQEp6ClRp8,0*1C",
        "!AIVDM,2,2,1,A,88888888880,2*25",
        @"\g:1-2-27300,n:636994,s:b003669710,c:1428621738*5F\!SAVDM,2,1,2,B,55Mw@A7J1adAL@?;7WPl58F0U<h4pB222222220t1PN5553fN4g?`4iSp5Rc,0*26",
        @"\g:2-2-27300,n:636995*15\!SAVDM,2,2,2,B,iP`88888880,2*5E",
        @"\c:1354719388*56\",
        "$PGHP,1,2008,5,9,0,0,0,10,338,2,,1,09*17",
        "$GPGGA,184353.07,1929.045,S,02410.506,E,1,04,2.6,100.00,M,-33.9,M,,0000*6D",
        "1357134222 !AIVDM,1,1,,A,16:=?;0P00`SstvFnFbeGH6L088h,0*44",
        "# comment !AIVDM,1,1,,A,16:=?;0P00`SstvFnFbeGH6L088h,0*44",
        "!",
        "$",
        @"\",
        "*",
        "\n",
        "\r\n",
        "\r",
        ",",
        "A",
    ];

    private static readonly Gen<byte[]> Stream = Gen.Frequency(
            (8, Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i])),
            (3, Gen.Bool.Select(windows => windows ? "\r\n" : "\n")),
            (1, Gen.String[Gen.Char['\0', 'ÿ'], 0, 40])
        )
        .Array[0, 40]
        .Select(pieces => Encoding.Latin1.GetBytes(string.Concat(pieces)));

    [Fact]
    public void Splitting_the_bytes_anywhere_changes_nothing()
    {
        Gen.Select(Stream, Gen.Int[1, 50].Array[1, 60])
            .Sample(
                (bytes, steps) =>
                {
                    var whole = Play([bytes]);
                    var parts = Play(Split(bytes, steps));
                    Assert.Equal(whole, parts);
                }
            );
    }

    [Theory]
    [InlineData("!AIVDM")]
    [InlineData("!A*VDM,1,1,,A,14`qQb0000o?u?DK>Smo2E`v0404,0*1A")]
    public void A_sentence_that_ends_within_its_address_is_not_read_with_what_stands_behind_it(string cut)
    {
        // In the buffer a longer line lay where this one ends; whole, the end is the end.
        var longer = $"!AIVDM,1,1,,A,14`qQb0000o?u?DK>Smo2E`v0404,0*1A,r003669987\n{cut}";
        var bytes = Encoding.Latin1.GetBytes(longer);
        var whole = Play([bytes], ChecksumPolicy.Ignore);
        Assert.Equal(whole, Play([bytes[..20], bytes[20..]], ChecksumPolicy.Ignore));
        Assert.Equal(whole, Play([.. bytes.Select(one => new[] { one })], ChecksumPolicy.Ignore));
    }

    [Fact]
    public void Any_bytes_are_read_without_an_exception()
    {
        Gen.Byte.Array[0, 600].Sample(bytes => Play([bytes]).Count >= 0);
    }

    [Fact]
    public void A_damaged_recording_is_read_to_its_end()
    {
        var recording = Encoding.Latin1.GetBytes(string.Join("\r\n", Enumerable.Repeat(Sample, 3)));
        Gen.Select(Gen.Int[0, recording.Length - 1], Gen.Byte)
            .Array[1, 30]
            .Sample(damages =>
            {
                var damaged = recording.ToArray();
                foreach (var (at, value) in damages)
                {
                    damaged[at] = value;
                }
                var told = Play([damaged]);
                Assert.Equal($"end {damaged.Length}", told[^1]);
            });
    }

    [Fact]
    public void Two_stations_on_one_line_give_what_each_gives_alone()
    {
        var sent = Gen.Select(Gen.UInt[1, 999_999_999], Gen.String[Gen.Char['A', 'Z'], 1, 20]).Array[1, 8];
        Gen.Select(sent, sent, Gen.Bool.Array[200])
            .Sample(
                (first, second, turns) =>
                {
                    var a = Lines("ALPHA", first);
                    var b = Lines("BRAVO", second);
                    var mixed = Mix(a, b, turns);
                    var alone = Messages(a).Concat(Messages(b)).Order(StringComparer.Ordinal);
                    Assert.Equal(alone, Messages(mixed).Order(StringComparer.Ordinal));
                }
            );
    }

    [Fact]
    public void Ten_megabytes_without_a_line_end_cost_no_memory_and_hide_no_sentence_after_them()
    {
        var junk = new byte[10_000_000];
        new Random(7).NextBytes(junk);
        junk.AsSpan().Replace((byte)'\n', (byte)'x');
        junk.AsSpan().Replace((byte)'\r', (byte)'x');
        var sink = new Counter();
        var reader = new AisReader();
        reader.Push("warm\n"u8, 0, ref sink);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var at = 0; at < junk.Length; at += 50_000)
        {
            reader.Push(junk.AsSpan(at, 50_000), 0, ref sink);
        }
        reader.Push("\n!AIVDM,1,1,,A,14`qQb0000o?u?DK>Smo2E`v0404,0*1A\n"u8, 0, ref sink);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1000);
        Assert.Equal(1, sink.Messages);
        Assert.Equal(1, reader.Faults[NmeaFault.LineTooLong]);
    }

    [Fact]
    public void A_warm_reader_allocates_nothing()
    {
        var bytes = Encoding.Latin1.GetBytes(Sample);
        var sink = new Counter();
        var reader = new AisReader();
        for (var i = 0; i < 200; i++)
        {
            reader.Push(bytes, i, ref sink);
        }
        var (messages, before) = (sink.Messages, GC.GetAllocatedBytesForCurrentThread());
        for (var i = 0; i < 200; i++)
        {
            reader.Push(bytes, i, ref sink);
        }
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(sink.Messages > messages);
    }

    private static readonly string Sample = string.Join(
        "\r\n",
        "!AIVDM,1,1,,A,14`qQb0000o?u?DK>Smo2E`v0404,0*1A",
        "!AIVDM,1,1,,B,15NOdr?001o?v:RK@p@QDQBv0D1<,0*44,r003669707,1152921693",
        "!AIVDM,2,1,1,A,55?MbV02;H;s<HtKR20EHE:0@T4@Dn2222222216L961O5Gf0NSQEp6ClRp8,0*1C",
        "!AIVDM,2,2,1,A,88888888880,2*25",
        @"\s:rORBCOMM104,q:u,c:1418172113,T:2014-12-10 00.41.53*55\!AIVDM,1,1,,A,13F?Vv700<DJuLEtvep`iToV0<00,0*78",
        "!AIVDM,1,1,,A,broken,0*00",
        "$GPGGA,184353.07,1929.045,S,02410.506,E,1,04,2.6,100.00,M,-33.9,M,,0000*6D",
        "junk",
        ""
    );

    private static List<string> Play(IEnumerable<byte[]> chunks, ChecksumPolicy policy = ChecksumPolicy.Reject)
    {
        var sink = new Diary();
        var reader = new AisReader(policy);
        foreach (var chunk in chunks)
        {
            reader.Push(chunk, 0, sink);
        }
        reader.EndOfSource(0, sink);
        sink.Told.Add($"end {reader.Offset}");
        return sink.Told;
    }

    private static List<byte[]> Split(byte[] bytes, int[] steps)
    {
        var parts = new List<byte[]>();
        for (var (at, i) = (0, 0); at < bytes.Length; i++)
        {
            var length = Math.Min(steps[i % steps.Length], bytes.Length - at);
            parts.Add(bytes[at..(at + length)]);
            at += length;
        }
        return parts;
    }

    private static string[] Lines(string station, (uint Mmsi, string Name)[] sent)
    {
        var encoder = new AisEncoder();
        var frame = new SentenceFrame { Station = station };
        return
        [
            .. sent.SelectMany(one =>
                encoder
                    .Encode(
                        new StaticVoyageDataFields
                        {
                            Mmsi = one.Mmsi,
                            Name = one.Name,
                            Destination = station,
                        },
                        frame
                    )
                    .Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            ),
        ];
    }

    private static List<string> Mix(string[] a, string[] b, bool[] turns)
    {
        var mixed = new List<string>();
        for (var (i, j, turn) = (0, 0, 0); i < a.Length || j < b.Length; turn++)
        {
            var first = j >= b.Length || (i < a.Length && turns[turn % turns.Length]);
            mixed.Add(first ? a[i++] : b[j++]);
        }
        return mixed;
    }

    private static IEnumerable<string> Messages(IEnumerable<string> lines) =>
        Play([Encoding.ASCII.GetBytes(string.Join("\r\n", lines) + "\r\n")])
            .Where(told => told.StartsWith("message", StringComparison.Ordinal))
            .Select(told => told[told.IndexOf('{', StringComparison.Ordinal)..]);

    private struct Counter : IAisSink
    {
        public long Messages { get; private set; }

        public void Message(in AisMessage message) => Messages++;

        public void Sentence(in NmeaSentence sentence) { }

        public void Dropped(in NmeaDrop drop) { }
    }

    /// <summary>Writes down everything the reader says.</summary>
    private sealed class Diary : IAisSink
    {
        private readonly GpsdJson _json = new();
        private readonly byte[] _buffer = new byte[GpsdJson.MaxBytes];

        public List<string> Told { get; } = [];

        public void Message(in AisMessage message)
        {
            var json = Encoding.UTF8.GetString(_buffer, 0, _json.Write(in message, _buffer));
            Told.Add($"message {Where(message.Origin)} {message.Carrier} {json}");
        }

        public void Sentence(in NmeaSentence sentence) =>
            Told.Add($"sentence {Where(sentence.Origin)} {Encoding.Latin1.GetString(sentence.Raw)}");

        public void Dropped(in NmeaDrop drop) =>
            Told.Add($"drop {drop.Fault} {drop.Offset} {drop.Line} {Encoding.Latin1.GetString(drop.Sample)}");

        private static string Where(NmeaOrigin origin) =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{origin.Offset}+{origin.Length} line {origin.Line} at {origin.TimeUnixMs} from {Encoding.Latin1.GetString(origin.Station)}"
            );
    }
}
