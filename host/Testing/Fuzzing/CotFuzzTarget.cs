using System.Globalization;
using System.Text;
using Fourfold.Codecs.CursorOnTarget;

namespace Fourfold.Testing.Fuzzing;

/// <summary>
/// Cursor on Target events in a stream. Holds for any bytes: nothing throws, splitting changes nothing, an event that was
/// read is written and read back, from the second time on the same.
/// </summary>
public sealed class CotFuzzTarget : IFuzzTarget
{
    // What the writer takes; a reader may find more.
    private const double LargestWritten = 1e15;

    public string Name => "cot";

    public IReadOnlyList<byte[]> Dictionary { get; } =
    [
        .. new[]
        {
            "<?xml version='1.0' encoding='UTF-8'?><event version='2.0' uid='U-1' type='a-n-S-X-M' how='m-r' "
                + "time='2026-03-01T12:00:00Z' start='2026-03-01T12:00:00.5Z' stale='2026-03-01T12:05:00+00:00'>"
                + "<point lat='20.0125' lon='110.35' hae='9999999.0' ce='10.0' le='9999999.0'/><detail><contact callsign='A'/>"
                + "<track course='87.5' speed='5.2'/><remarks>x &amp; y</remarks></detail></event>",
            "<event version='2.0' uid='a' type='b' how='c' ",
            "time='2026-03-01T12:00:00Z' start='2026-03-01T12:00:00Z' stale='2026-03-01T12:05:00Z'>",
            "<point lat='1' lon='2' hae='3' ce='4' le='5'/>",
            "<detail>",
            "</detail>",
            "</event>",
            "<remarks>",
            "</remarks>",
            "<![CDATA[",
            "]]>",
            "<!DOCTYPE event [<!ENTITY a 'b'>]>",
            "<?xml version='1.0' encoding='utf-7'?>",
            "<?xml version='1.0' encoding='utf-16'?>",
            "<?xml version='1.0' encoding='x'?>",
            "<!-- -->",
            "&a;",
            "&#0;",
            "&#xD800;",
            "1e308",
            "NaN",
            "-",
            "xmlns='a'",
            "xmlns:b='a'",
            "b:",
            "9999999",
            "0001-01-01T00:00:00+14:00",
            "9999-12-31T23:59:59.9999999-14:00",
            "12:30",
            "\0",
            "\u00e9\uFEFF\uFFFF",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public void Try(ReadOnlySpan<byte> input, Random chance, Footprint path)
    {
        var whole = new Sink(path);
        var pieces = new Sink(null);
        Read(input, () => int.MaxValue, whole);
        Read(input, () => chance.Next(1, 90), pieces);
        if (!whole.Told.SequenceEqual(pieces.Told, StringComparer.Ordinal))
        {
            throw new FuzzFindingException("split, it is read otherwise");
        }
    }

    /// <summary>Closes an event that was left open.</summary>
    public byte[] Repair(byte[] input) => [.. input, .. Dictionary[6]];

    private static void Read(ReadOnlySpan<byte> input, Func<int> step, Sink sink)
    {
        var reader = new CotReader();
        for (var at = 0; at < input.Length; )
        {
            var count = Math.Min(step(), input.Length - at);
            reader.Push(input.Slice(at, count), sink);
            at += count;
        }
        reader.Flush(sink);
        if (reader.Offset != input.Length)
        {
            throw new FuzzFindingException($"{reader.Offset} bytes were read of {input.Length}");
        }
    }

    private sealed class Sink(Footprint? path) : ICotSink
    {
        public List<string> Told { get; } = [];

        public void Event(CotEvent read)
        {
            Told.Add(read.ToString());
            path?.Step(1, Kinds(read));
            if (path is not null && CanBeWritten(read))
            {
                var once = Back(read);
                var twice = Back(once);
                if (once != twice)
                {
                    throw new FuzzFindingException($"{once} is written and read as {twice}");
                }
            }
        }

        public void Dropped(CotFault fault, long offset, int length)
        {
            path?.Step(2, (int)fault);
            Told.Add(string.Create(CultureInfo.InvariantCulture, $"{fault} {offset} {length}"));
        }

        private static int Kinds(CotEvent read)
        {
            object?[] parts =
            [
                read.Access,
                read.Callsign,
                read.CourseDegrees,
                read.SpeedMetresPerSecond,
                read.Remarks,
                read.Point.HeightMetres,
                read.Point.CircularErrorMetres,
                read.Point.LinearErrorMetres,
            ];
            return parts.Aggregate(0, (kinds, part) => 2 * kinds + (part is null ? 0 : 1));
        }

        private static bool CanBeWritten(CotEvent read)
        {
            double?[] numbers =
            [
                read.CourseDegrees,
                read.SpeedMetresPerSecond,
                read.Point.HeightMetres,
                read.Point.CircularErrorMetres,
                read.Point.LinearErrorMetres,
            ];
            return numbers.All(number => !(Math.Abs(number ?? 0) > LargestWritten));
        }

        private static CotEvent Back(CotEvent read)
        {
            var xml = CotWriter.Write(read);
            var fault = CotXml.TryRead(xml, out var back);
            return back ?? throw new FuzzFindingException($"{fault} of {Encoding.UTF8.GetString(xml)}");
        }
    }
}
