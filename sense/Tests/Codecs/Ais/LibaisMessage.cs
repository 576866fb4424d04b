using System.Globalization;
using System.Text.Json;
using Fourfold.Codecs.Ais;

namespace Fourfold.Sense.Tests.Codecs.Ais;

/// <summary>What libais made of a message, and in which fields ours differ. Each field of its is compared once or named as spare.</summary>
/// <remarks>
/// libais prints the standard's "not available" numbers (102.3, 181°, 511 …) where ours is null: a field is given with
/// what is a value there, and outside of it ours must be null.
/// </remarks>
internal sealed class LibaisMessage(JsonElement message)
{
    // libais keeps 32-bit floats.
    private const double Tolerance = 1e-4;

    // Bits without a meaning, and the texts of codes.
    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        "spare",
        "spare2",
        "spare3",
        "spare4",
        "utc_spare",
        "commstate_cs_fill",
        "notice_type_str",
        "sub_area_type_str",
    };

    private readonly Dictionary<string, JsonElement> _left = message
        .EnumerateObject()
        .Where(field => !Skipped.Contains(field.Name))
        .ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);

    private readonly List<string> _differences = [];

    /// <summary>True when libais has a field that was not compared yet.</summary>
    public bool Has(string name) => _left.ContainsKey(name);

    /// <summary>The differences, and the fields of libais that nobody compared.</summary>
    public IEnumerable<string> Finish() =>
        _differences.Concat(_left.Keys.Select(name => $"{name} = {_left[name]} was not compared"));

    /// <summary>A number: where it is a value in libais ours must be equal, elsewhere ours must be null. One that libais leaves out is not compared.</summary>
    public void Number(string name, double? ours, Func<double, bool>? isValue = null)
    {
        if (!_left.Remove(name, out var theirs))
        {
            return;
        }
        var number = theirs.ValueKind switch
        {
            JsonValueKind.True => 1,
            JsonValueKind.False => 0,
            _ => theirs.GetDouble(),
        };
        var expected = isValue is null || isValue(number) ? number : (double?)null;
        if (expected is null != ours is null || Math.Abs((expected ?? 0) - (ours ?? 0)) > Tolerance * Scale(number))
        {
            Differ(name, theirs, ours?.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A bit.</summary>
    public void Flag(string name, bool? ours) => Number(name, ours is { } known ? (known ? 1 : 0) : null);

    /// <summary>Text: libais keeps what stands behind the end, and writes - for _ and ` for '.</summary>
    public void Text(string name, string? ours)
    {
        if (!_left.Remove(name, out var theirs))
        {
            return;
        }
        var text = (theirs.GetString() ?? "").Split('@')[0].TrimEnd(' ');
        if (!string.Equals(text, (ours ?? "").Replace('_', '-').Replace('\'', '`'), StringComparison.Ordinal))
        {
            Differ(name, theirs, ours);
        }
    }

    /// <summary>Longitude and latitude; ours is one value, null when either is not one.</summary>
    public void Position(string east, string north, AisPosition? ours)
    {
        if (!_left.Remove(east, out var x) || !_left.Remove(north, out var y))
        {
            return;
        }
        var isValue = Math.Abs(x.GetDouble()) <= 180 && Math.Abs(y.GetDouble()) <= 90;
        var isEqual =
            ours is { } position
            && Math.Abs(position.LongitudeDegrees - x.GetDouble()) < 1e-6
            && Math.Abs(position.LatitudeDegrees - y.GetDouble()) < 1e-6;
        if (isValue ? !isEqual : ours is not null)
        {
            Differ($"{east}, {north}", x, ours?.ToString());
        }
    }

    /// <summary>Takes a field that is compared by the caller.</summary>
    public JsonElement? Take(string name) => _left.Remove(name, out var value) ? value : null;

    /// <summary>A field that is left alone, for a reason that stands where it is called.</summary>
    public void Ignore(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            _left.Remove(name);
        }
    }

    /// <summary>Notes a difference.</summary>
    public void Differ(string name, JsonElement theirs, string? ours) =>
        _differences.Add($"{name} is {ours ?? "null"}, libais has {theirs}");

    private static double Scale(double number) => Math.Max(1, Math.Abs(number));
}
