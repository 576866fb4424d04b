using System.Globalization;
using Fourfold.Codecs.Asterix;

namespace Fourfold.Cli.Decode;

/// <summary>Which ASTERIX records are written: by category and by sender; what is not named is not restricted.</summary>
internal sealed class AsterixFilter
{
    private readonly Dictionary<string, HashSet<int>> _allowed = new(StringComparer.Ordinal);

    /// <summary>Whether records of a category may pass.</summary>
    public bool Passes(byte category) => Allows("category", category);

    /// <summary>Whether a record passes.</summary>
    public bool Passes(in AsterixRecord record) =>
        Allows("sac", record.Raw("010", "SAC")) && Allows("sic", record.Raw("010", "SIC"));

    /// <summary>Reads <c>category=48,62</c>, <c>sac=25</c> and <c>sic=201</c>, each as often as wished.</summary>
    public static bool TryParse(IEnumerable<string> texts, out AsterixFilter filter)
    {
        filter = new AsterixFilter();
        foreach (var text in texts)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? "" : text[..equals];
            if (name is not ("category" or "sac" or "sic"))
                return false;
            var allowed = filter._allowed.TryGetValue(name, out var known) ? known : filter._allowed[name] = [];
            foreach (var value in text[(equals + 1)..].Split(','))
            {
                if (!byte.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                    return false;
                allowed.Add(number);
            }
        }
        return true;
    }

    private bool Allows(string name, long? value) =>
        !_allowed.TryGetValue(name, out var allowed) || (value is { } known && allowed.Contains((int)known));
}
