using CsCheck;
using Fourfold.Codecs.Asterix;
using Fourfold.Codecs.Asterix.Categories;
using Fourfold.Codecs.Asterix.Targets;
using Xunit;

namespace Fourfold.Sense.Tests.Codecs.Asterix;

/// <summary>The structs of categories 048 and 062 against the tables.</summary>
public sealed class TargetTests
{
    [Fact]
    public void Plots_are_filled_as_the_tables_read_them()
    {
        Gen.Int.Sample(
            seed =>
            {
                var block = new RandomRecords(Cat048.Edition131, new Random(seed), 0.5).Block(3, out _);
                var sink = new PlotSink();
                new AsterixReader().Push(block, sink);
                Assert.Equal(sink.ByTable, Plots(block.AsSpan(3), out var fault));
                Assert.Equal(AsterixFault.None, fault);
            },
            iter: 1000
        );
    }

    [Fact]
    public void System_tracks_are_filled_as_the_tables_read_them()
    {
        Gen.Int.Sample(
            seed =>
            {
                var block = new RandomRecords(Cat062.Edition119, new Random(seed), 0.5).Block(3, out _);
                var sink = new TrackSink();
                new AsterixReader(AsterixEditions.Of(Cat062.Edition119)).Push(block, sink);
                Assert.Equal(sink.ByTable, Tracks(block.AsSpan(3), out var fault));
                Assert.Equal(AsterixFault.None, fault);
            },
            iter: 1000
        );
    }

    [Fact]
    public void Damaged_records_end_where_the_tables_end()
    {
        Gen.Select(Gen.Bool, Gen.Int, Gen.Select(Gen.Int[0, 5000], Gen.Byte).Array[1, 5], Gen.Int[0, 60])
            .Sample(
                (isPlot, seed, damages, cut) =>
                {
                    var table = isPlot ? Cat048.Edition131 : Cat062.Edition119;
                    var block = new RandomRecords(table, new Random(seed), 0.3).Block(2, out _);
                    var records = block[3..^Math.Min(cut, block.Length - 3)];
                    foreach (var (at, value) in damages)
                    {
                        if (records.Length > 0)
                        {
                            records[at % records.Length] = value;
                        }
                    }
                    byte[] whole =
                    [
                        block[0],
                        (byte)((records.Length + 3) >> 8),
                        (byte)(records.Length + 3),
                        .. records,
                    ];
                    var diary = Diary.Of([whole], editions: AsterixEditions.Of(table));
                    var read = isPlot ? Plots(records, out var fault).Count : Tracks(records, out fault).Count;
                    Assert.Equal(diary.Records.Count, read);
                    Assert.Equal(diary.Faults > 0, fault is not AsterixFault.None);
                },
                iter: 5000
            );
    }

    private static List<string> Plots(ReadOnlySpan<byte> records, out AsterixFault fault)
    {
        var plots = new List<string>();
        var plot = default(MonoradarTarget);
        Span<byte> name = stackalloc byte[8];
        while (MonoradarTarget.TryRead(records, ref plot, out fault))
        {
            plots.Add(
                $"{plot.Source?.Area} {plot.TimeOfDaySeconds} {plot.Detection} {plot.RangeNauticalMiles} {plot.AzimuthDegrees} "
                    + $"{plot.Mode3A} {plot.FlightLevel} {plot.AircraftAddress} {plot.TrackNumber} {plot.XNauticalMiles} "
                    + $"{plot.YNauticalMiles} {plot.SpeedMilesPerSecond} {plot.CourseDegrees} {plot.HeightFeet} {plot.Mode2} "
                    + $"{plot.SigmaYNauticalMiles} {Text(name[..plot.Identification(name)])} {Convert.ToHexString(plot.Registers)} "
                    + $"{Convert.ToHexString(plot.Plot)} {Convert.ToHexString(plot.Doppler)} {Convert.ToHexString(plot.Special)}"
            );
            records = records[plot.Record.Length..];
        }
        return plots;
    }

