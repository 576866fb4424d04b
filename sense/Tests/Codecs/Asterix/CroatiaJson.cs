using System.Globalization;
using System.Text.Json;

namespace Fourfold.Sense.Tests.Codecs.Asterix;

/// <summary>What Croatia Control's decoder 2.8.11 printed of a record: <c>{"cat":48,"hexdata":"…","CAT048":{"I010":{…}}}</c>.</summary>
internal static class CroatiaJson
{
    // It prints hundreds of feet as feet and nautical miles a second as knots.
    private static readonly double[] Factors = [1, 100, 3600];

    /// <summary>How a record of ours differs: one line an item, beginning with category and item.</summary>
    public static IEnumerable<string> Differences(JsonElement ours, ReadOnlySpan<byte> bytes, JsonElement theirs)
    {
        var category = theirs.GetProperty("cat").GetInt32();
        if (ours.GetProperty("category").GetInt32() != category)
        {
            return [$"{category}/category: {theirs}"];
        }
        if (Convert.ToHexString(bytes) != theirs.GetProperty("hexdata").GetString())
        {
            return [$"{category}/bytes: {Convert.ToHexString(bytes)} {theirs}"];
        }
        var name = string.Create(CultureInfo.InvariantCulture, $"CAT{category:000}");
        var items = theirs.GetProperty(name).EnumerateObject().ToDictionary(item => item.Name[1..], item => item.Value);
        var mine = ours.GetProperty("items").EnumerateObject().ToList();
        if (
            !items
                .Keys.Order(StringComparer.Ordinal)
                .SequenceEqual(mine.Select(item => item.Name).Order(StringComparer.Ordinal))
        )
        {
            return [$"{category}/items: {string.Join(' ', items.Keys)} in {ours}"];
        }
        return mine.Where(item => !Same(item.Value, items[item.Name]))
            .Select(item => $"{category}/{item.Name}: {items[item.Name]} in {item.Value}");
    }

    private static bool Same(JsonElement ours, JsonElement theirs)
    {
        var mine = TsharkText.Leaves(ours).ToList();
        var other = Named(theirs).ToList();
        return mine.Count == other.Count && mine.Zip(other).All(pair => SameValue(pair.First, pair.Second));
    }

    private static IEnumerable<JsonElement> Named(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .Where(member => member.Name is not ("FX" or "fx" or "spare"))
                .SelectMany(member => Named(member.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Named),
            _ => [element],
        };

    private static bool SameValue(JsonElement ours, JsonElement theirs)
    {
        if (ours.ValueKind is JsonValueKind.Number && theirs.ValueKind is JsonValueKind.Number)
        {
            var (mine, other) = (ours.GetDouble(), theirs.GetDouble());
            return Array.Exists(Factors, factor => Math.Abs(mine * factor - other) <= 2e-3 * Math.Abs(other) + 1e-6);
        }
        var text = ours.ToString();
        return string.Equals(text, theirs.ToString().TrimEnd(), StringComparison.OrdinalIgnoreCase);
    }
}
