using System.Diagnostics;
using System.Text;
using CsCheck;
using Fourfold.Codecs.CursorOnTarget;
using Xunit;

namespace Fourfold.Sense.Tests.Codecs.CursorOnTarget;

/// <summary>Cursor on Target: events read and written, what is refused, and what holds for any bytes.</summary>
public sealed class CotTests
{
    private const string Sample =
        "<?xml version='1.0' encoding='UTF-8'?>\n<event version='2.0' uid='MMSI-413000000' type='a-n-S-X-M' how='m-r' "
        + "time='2026-03-01T12:00:00Z' start='2026-03-01T12:00:00.5Z' stale='2026-03-01T12:05:00+00:00'>"
        + "<point lat='20.0125' lon='110.35' hae='9999999.0' ce='10.0' le='9999999.0'/>"
        + "<detail><contact callsign='琼海 01'/><track course='87.5' speed='5.2'/><unknown><deep/></unknown>"
        + "<remarks>fishing &amp; anchored</remarks></detail></event>";

    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<string> Text = Gen.String[Gen.Char['!', '~'], 1, 30];
    private static readonly Gen<double?> Number = Gen.Int[-9_000_000, 9_000_000].Select(n => n / 1000.0).Nullable();
    private static readonly Gen<DateTimeOffset> Time = Gen.Int[0, int.MaxValue].Select(ms => Noon.AddMilliseconds(ms));

    private static readonly Gen<CotEvent> Any = Gen.Select(
        Gen.Select(Text, Text, Text, Text),
        Gen.Select(Time, Time, Time),
        Gen.Select(Gen.Int[-900_000_000, 900_000_000], Gen.Int[-1_800_000_000, 1_800_000_000], Number, Number, Number),
        Gen.Select(Gen.String[Gen.Char[' ', '\uFFFF'], 1, 20], Number, Number, Text),
        (names, times, place, detail) =>
            new CotEvent
            {
                Uid = names.Item1,
                Type = names.Item2,
                How = names.Item3,
                Access = names.Item4,
                Time = times.Item1,
                Start = times.Item2,
                Stale = times.Item3,
                Point = new CotPoint(place.Item1 / 1e7, place.Item2 / 1e7, place.Item3, place.Item4, place.Item5),
                Callsign = detail.Item1,
                CourseDegrees = detail.Item2,
                SpeedMetresPerSecond = detail.Item3,
                Remarks = detail.Item4,
            }
    );

    [Fact]
    public void An_event_is_read_with_its_details()
    {
        Assert.Equal(CotFault.None, CotXml.TryRead(Encoding.UTF8.GetBytes(Sample), out var read));
        Assert.Equal(
            new CotEvent
            {
                Uid = "MMSI-413000000",
                Type = "a-n-S-X-M",
                How = "m-r",
                Time = Noon,
                Start = Noon.AddSeconds(0.5),
                Stale = Noon.AddMinutes(5),
                Point = new CotPoint(20.0125, 110.35, null, 10, null),
                Callsign = "琼海 01",
                CourseDegrees = 87.5,
                SpeedMetresPerSecond = 5.2,
                Remarks = "fishing & anchored",
            },
            read
        );
    }

    [Fact]
    public void An_event_comes_back_as_it_was_written() =>
        Any.Sample(written =>
        {
            var fault = CotXml.TryRead(CotWriter.Write(written), out var read);
            Assert.Equal(CotFault.None, fault);
            Assert.Equal(written with { Callsign = Held(written.Callsign) }, read);
        });

    [Theory]
    [InlineData("<!DOCTYPE event [<!ENTITY a 'b'>]>" + "<event version='2.0'></event>", CotFault.Malformed)]
    [InlineData(
        "<event version='2.0' uid='a' type='b' how='c'><point lat='1' lon='2'/></event>",
        CotFault.ValueInvalid
    )]
    [InlineData("<event version='3.0'></event>", CotFault.NotAnEvent)]
    [InlineData("<events version='2.0'></events>", CotFault.NotAnEvent)]
    [InlineData("<event version='2.0'></evnt>", CotFault.Malformed)]
    public void What_is_no_event_is_refused_with_the_cause(string xml, CotFault cause)
    {
        Assert.Equal(cause, CotXml.TryRead(Encoding.UTF8.GetBytes(xml), out var read));
        Assert.Null(read);
    }

    [Theory]
    [InlineData("12:30")]
    [InlineData("12:30:00Z")]
    [InlineData("1 March")]
    [InlineData("03/01/2026 12:00:00")]
    public void A_time_is_an_instant_and_never_filled_in_from_todays_date(string time)
    {
        var xml = Sample.Replace("2026-03-01T12:00:00Z", time, StringComparison.Ordinal);
        Assert.Equal(CotFault.ValueInvalid, CotXml.TryRead(Encoding.UTF8.GetBytes(xml), out _));
    }

    [Theory]
    [InlineData("2026-03-01T12:00:00Z", 0)]
    [InlineData("2026-03-01T12:00:00", 0)]
    [InlineData(" 2026-03-01T12:00:00Z ", 0)]
    [InlineData("2026-03-01T20:00:00+08:00", 0)]
    [InlineData("2026-03-01T12:00:00.25Z", 250)]
    [InlineData("2026-03-01T12:00:00.250000000Z", 250)]
    public void A_time_is_read_in_the_forms_that_are_sent(string time, int milliseconds)
    {
        var xml = Sample.Replace("2026-03-01T12:00:00Z", time, StringComparison.Ordinal);
        Assert.Equal(CotFault.None, CotXml.TryRead(Encoding.UTF8.GetBytes(xml), out var read));
        Assert.Equal(Noon.AddMilliseconds(milliseconds), read?.Time);
    }

