using System.Text;
using System.Text.Json;
using Fourfold.Codecs.Csv;

namespace Fourfold.Testing.Fuzzing;

/// <summary>Tables of AIS reports. Holds for any bytes: nothing throws, splitting changes nothing, what is written is JSON.</summary>
public sealed class CsvFuzzTarget : IFuzzTarget
{
    public string Name => "csv";

    public IReadOnlyList<byte[]> Dictionary { get; } =
    [
        .. new[]
        {
            "MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,Length,Width,Draft,Cargo\n",
            "mmsi,base_date_time,longitude,latitude,sog,cog,heading,vessel_name\n",
            "# Timestamp,Type of mobile,MMSI,Latitude,Longitude,Navigational status,ROT,SOG,COG,Heading,IMO,A,B,C,D\n",
            "477307901,2017-12-01T00:00:01,31.90512,-76.32652,0.0,-97.8,352.0,\"A \"\"B\"\"\",IMO9739666,VRPJ6,1004,moored\n",
            "18/03/2023 00:00:00,Class A,219472000,91,0,Unknown value,,,,,9686429\n",
            "2026-03-31 00:00:00.123Z",
            "\"",
            "\"\"",
            ",",
            "\n",
            "\r\n",
            "-",
            ".",
            "1e9",
            "99999999999999999999",
            "\u00e9\uFEFF",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public void Try(ReadOnlySpan<byte> input, Random chance, Footprint path)
    {
        var whole = new Sink(path);
        var pieces = new Sink(null);
        Read(input, () => int.MaxValue, ref whole);
        Read(input, () => chance.Next(1, 60), ref pieces);
        if (!whole.Told.SequenceEqual(pieces.Told, StringComparer.Ordinal))
        {
            throw new FuzzFindingException("split, it is read otherwise");
        }
    }

    public byte[] Repair(byte[] input) =>
        AisCsvReader.IsHeader(input.AsSpan()[..Math.Max(0, input.AsSpan().IndexOf((byte)'\n'))])
            ? input
            : [.. Dictionary[0], .. input];

    private static void Read(ReadOnlySpan<byte> input, Func<int> step, ref Sink sink)
    {
        var reader = new AisCsvReader();
        for (var at = 0; at < input.Length; )
        {
            var count = Math.Min(step(), input.Length - at);
            reader.Push(input.Slice(at, count), ref sink);
            at += count;
        }
        reader.Flush(ref sink);
        if (reader.Offset != input.Length)
        {
            throw new FuzzFindingException($"{reader.Offset} bytes were read of {input.Length}");
        }
    }

    private readonly struct Sink(Footprint? path) : IAisCsvSink
    {
        public List<string> Told { get; } = [];

        public void Row(in AisCsvRow row)
        {
            var kinds = (row.Position is null ? 1 : 0) + (row.ImoNumber is null ? 2 : 0) + (row.Name.IsEmpty ? 4 : 0);
            kinds += (row.Dimensions is null ? 8 : 0) + (row.Status is null ? 16 : 0) + (row.Mobile is null ? 32 : 0);
            path?.Step(1, kinds);
            var room = new byte[AisCsvRowText.MaxBytes];
            var json = room.AsSpan(0, AisCsvRowText.WriteJson(in row, room));
            try
            {
                Told.Add(JsonElement.Parse(json).ToString());
            }
            catch (JsonException problem)
            {
                throw new FuzzFindingException(Encoding.Latin1.GetString(json), problem);
            }
            Told.Add(Encoding.Latin1.GetString(room, 0, AisCsvRowText.WriteCsv(in row, room)));
        }

        public void Dropped(in CsvDrop drop)
        {
            path?.Step(2, (int)drop.Fault);
            Told.Add($"{drop.Fault} {drop.Line} {drop.Offset} {Encoding.Latin1.GetString(drop.Sample)}");
        }
    }
}
