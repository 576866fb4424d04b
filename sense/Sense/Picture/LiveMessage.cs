using System.Text.Json;

namespace Fourfold.Sense.Picture;

/// <summary>What a screen says; several messages that came since the last look are one.</summary>
internal sealed record LiveMessage(ViewBox? View, uint? Ack, IReadOnlyList<int>? Follow, bool Resync)
{
    /// <summary>Slots one screen may follow.</summary>
    public const int MostFollowed = 50;

    public static readonly LiveMessage Nothing = new(null, null, null, false);

    /// <summary>This and then a later one.</summary>
    public LiveMessage And(LiveMessage later) =>
        new(later.View ?? View, later.Ack ?? Ack, later.Follow ?? Follow, Resync || later.Resync);

    /// <summary>Reads a message; false for anything that is none of the four.</summary>
    public static bool TryRead(ReadOnlySpan<byte> utf8, out LiveMessage message)
    {
        message = Nothing;
        try
        {
            var reader = new Utf8JsonReader(utf8);
            using var document = JsonDocument.ParseValue(ref reader);
            var json = document.RootElement;
            if (json.ValueKind != JsonValueKind.Object)
                return false;
            foreach (var property in json.EnumerateObject())
                if (!TryTake(property, ref message))
                    return false;
            return message != Nothing;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool TryTake(JsonProperty property, ref LiveMessage message)
    {
        var value = property.Value;
        switch (property.Name)
        {
            case "view":
                if (!TryView(value, out var box))
                    return false;
                message = message with { View = box };
                return true;
            case "zoom":
                return value.ValueKind == JsonValueKind.Number;
            case "ack":
                if (value.ValueKind != JsonValueKind.Number || !value.TryGetUInt32(out var ack))
                    return false;
                message = message with { Ack = ack };
                return true;
            case "follow":
                if (!TrySlots(value, out var slots))
                    return false;
                message = message with { Follow = slots };
                return true;
            case "resync":
                message = message with { Resync = value.ValueKind == JsonValueKind.True };
                return message.Resync;
            default:
                return false;
        }
    }

    private static bool TryView(JsonElement value, out ViewBox box)
    {
        box = default;
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() != 4)
            return false;
        Span<double> sides = stackalloc double[4];
        for (var i = 0; i < 4; i++)
            if (value[i].ValueKind != JsonValueKind.Number || !value[i].TryGetDouble(out sides[i]))
                return false;
        return ViewBox.TryOf(sides[0], sides[1], sides[2], sides[3], out box);
    }

    private static bool TrySlots(JsonElement value, out int[] slots)
    {
        slots = [];
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > MostFollowed)
            return false;
        var read = new List<int>();
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetInt32(out var slot) || slot < 0)
                return false;
            read.Add(slot);
        }
        slots = [.. read];
        return true;
    }
}