    [Theory]
    [InlineData("a &lt; b<!-- c --> d", "a < b d")]
    [InlineData("a <![CDATA[<&>]]> b", "a <&> b")]
    [InlineData("<b>bold</b> text", " text")]
    [InlineData("", null)]
    public void Remarks_are_all_their_text(string inside, string? remarks)
    {
        var xml = Sample.Replace("fishing &amp; anchored", inside, StringComparison.Ordinal);
        Assert.Equal(CotFault.None, CotXml.TryRead(Encoding.UTF8.GetBytes(xml), out var read));
        Assert.Equal(remarks, read?.Remarks);
        Assert.Equal(87.5, read?.CourseDegrees);
    }

    [Fact]
    public void A_position_out_of_range_is_refused()
    {
        var xml = Sample.Replace("lat='20.0125'", "lat='91'", StringComparison.Ordinal);
        Assert.Equal(CotFault.ValueInvalid, CotXml.TryRead(Encoding.UTF8.GetBytes(xml), out _));
    }

    [Fact]
    public void Elements_nested_without_end_are_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 200)) + string.Concat(Enumerable.Repeat("</a>", 200));
        var xml = Sample.Replace("<unknown><deep/></unknown>", deep, StringComparison.Ordinal);
        Assert.Equal(CotFault.Malformed, CotXml.TryRead(Encoding.UTF8.GetBytes(xml), out _));
    }

    [Fact]
    public void Splitting_a_stream_anywhere_changes_nothing()
    {
        var bytes = Encoding.UTF8.GetBytes($"{Sample}junk{Sample}\n<event version='2.0'></event>{Sample}<event ");
        var whole = Log.Of([bytes]);
        Assert.Equal(3, whole.Count(line => line.StartsWith("event", StringComparison.Ordinal)));
        Gen.Int[1, 90].Array[1, 30].Sample(steps => Assert.Equal(whole, Log.Of(Asterix.Pieces.Of(bytes, steps))));
    }

    [Fact]
    public void An_event_without_end_costs_no_memory_and_hides_none_after_it()
    {
        var endless = new byte[200_000];
        endless.AsSpan().Fill((byte)'x');
        var log = Log.Of([
            .. Asterix.Pieces.Of(endless, [7_777]),
            "</event>"u8.ToArray(),
            Encoding.UTF8.GetBytes(Sample),
        ]);
        Assert.Equal(["TooLong at 0, 65536", "event MMSI-413000000"], log);
    }

    [Fact]
    public void Any_bytes_are_read_without_an_exception()
    {
        var pieces = new[]
        {
            "<event ",
            "version='2.0'",
            ">",
            "</event>",
            "<point lat='1'",
            "&#0;",
            "<![CDATA[",
            "]]>",
            "\0",
            "é",
        };
        Gen.Int[0, pieces.Length - 1]
            .Array[0, 30]
            .Sample(picks => Log.Of([Encoding.UTF8.GetBytes(string.Concat(picks.Select(i => pieces[i])))]).Count >= 0);
        Gen.Byte.Array[0, 300].Sample(bytes => Log.Of([bytes]).Count >= 0);
    }

    [Fact]
    public void What_is_written_is_valid_to_the_published_schema()
    {
        var folder = Directory.CreateTempSubdirectory("fourfold-cot").FullName;
        try
        {
            var schema = Path.Combine(folder, "event.xsd");
            File.WriteAllText(schema, CotSchema.Text);
            var files = new List<string>();
            foreach (
                var (point, i) in ((CotPoint[])[new(20, 110), new(-0.0000001, 1e-9, 1e-7, 5, 6)]).Select(
                    (p, i) => (p, i)
                )
            )
            {
                files.Add(Path.Combine(folder, $"{i}.xml"));
                var written = new CotEvent
                {
                    Uid = "a \"b\" <c>",
                    Type = "a-n-S-X-M",
                    How = "m-r",
                    Time = Noon,
                    Start = Noon,
                    Stale = Noon.AddMinutes(1),
                    Point = point,
                    Callsign = "琼\u0001",
                    CourseDegrees = 1,
                    Remarks = "a\nb",
                };
                File.WriteAllBytes(files[^1], CotWriter.Write(written));
            }
            var (code, output) = Xmllint(["--noout", "--schema", schema, .. files]);
            Assert.True(code == 0, output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (int Code, string Output) Xmllint(string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo("xmllint", arguments) { RedirectStandardError = true };
            using var process = Process.Start(start);
            var output = process?.StandardError.ReadToEnd() ?? "";
            process?.WaitForExit();
            return (process?.ExitCode ?? -1, output);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("xmllint is not installed");
            throw;
        }
    }

    /// <summary>What XML can hold of a text: halves of surrogate pairs and two code points become U+FFFD.</summary>
    private static string? Held(string? text) =>
        text is null
            ? null
            : string.Concat(
                text.EnumerateRunes().Select(rune => rune.Value is 0xFFFE or 0xFFFF ? "\uFFFD" : rune.ToString())
            );

    private sealed class Log : ICotSink
    {
        private readonly List<string> _lines = [];

        public static List<string> Of(IEnumerable<byte[]> pieces)
        {
            var log = new Log();
            var reader = new CotReader();
            foreach (var piece in pieces)
            {
                reader.Push(piece, log);
            }
            reader.Flush(log);
            return log._lines;
        }

        public void Event(CotEvent read) => _lines.Add($"event {read.Uid}");

        public void Dropped(CotFault fault, long offset, int length) => _lines.Add($"{fault} at {offset}, {length}");
    }
}