    private static List<string> Tracks(ReadOnlySpan<byte> records, out AsterixFault fault)
    {
        var tracks = new List<string>();
        var track = default(SystemTrack);
        Span<byte> name = stackalloc byte[8];
        while (SystemTrack.TryRead(records, ref track, out fault))
        {
            tracks.Add(
                $"{track.Source?.System} {track.Service} {track.TimeOfTrackSeconds} {track.XMetres} {track.YMetres} "
                    + $"{track.EastMetresPerSecond} {track.NorthMetresPerSecond} {track.EastAcceleration} {track.Mode3A} "
                    + $"{track.TrackNumber} {track.FlightLevel} {track.GeometricAltitudeFeet} {track.BarometricFlightLevel} "
                    + $"{track.ClimbFeetPerMinute} {track.Fleet} {track.Mode2} {Text(name[..track.Identification(name)])} "
                    + $"{track.AircraftAddress} {Convert.ToHexString(track.FlightPlan.Bytes)} "
                    + $"{Convert.ToHexString(track.Measured.Bytes)} {Convert.ToHexString(track.ComposedNumber.Bytes)} "
                    + $"{Convert.ToHexString(track.StatusOctets)} {Convert.ToHexString(track.Reserved)}"
            );
            records = records[track.Record.Length..];
        }
        return tracks;
    }

    private static string Text(ReadOnlySpan<byte> ascii) => System.Text.Encoding.ASCII.GetString(ascii);

    private static string Octets(in AsterixRecord record, string item) =>
        record.TryGet(item, out var value) ? Convert.ToHexString(value.Bytes) : "";

    private static string Name(in AsterixRecord record, string item, string field)
    {
        Span<byte> text = stackalloc byte[8];
        return record.TryGet(item, out var value) ? Text(text[..value.Text(value.Item.Field(field)!, text)]) : ""; // The table has it.
    }

    private sealed class PlotSink : IAsterixSink
    {
        public List<string> ByTable { get; } = [];

        public bool Block(in AsterixBlock block) => true;

        public void Record(in AsterixRecord r) =>
            ByTable.Add(
                $"{r.Raw("010", "SAC")} {r.Number("140")} {r.Raw("020", "TYP")} {r.Number("040", "RHO")} {r.Number("040", "THETA")} "
                    + $"{r.Raw("070", "MODE3A")} {r.Number("090", "FL")} {r.Raw("220")} {r.Raw("161", "TRN")} {r.Number("042", "X")} "
                    + $"{r.Number("042", "Y")} {r.Number("200", "GSP")} {r.Number("200", "HDG")} {r.Number("110", "3DH")} {r.Raw("050", "MODE2")} "
                    + $"{r.Number("210", "SIGY")} {Name(in r, "240", "")} {Octets(in r, "250")} "
                    + $"{Octets(in r, "130")} {Octets(in r, "120")} {Octets(in r, "SP")}"
            );

        public void Dropped(in AsterixDrop drop) { }
    }

    private sealed class TrackSink : IAsterixSink
    {
        public List<string> ByTable { get; } = [];

        public bool Block(in AsterixBlock block) => true;

        public void Record(in AsterixRecord r)
        {
            var address = r.TryGet("380", out var derived) && derived.TryPart("ADR", out var part) ? part.Raw() : null;
            ByTable.Add(
                $"{r.Raw("010", "SIC")} {r.Raw("015")} {r.Number("070")} {r.Number("100", "X")} {r.Number("100", "Y")} "
                    + $"{r.Number("185", "VX")} {r.Number("185", "VY")} {r.Number("210", "AX")} {r.Raw("060", "MODE3A")} "
                    + $"{r.Raw("040")} {r.Number("136")} {r.Number("130")} {r.Number("135", "CTB")} "
                    + $"{r.Number("220")} {r.Raw("300")} {r.Raw("120", "MODE2")} {Name(in r, "245", "CHR")} "
                    + $"{address} {Octets(in r, "390")} "
                    + $"{Octets(in r, "340")} {Octets(in r, "510")} "
                    + $"{Octets(in r, "080")} {Octets(in r, "RE")}"
            );
        }

        public void Dropped(in AsterixDrop drop) { }
    }
}
