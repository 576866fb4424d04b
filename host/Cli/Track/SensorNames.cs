using System.Text;

namespace Fourfold.Cli.Track;

/// <summary>The names of a scenario's sensors, each made into a string once.</summary>
internal sealed class SensorNames
{
    private const int MostNames = 256;
    private readonly List<(byte[] Bytes, string Name)> known = [];

    /// <summary>The string of a name.</summary>
    public string Of(ReadOnlySpan<byte> name)
    {
        foreach (var (bytes, known) in known)
        {
            if (name.SequenceEqual(bytes))
                return known;
        }

        var text = Encoding.UTF8.GetString(name);
        if (known.Count < MostNames)
            known.Add((name.ToArray(), text));
        return text;
    }
}
