using System.Text;
using System.Text.Json;
using CsCheck;
using Fourfold.Codecs.Csv;
using Xunit;

namespace Fourfold.Sense.Tests.Codecs.Csv;

/// <summary>Tables of MarineCadastre and the Danish Maritime Authority, told apart by their header.</summary>
public sealed class AisCsvTests
{
    private const string Legacy =
        "MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,Length,Width,Draft,Cargo";

    private const string Since2024 =
        "mmsi,base_date_time,longitude,latitude,sog,cog,heading,vessel_name,imo,call_sign,vessel_type,status,length,width,draft,cargo,transceiver";

    private const string Danish =
        "# Timestamp,Type of mobile,MMSI,Latitude,Longitude,Navigational status,ROT,SOG,COG,Heading,IMO,Callsign,Name,Ship type,Cargo type,Width,Length,Type of position fixing device,Draught,Destination,ETA,Data source type,A,B,C,D";

    [Fact]
    public void An_old_MarineCadastre_row_is_read()
    {
        var told = Told(
            $"{Legacy}\n477307901,2017-12-01T00:00:01,31.90512,-76.32652,0.0,-97.8,352.0,FIRST,IMO9739666,VRPJ6,1004,moored,337,,,\n"
        );
        Assert.Equal(
            """{"mmsi":477307901,"time":"2017-12-01T00:00:01.000Z","offset":109,"status":5,"latitude":31.905120,"longitude":-76.326520,"speed_knots":0.0,"course_degrees":311.8,"heading_degrees":352,"imo":9739666,"call_sign":"VRPJ6","name":"FIRST","ship_type":1004,"length_metres":337.0}""",
            Assert.Single(told)
        );
    }

    [Fact]
    public void A_new_MarineCadastre_row_is_read_in_its_own_order_of_columns()
    {
        var told = Told(
            $"{Since2024}\r\n368435310,2026-03-31 00:00:00,-80.11748,40.51168,5.0,360.0,511,\"DANI \"\"Z\"\", II\",,WDQ5513,52,0,15,6,,52,B\r\n"
        );
        Assert.Equal(
            """{"mmsi":368435310,"time":"2026-03-31T00:00:00.000Z","offset":138,"status":0,"latitude":40.511680,"longitude":-80.117480,"speed_knots":5.0,"mobile":"class_b","call_sign":"WDQ5513","name":"DANI \"Z\", II","ship_type":52,"cargo":52,"length_metres":15.0,"width_metres":6.0}""",
            Assert.Single(told)
        );
    }

    [Fact]
    public void A_Danish_row_is_read_and_its_unknowns_are_left_out()
    {
        var told = Told(
            $"{Danish}\n18/03/2023 00:00:00,Class A,219472000,91,0,Unknown value,,,,,9686429,OWMI2,GUARDVESSEL ADVANCER,Other,,8,23,GPS,1.9,GUARD VESSEL FEMARN,11/03/2023 21:00:00,AIS,16,7,5,3\n"
        );
        Assert.Equal(
            """{"mmsi":219472000,"time":"2023-03-18T00:00:00.000Z","offset":223,"mobile":"class_a","source":"AIS","imo":9686429,"call_sign":"OWMI2","name":"GUARDVESSEL ADVANCER","ship_type_text":"Other","length_metres":23.0,"width_metres":8.0,"to_bow":16,"to_stern":7,"to_port":5,"to_starboard":3,"fix_type_text":"GPS","draught_metres":1.9,"destination":"GUARD VESSEL FEMARN","eta":"2023-03-11T21:00:00.000Z"}""",
            Assert.Single(told)
        );
    }

    [Fact]
    public void A_bad_row_is_told_with_its_line_and_the_next_is_read()
    {
        var good = "477307901,2017-12-01T00:00:01,31.9,-76.3,0.0,1.0,2.0,A,,,,,,,,";
        var told = Told(
            string.Join(
                '\n',
                Legacy,
                good,
                "x77307901,2017-12-01T00:00:01,31.9,-76.3,0.0,1.0,2.0,A,,,,,,,,",
                "477307901,2017-13-01T00:00:01,31.9,-76.3,0.0,1.0,2.0,A,,,,,,,,",
                "477307901,2017-12-01T00:00:01,north,-76.3,0.0,1.0,2.0,A,,,,,,,,",
                "477307901,2017-12-01T00:00:01,31.9,-76.3,0.0,1.0,2.0,\"A,,,,,,,,",
                good + ",one too many",
                good,
                "477307901",
                new string('7', AisCsvReader.MaxLineBytes + 1),
                good
            )
        );
        Assert.Equal(3, told.Count(line => line.StartsWith('{')));
        Assert.Equal(
            [
                "3 MmsiInvalid",
                "4 TimeInvalid",
                "5 PositionInvalid",
                "6 QuoteUnterminated",
                "7 CellCountWrong",
                "9 TimeInvalid",
                "10 LineTooLong",
            ],
            told.Where(line => !line.StartsWith('{')).Select(line => line.Split(':')[0])
        );
    }

