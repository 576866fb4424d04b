using System.Globalization;
using System.Text;

namespace Fourfold.Cli.Track;

/// <summary>Rows that could not be used: the first are told with their place, all are counted.</summary>
internal sealed class RowFaults(TextWriter errors)
{
    private const int MostTold = 10;
    private const int SampleBytes = 80;

    /// <summary>How many there were.</summary>
    public long Count { get; private set; }

    /// <summary>Counts one.</summary>
    /// <param name="source">Its file.</param>
    /// <param name="line">Its line, 1 for the first.</param>
    /// <param name="cause">What is wrong.</param>
    /// <param name="row">Its bytes, of which the first are shown.</param>
    public void Add(string source, long line, string cause, ReadOnlySpan<byte> row = default)
    {
        if (++Count > MostTold)
            return;
        // Bytes that could steer a terminal are not shown as they are.
        var sample = Encoding.Latin1.GetString(row[..Math.Min(row.Length, SampleBytes)]);
        var shown = string.Concat(sample.Select(c => char.IsControl(c) || c > '~' ? '.' : c));
        var text = string.Create(CultureInfo.InvariantCulture, $"{source}:{line}: {cause}");
        errors.WriteLine(shown.Length == 0 ? text : $"{text}: {shown}");
        if (Count == MostTold)
            errors.WriteLine("further ones are only counted");
    }
}
