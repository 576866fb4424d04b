using System.Text;
using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Ais.Encoding;
using Fourfold.Codecs.Ais.Gpsd;
using Fourfold.Codecs.Ais.Output;
using Fourfold.Codecs.Nmea;
using Xunit;

namespace Fourfold.Sense.Tests.Codecs.Ais;

/// <summary>A message that went through sentences and the reader.</summary>
/// <param name="Json">As <c>--format json</c> prints it.</param>
/// <param name="Gpsd">As <c>--format gpsd</c> prints it.</param>
/// <param name="Text">What the caller made of its bits.</param>
internal sealed record Decoded(string Json, string Gpsd, string Text)
{
    public delegate string BitsReader(AisBits bits);

    /// <summary>The one message that lines hold; fails when there is another number, or a drop.</summary>
    public static Decoded Single(string lines, BitsReader? read = null)
    {
        var sink = new Sink(read ?? (_ => ""));
        var reader = new AisReader();
        reader.Push(Encoding.ASCII.GetBytes(lines), 0, sink);
        reader.EndOfSource(0, sink);
        Assert.Equal(0, reader.Faults.Total);
        return Assert.Single(sink.All);
    }

    private sealed class Sink(BitsReader read) : IAisSink
    {
        private readonly byte[] _json = new byte[AisJson.MaxBytes];
        private readonly byte[] _other = new byte[Math.Max(AisCsv.MaxBytes, GpsdJson.MaxBytes)];
        private readonly GpsdJson _gpsd = new();

        public List<Decoded> All { get; } = [];

        public void Message(in AisMessage message)
        {
            Assert.True(AisCsv.Write(in message, _other) > 0);
            var gpsd = Encoding.UTF8.GetString(_other, 0, _gpsd.Write(in message, _other));
            var json = Encoding.UTF8.GetString(_json, 0, AisJson.Write(in message, _json));
            All.Add(new Decoded(json, gpsd, read(message.Bits)));
        }

        public void Sentence(in NmeaSentence sentence) { }

        public void Dropped(in NmeaDrop drop) { }
    }
}

/// <summary>A message of the first so many bits.</summary>
internal readonly record struct BitsFields(byte[] Bytes, int Length) : IAisFields
{
    public void Write(ref AisBitWriter writer) => writer.Raw(Bytes, Length);
}
