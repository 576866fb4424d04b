using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Fourfold.Sense.Tests.Codecs.Asterix;

/// <summary>What <c>tshark -O asterix</c> printed: records, items, and of each item its values in order.</summary>
internal static partial class TsharkText
{
    /// <summary>One record: the block it is in, counted from 0, its category and, in order, items with their values as printed.</summary>
    internal sealed record Reading(int Block, int Category, int Length, List<(string Item, List<string> Values)> Items);

    public static List<Reading> Parse(IEnumerable<string> lines)
    {
        var records = new List<Reading>();
        var category = 0;
        var block = -1;
        foreach (var line in lines)
        {
            var depth = line.Length - line.TrimStart().Length;
            var text = line.Trim();
            if (line.StartsWith("ASTERIX packet, Category ", StringComparison.Ordinal))
            {
                category = int.Parse(text[^3..], CultureInfo.InvariantCulture);
                block++;
            }
            else if (text.StartsWith("Asterix message, #", StringComparison.Ordinal))
            {
                var length = int.Parse(text[(text.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture);
                records.Add(new Reading(block, category, length, []));
            }
            else if (depth == 8 && records.Count > 0 && text.Contains(',', StringComparison.Ordinal))
            {
                records[^1].Items.Add((text[..text.IndexOf(',', StringComparison.Ordinal)], []));
            }
            else if (depth > 8 && records.Count > 0 && Value(text) is { } value)
            {
                records[^1].Items[^1].Values.Add(value);
            }
        }
        return records;
    }

    /// <summary>How a record of ours differs: one line an item, beginning with category and item.</summary>
    public static IEnumerable<string> Differences(JsonElement ours, Reading theirs)
    {
        var category = ours.GetProperty("category").GetInt32();
        var items = ours.GetProperty("items").EnumerateObject().ToList();
        if (category != theirs.Category || ours.GetProperty("length").GetInt32() != theirs.Length)
        {
            return [$"{category}/length: {theirs.Category} {theirs.Length} in {ours}"];
        }
        if (!items.Select(item => item.Name).SequenceEqual(theirs.Items.Select(item => item.Item)))
        {
            return [$"{category}/items: {string.Join(' ', theirs.Items.Select(item => item.Item))} in {ours}"];
        }
        // The reserved and special fields are names only to tshark.
        return items
            .Zip(theirs.Items)
            .Where(pair => pair.First.Name is not ("RE" or "SP") && !Same(pair.First.Value, pair.Second.Values))
            .Select(pair =>
                $"{category}/{pair.Second.Item}: {string.Join(" | ", pair.Second.Values)} in {pair.First.Value}"
            );
    }

    private static bool Same(JsonElement ours, List<string> theirs)
    {
        var leaves = Leaves(ours).ToList();
        return leaves.Count == theirs.Count && leaves.Zip(theirs).All(pair => Same(pair.First, pair.Second));
    }

    public static IEnumerable<JsonElement> Leaves(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Leaves(member.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Leaves),
            _ => [element],
        };

    private static string? Value(string text)
    {
        var equals = text.IndexOf(" = ", StringComparison.Ordinal);
        var named = equals >= 0 ? text[(equals + 3)..] : text;
        var colon = named.LastIndexOf(": ", StringComparison.Ordinal);
        if (
            named.StartsWith("FX: ", StringComparison.Ordinal)
            || named.StartsWith("Counter: ", StringComparison.Ordinal)
        )
        {
            return null;
        }
        if (CodeAtEnd().Match(named) is { Success: true } code)
        {
            return code.Groups[1].Value;
        }
        return colon >= 0 ? named[(colon + 2)..]
            : named.EndsWith(':') ? ""
            : null;
    }

    private static bool Same(JsonElement ours, string theirs)
    {
        if (ours.ValueKind is JsonValueKind.Number)
        {
            var mine = ours.GetDouble();
            return Number(theirs) is { } other && Math.Abs(mine - other) <= 1e-9 * Math.Max(1, Math.Abs(mine));
        }
        var text = ours.GetString() ?? "";
        return text == theirs.TrimEnd()
            || text.TrimStart('0') == theirs.TrimStart('0')
            || (theirs.StartsWith("0x", StringComparison.Ordinal) && text.TrimStart('0') == theirs[2..].TrimStart('0'))
            || (
                long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octets)
                && Number(theirs) == octets
            );
    }

    private static double? Number(string text) =>
        text.StartsWith("0x", StringComparison.Ordinal)
            ? long.Parse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : null;

    [GeneratedRegex(@"\((-?\d+)\)$")]
    private static partial Regex CodeAtEnd();
}
