using System.Globalization;
using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Csv;

namespace Fourfold.Cli.Decode;

/// <summary>Which messages are written: by type and by sender; what is not named is not restricted.</summary>
internal sealed class MessageFilter
{
    /// <summary>Lets everything pass.</summary>
    public static readonly MessageFilter All = new();

    private const int HighestType = 28;

    private readonly bool[] _types = new bool[64];
    private readonly HashSet<uint> _senders = [];
    private bool _byType;

    public bool Passes(in AisMessage message) =>
        (!_byType || _types[message.Type]) && (_senders.Count == 0 || _senders.Contains(message.Mmsi));

    /// <summary>A table's row names its sender, but not by which message it was told.</summary>
    public bool Passes(in AisCsvRow row) => !_byType && (_senders.Count == 0 || _senders.Contains(row.Mmsi));

    /// <summary>Reads <c>type=1,3,5</c> and <c>mmsi=413000000</c>, each as often as wished.</summary>
    public static bool TryParse(IEnumerable<string> texts, out MessageFilter filter)
    {
        filter = new MessageFilter();
        foreach (var text in texts)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0)
                return false;
            foreach (var value in text[(equals + 1)..].Split(','))
            {
                if (!filter.TryAdd(text[..equals], value))
                    return false;
            }
        }
        return true;
    }

    private bool TryAdd(string name, string value)
    {
        if (!uint.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        if (name == "mmsi")
            return _senders.Add(number) || true;
        if (name != "type" || number is 0 or > HighestType)
            return false;
        _byType = true;
        _types[number] = true;
        return true;
    }
}
