using System.Text;
using Fourfold.Codecs.Nmea;

namespace Fourfold.Sense.Tests.Codecs.Navigation;

/// <summary>Reads one sentence and hands it to a test as the reader gives it.</summary>
internal static class Sentences
{
    public delegate void Look(in NmeaSentence sentence);

    /// <summary>Wraps a body such as <c>$GPHDT,123.4,T</c> with its checksum.</summary>
    public static string Closed(string open)
    {
        var sum = Encoding.Latin1.GetBytes(open)[1..].Aggregate(0, (sum, one) => sum ^ one);
        return $"{open}*{sum:X2}\r\n";
    }

    /// <summary>Shows each sentence of the text; how many there were.</summary>
    public static int Each(string text, Look look)
    {
        var sink = new Sink(look);
        new NmeaReader().Push(Encoding.Latin1.GetBytes(text), ref sink);
        return sink.Count;
    }

    /// <summary>Shows the one sentence, which may be without checksum.</summary>
    public static void One(string text, Look look)
    {
        var whole = text.Contains('*', StringComparison.Ordinal) ? text + "\r\n" : Closed(text);
        if (Each(whole, look) != 1)
        {
            throw new InvalidOperationException($"{text} is not one sentence");
        }
    }

    private struct Sink(Look look) : INmeaSink
    {
        public int Count { get; private set; }

        public void Sentence(in NmeaSentence sentence)
        {
            Count++;
            look(in sentence);
        }

        public readonly void Dropped(in NmeaDrop drop) { }
    }
}
