using System.Text;
using System.Text.Json;
using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Ais.Gpsd;
using Fourfold.Codecs.Ais.Output;
using Fourfold.Codecs.Nmea;

namespace Fourfold.Testing.Fuzzing;

/// <summary>Sentences, tag blocks, fragments, AIS messages and what is written of them.</summary>
/// <remarks>
/// Holds for any bytes: nothing throws; splitting changes nothing; what is written of a message is JSON, or a row of as
/// many cells as the header has; offsets ascend and stay within the input.
/// </remarks>
public sealed class NmeaFuzzTarget : IFuzzTarget
{
    public string Name => "nmea";

    public IReadOnlyList<byte[]> Dictionary { get; } =
    [
        .. new[]
        {
            "!AIVDM,1,1,,A,14`qQb0000o?u?DK>Smo2E`v0404,0*1A\r\n",
            "!AIVDM,2,1,1,A,55?MbV02;H;s<HtKR20EHE:0@T4@Dn2222222216L961O5Gf0NSQEp6ClRp8,0*1C\r\n",
            "!AIVDM,2,2,1,A,88888888880,2*25\r\n",
            @"\g:1-2-27300,n:636994,s:b003669710,c:1428621738*5F\",
            @"\g:2-2-27300,n:636995*15\",
            @"\c:1354719388*56\",
            @"\1G2:0125,c:1354719388*1B\",
            "$PGHP,1,2008,5,9,0,0,0,10,338,2,,1,09*17\r\n",
            "$RATTM,04,1.45,107.9,T,8.2,254.6,T,0.91,7.5,N,A,T,,123519.25,A*00\r\n",
            ",r003669987,1152921693",
            "1357134222 ",
            "!BSVDO,1,1,,B,",
            "VDM,",
            "*00",
            "\r\n",
            "!",
            "$",
            "\\",
            ",",
            "#",
            "\0",
        }.Select(Encoding.Latin1.GetBytes),
    ];

    public void Try(ReadOnlySpan<byte> input, Random chance, Footprint path)
    {
        var policy = (ChecksumPolicy)chance.Next(3);
        var whole = new Sink(path);
        var pieces = new Sink(null);
        Read(input, policy, _ => int.MaxValue, whole);
        Read(input, policy, _ => chance.Next(1, 90), pieces);
        if (!whole.Told.AsSpan().SequenceEqual(pieces.Told.AsSpan()))
        {
            throw new FuzzFindingException("split, it is read otherwise");
        }
    }

    // Half of the changes are no use while a checksum stands before them.
    public byte[] Repair(byte[] input)
    {
        var bytes = input.ToArray();
        for (var start = 0; start < bytes.Length; start++)
        {
            if (bytes[start] is not ((byte)'!' or (byte)'$' or (byte)'\\'))
            {
                continue;
            }
            var star = Array.IndexOf(bytes, (byte)'*', start);
            if (star < 0 || star + 2 >= bytes.Length)
            {
                break;
            }
            var sum = bytes[(start + 1)..star].Aggregate(0, (sum, one) => sum ^ one);
            Encoding
                .ASCII.GetBytes(sum.ToString("X2", System.Globalization.CultureInfo.InvariantCulture))
                .CopyTo(bytes, star + 1);
            start = star + 2;
        }
        return bytes;
    }

    private static void Read(ReadOnlySpan<byte> input, ChecksumPolicy policy, Func<int, int> step, Sink sink)
    {
        var reader = new AisReader(policy);
        for (var at = 0; at < input.Length; )
        {
            var count = Math.Min(step(at), input.Length - at);
            reader.Push(input.Slice(at, count), 0, sink);
            at += count;
        }
        reader.EndOfSource(0, sink);
        if (reader.Offset != input.Length)
        {
            throw new FuzzFindingException($"{reader.Offset} bytes were read of {input.Length}");
        }
    }

    /// <summary>Writes down all that is said, and looks at it through every writer.</summary>
    private sealed class Sink(Footprint? path) : IAisSink
    {
        private static readonly int Columns = AisCsv.Header.Count((byte)',');

        private readonly GpsdJson _gpsd = new();
        private readonly byte[] _room = new byte[GpsdJson.MaxBytes];
        private readonly MemoryStream _told = new();

        public byte[] Told => _told.ToArray();

        public void Message(in AisMessage message)
        {
            path?.Step(1, (message.Type << 4) | Math.Min(message.Bits.Length / 32, 15));
            Note(message.Origin);
            Json(_gpsd.Write(in message, _room));
            Json(AisJson.Write(in message, _room));
            Row(AisCsv.Write(in message, _room));
        }

        public void Sentence(in NmeaSentence sentence)
        {
            path?.Step(2, sentence.FieldCount + (sentence.ChecksumValid ? 64 : 0));
            Note(sentence.Origin);
            _told.Write(sentence.Raw);
            path?.Step(3, NavigationViews.Look(in sentence));
        }

        public void Dropped(in NmeaDrop drop)
        {
            path?.Step(4, (int)drop.Fault);
            _told.WriteByte((byte)drop.Fault);
            _told.Write(BitConverter.GetBytes(drop.Offset));
            _told.Write(drop.Sample);
        }

        private void Note(NmeaOrigin origin)
        {
            _told.Write(BitConverter.GetBytes(origin.Offset));
            _told.Write(BitConverter.GetBytes(origin.Line));
            _told.Write(BitConverter.GetBytes(origin.TimeUnixMs ?? -1));
            _told.Write(origin.Station);
            var tags = origin.Tags;
            path?.Step(5, (tags.IsPresent ? 1 : 0) + (tags.GroupTotal << 1) + (origin.TimeUnixMs is null ? 0 : 64));
        }

        private void Json(int length)
        {
            var written = _room.AsSpan(0, length);
            _told.Write(written);
            try
            {
                var reader = new Utf8JsonReader(written);
                while (reader.Read()) { }
            }
            catch (JsonException problem)
            {
                throw new FuzzFindingException(Encoding.Latin1.GetString(written), problem);
            }
        }

        private void Row(int length)
        {
            var written = _room.AsSpan(0, length);
            _told.Write(written);
            var (commas, isQuoted) = (0, false);
            foreach (var one in written)
            {
                isQuoted ^= one == (byte)'"';
                commas += one == (byte)',' && !isQuoted ? 1 : 0;
            }
            if (commas != Columns || isQuoted)
            {
                throw new FuzzFindingException($"{commas} commas: {Encoding.Latin1.GetString(written)}");
            }
        }
    }
}
