using System.Text;
using System.Text.Json;
using Fourfold.Codecs.Asterix;
using Fourfold.Codecs.Asterix.Output;

namespace Fourfold.Testing.Fuzzing;

/// <summary>ASTERIX blocks. Holds for any bytes: nothing throws, splitting changes nothing, what is written is JSON.</summary>
public sealed class AsterixFuzzTarget : IFuzzTarget
{
    public string Name => "asterix";

    public IReadOnlyList<byte[]> Dictionary { get; } =
    [
        .. new[]
        {
            // A header of each category with a length that is soon wrong, and field specifications of growing length.
            "01000BF01901",
            "02000CF4190102",
            "080009C01901",
            "0A0010FF80",
            "15001CFFFF80",
            "220011F619010200",
            "300030FFF70219C9",
            "3E0034BFFF0219",
            "3F000BB81901",
            "41000AE01901",
            "F0001CE8",
            "80",
            "FE",
            "FFFFFFFE",
            "FFFFFFFFFF00",
            "01",
            "0001",
            "0003",
            "FF",
        }.Select(Convert.FromHexString),
    ];

    public void Try(ReadOnlySpan<byte> input, Random chance, Footprint path)
    {
        var whole = new Sink(path);
        var pieces = new Sink(null);
        Read(input, () => int.MaxValue, whole);
        Read(input, () => chance.Next(1, 40), pieces);
        if (!whole.Told.SequenceEqual(pieces.Told, StringComparer.Ordinal))
        {
            throw new FuzzFindingException("split, it is read otherwise");
        }
    }

    /// <summary>Makes the first block as long as the input.</summary>
    public byte[] Repair(byte[] input)
    {
        if (input.Length < 3)
        {
            return input;
        }
        var bytes = input.ToArray();
        (bytes[1], bytes[2]) = ((byte)(bytes.Length >> 8), (byte)bytes.Length);
        return bytes;
    }

    private static void Read(ReadOnlySpan<byte> input, Func<int> step, Sink sink)
    {
        var reader = new AsterixReader();
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

    private sealed class Sink(Footprint? path) : IAsterixSink
    {
        private readonly byte[] _room = new byte[AsterixJson.MaxBytes];

        public List<string> Told { get; } = [];

        public bool Block(in AsterixBlock block)
        {
            path?.Step(1, block.Category);
            return true;
        }

        public void Record(in AsterixRecord record)
        {
            var json = _room.AsSpan(0, AsterixJson.Write(in record, _room));
            path?.Step(2, record.Category.Number * 64 + json.Length / 100);
            try
            {
                Told.Add(JsonElement.Parse(json).ToString());
            }
            catch (JsonException problem)
            {
                throw new FuzzFindingException(Encoding.Latin1.GetString(json), problem);
            }
        }

        public void Dropped(in AsterixDrop drop)
        {
            path?.Step(3, (int)drop.Fault * 256 + drop.Category);
            Told.Add($"{drop.Fault} {drop.Category} {drop.Item} {drop.Offset} {Convert.ToHexString(drop.Sample)}");
        }
    }
}
