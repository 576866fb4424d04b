using System.Text;
using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Ais.Gpsd;
using Fourfold.Codecs.Ais.Output;
using Fourfold.Codecs.Nmea;
using Xunit;

namespace Fourfold.Sense.Tests.Codecs.Ais;

/// <summary>Real lines with damage, between lines without.</summary>
public sealed class MutationLaws
{
    private const int Mutations = 100_000;
    private const int Seed = 20_260_728;
    private const string Whole = "!AIVDM,1,1,,A,14`qQb0000o?u?DK>Smo2E`v0404,0*1A\r\n";

    [Theory]
    [InlineData(ChecksumPolicy.Reject)]
    [InlineData(ChecksumPolicy.Ignore)]
    public void A_hundred_thousand_damaged_lines_hide_no_line_between_them_and_throw_nothing(ChecksumPolicy policy)
    {
        var lines = RealLines();
        var random = new Random(Seed);
        var whole = Encoding.ASCII.GetBytes(Whole);
        var sink = new Sink();
        var reader = new AisReader(policy);
        reader.Push(whole, 0, ref sink);
        for (var i = 0; i < Mutations; i++)
        {
            var line = Damage(lines[random.Next(lines.Length)], random);
            // What is on the damaged line counts for itself; the line break ends it, whatever it was.
            reader.Push(line, 0, ref sink);
            reader.Push("\r\n"u8, 0, ref sink);
            sink.Watched = 0;
            reader.Push(whole, 0, ref sink);
            Assert.True(sink.Watched == 1, $"seed {Seed}, line {i}: {Encoding.Latin1.GetString(line)}");
        }
        Assert.True(reader.Faults.Total > Mutations / 10, "too few lines were damaged");
        Assert.True(reader.Faults.Total < Mutations * 4L, "more was counted than there was");
    }

    private static byte[] Damage(byte[] line, Random random)
    {
        var damaged = line.ToList();
        for (var hits = random.Next(1, 4); hits > 0 && damaged.Count > 0; hits--)
        {
            var at = random.Next(damaged.Count);
            switch (random.Next(5))
            {
                case 0:
                    damaged.RemoveAt(at);
                    break;
                case 1:
                    damaged.Insert(at, (byte)random.Next(256));
                    break;
                case 2:
                    damaged.RemoveRange(at, damaged.Count - at);
                    break;
                case 3:
                    damaged[at] ^= (byte)(1 << random.Next(8));
                    break;
                default:
                    damaged.InsertRange(at, line.AsSpan(random.Next(line.Length)));
                    break;
            }
        }
        return [.. damaged];
    }

    // Every application and type is among them when the recordings are not.
    private static byte[][] RealLines()
    {
        var lines = new List<byte[]>();
        foreach (var recording in Recordings.Names().Select(row => row.Data).Where(name => name != Recordings.Missing))
        {
            lines.AddRange(
                Encoding
                    .Latin1.GetString(Recordings.Read(recording))
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Take(400)
                    .Select(Encoding.Latin1.GetBytes)
            );
        }
        foreach (var name in ApplicationLaws.Names().Select(row => row.Data))
        {
            for (var seed = 0; seed < 10; seed++)
            {
                lines.AddRange(
                    ApplicationLaws
                        .Lines(name, seed)
                        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                        .Select(Encoding.Latin1.GetBytes)
                );
            }
        }
        return [.. lines];
    }

    private struct Sink() : IAisSink
    {
        private readonly byte[] _buffer = new byte[AisJson.MaxBytes];
        private readonly GpsdJson _gpsd = new();

        public int Watched { get; set; }

        public void Message(in AisMessage message)
        {
            Watched++;
            Assert.True(AisJson.Write(in message, _buffer) > 0);
            Assert.True(AisCsv.Write(in message, _buffer) > 0);
            Assert.True(_gpsd.Write(in message, _buffer) > 0);
        }

        public readonly void Sentence(in NmeaSentence sentence) { }

        public readonly void Dropped(in NmeaDrop drop) { }
    }
}
