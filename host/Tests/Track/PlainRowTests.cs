using System.Text;
using CsCheck;
using Fourfold.Cli.Track;
using Xunit;

namespace Fourfold.Host.Tests.Track;

/// <summary>The quick reader of rows says what the framework's says, or nothing.</summary>
public sealed class PlainRowTests
{
    private static readonly string[] Names =
    [
        "type",
        "t",
        "ta",
        "s",
        "id",
        "r",
        "az",
        "mmsi",
        "lat",
        "lon",
        "sog",
        "cog",
        "cls",
        "eval_n",
        "eval_t0",
        "eval_dt",
        "snr",
        "x",
        "",
        "\\u0074",
        "tå",
        "typ",
    ];

    private static readonly string[] Texts =
    [
        "\"plot\"",
        "\"ais\"",
        "\"radar\"",
        "\"R1\"",
        "\"A\"",
        "\"B\"",
        "\"\"",
        "\"a\\\"b\"",
        "\"\\u0042\"",
        "\"渔\"",
        "\"a\tb\"",
        "null",
        "true",
        "{}",
        "[1,{\"t\":2}]",
        "{\"t\":3}",
        "nul",
        "\"",
        "",
    ];

    private static readonly string[] Rubbish =
    [
        ",",
        "}",
        "{",
        "\"",
        ":",
        "\\",
        "-",
        "e",
        ".",
        "0",
        " ",
        "\0",
        "é",
        "]",
    ];

    private static readonly Gen<string> Digits = Gen.Char['0', '9'].Array[0, 9].Select(letters => new string(letters));

    private static readonly Gen<string> Numbers = Gen.Frequency(
        (6, Gen.Select(Gen.Double[-400, 400], Gen.Int[0, 7], (x, decimals) => x.ToString($"F{decimals}", null))),
        (3, Gen.Select(Digits, Digits, Gen.Bool, (a, b, minus) => $"{(minus ? "-" : "")}{a}.{b}")),
        (2, Gen.Int[-10, 999_999_999].Select(x => x.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        (1, Gen.Double.Select(x => x.ToString("R", System.Globalization.CultureInfo.InvariantCulture))),
        (1, Gen.OneOf("-0", "-0.0", "0", "00", "01.5", "1.", ".5", "+1", "1e2", "1E-3", "-", "1e999", "0.1.2", "1 2"))
    );

    private static readonly Gen<string> Space = Gen.Frequency(
        (8, Gen.Const("")),
        (2, Gen.Const(" ")),
        (1, Gen.OneOf("\t", "\r", "\n", "\v", "\u00a0"))
    );

    private static readonly Gen<string> Members = Gen.Select(
        Gen.OneOf(Names),
        Gen.Frequency((4, Numbers), (2, Gen.OneOf(Texts))),
        Space,
        Space,
        (name, value, before, behind) => $"{before}\"{name}\"{behind}:{before}{value}{behind}"
    );

    /// <summary>Whole rows in any order, with more members among them.</summary>
    private static readonly Gen<string> Rows = Gen.Select(
        Gen.OneOf(
            """ "type":"plot"|"t":2.565|"ta":2.732|"s":"R4"|"r":44309.4|"az":273.344 """,
            """ "type":"ais"|"t":2.276|"ta":2.734|"mmsi":414794565|"lat":19.717979|"lon":110.706577|"sog":7.9|"cog":2.0|"cls":"B" """
        ),
        Members.Array[0, 3],
        Gen.Int,
        Space,
        (row, more, seed, space) =>
        {
            var members = row.Trim().Split('|').Concat(more).ToArray();
            new Random(seed).Shuffle(members);
            return $"{space}{{{string.Join(',', members)}}}{space}";
        }
    );

    private static readonly Gen<string> Spoilt = Gen.Select(
        Rows,
        Gen.Int[0, 200],
        Gen.Int[0, 2],
        Gen.OneOf(Rubbish),
        (row, at, cut, rubbish) =>
        {
            at = Math.Min(at, row.Length);
            return row[..at] + rubbish + row[Math.Min(at + cut, row.Length)..];
        }
    );

    private static readonly Gen<string> Loose = Members.Array[0, 8].Select(all => $"{{{string.Join(',', all)}}}");

    [Fact]
    public void Whatever_it_takes_the_frameworks_reader_takes_as_the_same() =>
        Gen.OneOf(Rows, Spoilt, Loose).Sample(Compare, iter: 60_000);

    [Fact]
    public void Any_bytes_are_taken_the_same_or_declined() =>
        Gen.Byte.Array[0, 60].Sample(bytes => Compare(bytes), iter: 20_000);

    [Theory]
    [InlineData("""{"type":"plot","t":2.565,"ta":2.732,"s":"R4","r":44309.4,"az":273.344}""")]
    [InlineData("""{"az": 0.5, "r": 700, "s": "R4", "t": 2.565, "snr": 12.5, "note": "strong", "type": "plot"}""")]
    [InlineData("""{"type":"ais","t":2,"mmsi":414794565,"lat":-19.7,"lon":110.706577,"cls":"B"}""")]
    public void Rows_as_programs_write_them_are_read_without_the_frameworks_reader(string line)
    {
        Assert.True(ScenarioRow.TryReadPlain(Encoding.UTF8.GetBytes(line), new SensorNames(), out _));
        Assert.True(Compare(line));
    }

    [Theory]
    [InlineData("""{"type":"plot","t":1,"s":"R4","r":1,"az":1,}""")]
    [InlineData("""{"type":"plot","t":1,"s":"R4","r":1,"az":1,"}""")]
    [InlineData("""{"type":"plot","t":1,"s":"R4","r":01,"az":1}""")]
    [InlineData("""{"type":"plot","t":1,"s":"R4","r":1.,"az":1}""")]
    [InlineData("""{"type":"plot","t":1,"s":"R4","r":1"az":1}""")]
    [InlineData("""{"type":"plot","t":1,"s":"R4","r":1,"az":1""")]
    public void What_is_not_JSON_is_taken_by_neither(string line) =>
        Assert.False(ScenarioRow.TryRead(Encoding.UTF8.GetBytes(line), new SensorNames(), out _));

    private static bool Compare(string line) => Compare(Encoding.UTF8.GetBytes(line));

    private static bool Compare(byte[] line)
    {
        var isTaken = ScenarioRow.TryReadPlain(line, new SensorNames(), out var plain);
        var isRow = ScenarioRow.TryReadAny(line, new SensorNames(), out var any);
        return !isTaken || (isRow && plain.Sensor == any.Sensor && Fields(plain).SequenceEqual(Fields(any)));
    }

    // By their bits: −0 is not 0 to every function.
    private static IEnumerable<long> Fields(ScenarioRow row)
    {
        double?[] numbers =
        [
            row.Time,
            row.Arrival,
            row.Range,
            row.AzimuthDegrees,
            row.Latitude,
            row.Longitude,
            row.SpeedKnots,
            row.CourseDegrees,
            row.FirstEvaluation,
            row.EvaluationStep,
        ];
        return
        [
            .. numbers.Select(number => number is { } known ? BitConverter.DoubleToInt64Bits(known) : long.MaxValue),
            (long)row.Kind,
            row.Mmsi,
            row.IsClassB ? 1 : 0,
            row.Evaluations,
        ];
    }
}
