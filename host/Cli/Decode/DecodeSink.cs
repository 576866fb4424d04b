using System.Globalization;
using System.Text;
using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Ais.Gpsd;
using Fourfold.Codecs.Ais.Output;
using Fourfold.Codecs.Nmea;

namespace Fourfold.Cli.Decode;

/// <summary>Writes each message of one source as a line into the output's buffer.</summary>
internal struct DecodeSink(
    DecodeOptions options,
    string source,
    LineOutput output,
    DecodeTotals totals,
    TextWriter errors
) : IAisSink
{
    private readonly GpsdJson _gpsd = new();

    public readonly void Message(in AisMessage message)
    {
        totals.Count(message.Type);
        if (!options.Filter.Passes(in message))
            return;
        var line = output.Reserve(GpsdJson.MaxBytes + 1);
        var length = options.Format switch
        {
            DecodeFormat.Gpsd => _gpsd.Write(in message, line),
            DecodeFormat.Csv => AisCsv.Write(in message, line),
            _ => AisJson.Write(in message, line),
        };
        line[length] = (byte)'\n';
        output.Commit(length + 1);
    }

    public readonly void Sentence(in NmeaSentence sentence) => totals.OtherSentences++;

    public readonly void Dropped(in NmeaDrop drop)
    {
        totals.Count(drop.Fault);
        if (options.ShowErrors)
        {
            // Bytes that could steer a terminal are not shown as they are.
            var sample = Encoding.Latin1.GetString(drop.Sample);
            var shown = string.Concat(sample.Select(c => char.IsControl(c) || c > '~' ? '.' : c));
            errors.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{source}:{drop.Line}: {drop.Fault} at byte {drop.Offset}: {shown}"
                )
            );
        }
    }
}