    [Fact]
    public void A_file_without_a_known_header_is_refused_once()
    {
        Assert.Equal(["1 HeaderUnknown"], Told("a,b,c\n1,2,3\n4,5,6\n").Select(line => line.Split(':')[0]));
        Assert.False(AisCsvReader.IsHeader("!AIVDM,1,1,,A,14`qQb0000o?u?DK>Smo2E`v0404,0*1A"u8));
        Assert.True(AisCsvReader.IsHeader(Encoding.UTF8.GetBytes("\uFEFF" + Danish)));
    }

    [Fact]
    public void The_samples_of_all_three_sources_are_read_to_their_last_row()
    {
        foreach (
            var (file, rows) in new[]
            {
                ("dma-aisdk-2023-03-18-head.csv", 9),
                ("noaa-csv2-2026-03-31-head.csv", 2),
                ("noaa-legacy-2017-ten.csv", 10),
                ("noaa-legacy-2022-06-01-head.csv", 2),
            }
        )
        {
            var told = Told(Encoding.UTF8.GetString(Recordings.Read(file)));
            Assert.Equal(rows, told.Count);
            foreach (var line in told)
                Assert.True(JsonElement.Parse(line).GetProperty("mmsi").GetInt64() > 0);
        }
    }

    [Fact]
    public void Splitting_a_table_anywhere_changes_nothing_and_any_bytes_are_read()
    {
        var cell = Gen.OneOf(
            Gen.String[Gen.Char['\0', 'ÿ'], 0, 6],
            Gen.OneOf("477307901", "2017-12-01T00:00:01", "31.9", "\"", "\"a\"\"b\"", "")
        );
        var line = cell.Array[0, 20].Select(cells => string.Join(',', cells));
        Gen.Select(Gen.OneOf(Legacy, Since2024, Danish), line.Array[0, 8], Gen.Int[1, 40].Array[1, 10])
            .Sample(
                (header, lines, steps) =>
                {
                    var text = $"{header}\n477307901,2017-12-01T00:00:01,31.9,-76.3\n{string.Join('\n', lines)}";
                    Assert.Equal(Told(text), Told(text, steps));
                }
            );
    }

    [Fact]
    public void A_row_becomes_a_CSV_row_of_the_same_columns_as_a_message()
    {
        var sink = new Sink { IsCsv = true };
        Push(
            Encoding.UTF8.GetBytes($"{Legacy}\n477307901,2017-12-01T00:00:01,31.9,-76.3,1.5,2.5,3.0,A,,,,,,,4.5,\n"),
            [],
            ref sink
        );
        var columns = Encoding.UTF8.GetString(Fourfold.Codecs.Ais.Output.AisCsv.Header).Split(',');
        var cells = Assert.Single(sink.Told).Split(',');
        Assert.Equal(columns.Length, cells.Length);
        Assert.Equal("4.5", cells[Array.IndexOf(columns, "draught_metres")]);
        Assert.Equal("-76.300000", cells[Array.IndexOf(columns, "longitude")]);
    }

    [Fact]
    public void Words_and_numbers_of_a_status_mean_the_same()
    {
        foreach (
            var (words, status) in new[]
            {
                ("at anchor", 1),
                ("1", 1),
                ("Engaged in fishing", 7),
                ("AIS-SART (active)", 14),
            }
        )
        {
            var told = Told($"{Legacy}\n477307901,2017-12-01T00:00:01,31.9,-76.3,0.0,1.0,2.0,A,,,,{words},,,,\n");
            Assert.Equal(status, JsonElement.Parse(told[0]).GetProperty("status").GetInt32());
        }
    }

    private static List<string> Told(string text, params int[] steps)
    {
        var sink = new Sink();
        Push(Encoding.UTF8.GetBytes(text), steps, ref sink);
        return sink.Told;
    }

    private static void Push(byte[] bytes, int[] steps, ref Sink sink)
    {
        var reader = new AisCsvReader();
        for (var (at, i) = (0, 0); at < bytes.Length; i++)
        {
            var count = steps.Length == 0 ? bytes.Length : Math.Min(steps[i % steps.Length], bytes.Length - at);
            reader.Push(bytes.AsSpan(at, count), ref sink);
            at += count;
        }
        reader.Flush(ref sink);
        Assert.Equal(bytes.Length, reader.Offset);
    }

    private struct Sink() : IAisCsvSink
    {
        public bool IsCsv { get; init; }

        public List<string> Told { get; } = [];

        public readonly void Row(in AisCsvRow row)
        {
            var room = new byte[AisCsvRowText.MaxBytes];
            var length = IsCsv ? AisCsvRowText.WriteCsv(in row, room) : AisCsvRowText.WriteJson(in row, room);
            Told.Add(Encoding.UTF8.GetString(room, 0, length));
        }

        public readonly void Dropped(in CsvDrop drop) =>
            Told.Add($"{drop.Line} {drop.Fault}: {drop.Offset} {Encoding.Latin1.GetString(drop.Sample)}");
    }
}
