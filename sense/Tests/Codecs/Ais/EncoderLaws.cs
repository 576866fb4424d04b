using System.Text;
using CsCheck;
using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Ais.Encoding;
using Fourfold.Codecs.Nmea;
using Xunit;

namespace Fourfold.Sense.Tests.Codecs.Ais;

/// <summary>What is encoded is decoded: the same fields, through sentences, fragments and six-bit armour.</summary>
public sealed class EncoderLaws
{
    private static readonly Gen<uint> Mmsi = Gen.UInt[0, (1u << 30) - 1];
    private static readonly Gen<double?> Speed = Gen.Int[0, 1022].Select(raw => raw / 10.0).Nullable();
    private static readonly Gen<double?> Course = Gen.Int[0, 3599].Select(raw => raw / 10.0).Nullable();
    private static readonly Gen<double?> Heading = Gen.Int[0, 359].Select(raw => (double)raw).Nullable();
    private static readonly Gen<AisTimestamp?> Timestamp = Gen.Int[0, 63]
        .Select(raw => (AisTimestamp?)new AisTimestamp((byte)raw));
    private static readonly Gen<AisPosition?> Position = Gen.Select(
            Gen.Int[-108_000_000, 108_000_000],
            Gen.Int[-54_000_000, 54_000_000],
            (longitude, latitude) => new AisPosition(longitude, latitude)
        )
        .Nullable();
    private static readonly Gen<AisTurn?> Turn = Gen.Int[-127, 127].Select(raw => new AisTurn((sbyte)raw)).Nullable();
    private static readonly Gen<bool?> Maybe = Gen.Bool.Nullable();

    [Fact]
    public void A_position_report_comes_back_as_it_was_written()
    {
        Gen.Select(Gen.Int[1, 3], Mmsi, Gen.Enum<NavigationStatus>(), Turn, Speed, Position, Course)
            .Select(
                Gen.Select(Heading, Timestamp, Maybe, Gen.Int[0, (1 << 19) - 1], Gen.Bool, Gen.Int[0, 3]),
                (first, second) =>
                    new PositionReportFields
                    {
                        Type = first.Item1,
                        Mmsi = first.Item2,
                        Status = first.Item3,
                        Turn = first.Item4,
                        SpeedKnots = first.Item5,
                        Position = first.Item6,
                        CourseDegrees = first.Item7,
                        HeadingDegrees = second.Item1,
                        Timestamp = second.Item2,
                        IsSpecialManoeuvre = second.Item3,
                        Communication = new CommunicationState(second.Item4, first.Item1 == 3),
                        IsAccurate = second.Item5,
                        IsRaim = second.Item5,
                        Repeat = second.Item6,
                    }
            )
            .Sample(fields => RoundTrip(fields, Read) == fields);

        static PositionReportFields Read(AisBits bits)
        {
            Assert.Equal(168, bits.Length);
            Assert.True(PositionReport.TryRead(bits, out var report));
            return new PositionReportFields
            {
                Type = report.Type,
                Repeat = report.Repeat,
                Mmsi = report.Mmsi,
                Status = report.Status!.Value,
                Turn = report.Turn,
                SpeedKnots = report.SpeedKnots,
                IsAccurate = report.IsAccurate!.Value,
                Position = report.Position,
                CourseDegrees = report.CourseDegrees,
                HeadingDegrees = report.HeadingDegrees,
                Timestamp = report.Timestamp,
                IsSpecialManoeuvre = report.IsSpecialManoeuvre,
                IsRaim = report.IsRaim!.Value,
                Communication = report.Communication,
            };
        }
    }

    /// <summary>Writes fields as sentences, reads them with a fresh reader and takes what <paramref name="read"/> makes of the bits.</summary>
    internal static T RoundTrip<T>(in T fields, AisBitsReader<T> read, SentenceFrame? frame = null)
        where T : IAisFields
    {
        var lines = new AisEncoder().Encode(fields, frame ?? new SentenceFrame());
        var sink = new BitsSink<T>(read);
        var reader = new AisReader();
        reader.Push(Encoding.ASCII.GetBytes(lines), 0, sink);
        Assert.Equal(0, reader.Faults.Total);
        return Assert.Single(sink.Read);
    }

    internal delegate T AisBitsReader<out T>(AisBits bits);

    private sealed class BitsSink<T>(AisBitsReader<T> read) : IAisSink
    {
        public List<T> Read { get; } = [];

        public void Message(in AisMessage message) => Read.Add(read(message.Bits));

        public void Sentence(in NmeaSentence sentence) { }

        public void Dropped(in NmeaDrop drop) { }
    }
}
