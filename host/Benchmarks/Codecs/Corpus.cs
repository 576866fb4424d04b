using System.Globalization;
using System.Text;

namespace Fourfold.Benchmarks.Codecs;

/// <summary>How the lines of a corpus are dressed.</summary>
internal enum CorpusKind
{
    /// <summary>Bare sentences.</summary>
    Plain,

    /// <summary>With tag blocks: station and time, and a group on fragments.</summary>
    Tagged,

    /// <summary>One line in a hundred damaged, one repeated.</summary>
    Noisy,
}

/// <summary>A recording made by our encoder, the same for the same seed: the mix of types that a busy coast has.</summary>
internal sealed class Corpus
{
    private Corpus(string name, byte[] bytes)
    {
        Name = name;
        Bytes = bytes;
        Lines = bytes.AsSpan().Count((byte)'\n');
    }

    public string Name { get; }

    public byte[] Bytes { get; }

    public long Lines { get; }

    public static Corpus Read(string file) => new(Path.GetFileName(file), File.ReadAllBytes(file));

    /// <summary>Makes at least so many lines, CR LF at the end of each.</summary>
    public static Corpus Make(CorpusKind kind, int lines, int seed)
    {
        var chance = new Random(seed);
        var traffic = new CoastTraffic(chance, tagged: kind is CorpusKind.Tagged);
        var bytes = new MemoryStream(lines * 80);
        for (var done = 0; done < lines; )
        {
            foreach (var line in traffic.Next().Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
            {
                foreach (var written in kind is CorpusKind.Noisy ? Damaged(line, chance) : [Ascii(line)])
                {
                    bytes.Write(written);
                    bytes.Write("\r\n"u8);
                    done++;
                }
            }
        }
        return new Corpus(kind.ToString().ToLower(CultureInfo.InvariantCulture), bytes.ToArray());
    }

    private static byte[][] Damaged(string line, Random chance)
    {
        var bytes = Ascii(line);
        var kind = chance.NextDouble();
        if (kind < 0.004)
        {
            bytes[chance.Next(bytes.Length)] ^= (byte)(1 << chance.Next(7));
            return [bytes];
        }
        if (kind < 0.007)
        {
            return [bytes[..chance.Next(1, bytes.Length)]];
        }
        if (kind < 0.010)
        {
            var garbage = new byte[chance.Next(1, 120)];
            for (var i = 0; i < garbage.Length; i++)
            {
                garbage[i] = (byte)chance.Next(32, 127);
            }
            return [garbage];
        }
        return kind < 0.020 ? [bytes, bytes] : [bytes];
    }

    private static byte[] Ascii(string line) => Encoding.ASCII.GetBytes(line);
}
