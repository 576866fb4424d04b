using System.Diagnostics;
using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Ais.Encoding;

namespace Fourfold.Benchmarks.Live;

/// <summary>Ships that report in turn, and when each of their reports was written.</summary>
internal sealed class Fleet(int ships)
{
    private const int FirstMmsi = 412_000_001;
    private const int Columns = 200;
    private readonly AisEncoder encoder = new();
    private readonly byte[] buffer = new byte[ships * 128];
    private readonly byte[] scratch = new byte[AisEncoder.MaxBytes];
    private readonly long[] writtenAt = new long[ships];
    private readonly int[] latitudes = new int[ships];
    private long reports;

    /// <summary>One report of each ship.</summary>
    public ReadOnlyMemory<byte> All() => Next(ships);

    /// <summary>The reports of the next so many ships, as of now.</summary>
    public ReadOnlyMemory<byte> Next(int count)
    {
        var used = 0;
        for (var i = 0; i < count; i++)
        {
            var ship = (int)(reports % ships);
            var round = (int)(reports++ / ships);
            var position = PositionOf(ship, round);
            var fields = new PositionReportFields
            {
                Mmsi = (uint)(FirstMmsi + ship),
                Position = position,
                SpeedKnots = 10,
                CourseDegrees = 0,
                HeadingDegrees = HeadingAsClock(),
            };
            var length = encoder.Encode(fields, new SentenceFrame(), scratch);
            scratch.AsSpan(0, length).CopyTo(buffer.AsSpan(used));
            used += length;
            Volatile.Write(ref latitudes[ship], E7(position.LatitudeRaw));
            Volatile.Write(ref writtenAt[ship], Stopwatch.GetTimestamp());
        }
        return buffer.AsMemory(0, used);
    }

    /// <summary>How long ago the report was written that put a ship at a latitude; null when that is not its newest.</summary>
    public TimeSpan? Since(int mmsi, int latitudeE7)
    {
        var ship = mmsi - FirstMmsi;
        var at = Volatile.Read(ref writtenAt[ship]);
        return Volatile.Read(ref latitudes[ship]) == latitudeE7 ? Stopwatch.GetElapsedTime(at) : null;
    }

    // When it was written, in hundredths of a second modulo 360: a browser has no other way to know.
    private static double HeadingAsClock() => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 10 % 360;

    // 0.05 minutes north each round: some 9 knots at one report in ten seconds.
    private static AisPosition PositionOf(int ship, int round) =>
        new(
            LongitudeRaw: (int)((107 + (ship % Columns * 0.02)) * 600_000),
            LatitudeRaw: (int)((17.5 + (ship / Columns * 0.04)) * 600_000) + (round * 250)
        );

    private static int E7(int raw) => (int)Math.Round(raw / 600_000.0 * 1e7);
}
