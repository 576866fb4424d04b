using System.Globalization;
using System.Text.Json.Nodes;

namespace Fourfold.Forms.OpenRosa;

/// <summary>One answer between our JSON and the text of an OpenRosa node.</summary>
internal static class AnswerXml
{
    /// <summary>The text of an answer; null for none.</summary>
    public static string? Write(FormItem item, JsonNode? answer) =>
        answer switch
        {
            null => null,
            JsonArray several => string.Join(' ', several.Select(code => code?.GetValue<string>())),
            JsonObject => null,
            _ => item.Type == FormItemType.Time
                ? $"{answer.GetValue<string>()}:00.000"
                : answer.ToString().Trim('"') switch
                {
                    "True" => "true",
                    "False" => "false",
                    var text => text,
                },
        };

    /// <summary>The answer of a text; false when it is none of that type. An empty text is no answer: null.</summary>
    public static bool TryRead(FormItem item, string text, out JsonNode? answer)
    {
        answer = null;
        // An XPath number that rests on what was not answered.
        if (text.Length == 0 || (text == "NaN" && item.Calculate is not null))
            return true;
        switch (item.Type)
        {
            case FormItemType.Note:
                return true;
            case FormItemType.Integer:
                return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
                    && Give(JsonValue.Create(whole), out answer);
            case FormItemType.Decimal:
                return TryNumber(text, out var number) && Give(JsonValue.Create(number), out answer);
            case FormItemType.Boolean:
                return text is "true" or "false" && Give(JsonValue.Create(text == "true"), out answer);
            case FormItemType.Date:
                return AnswerText.IsDate(text) && Give(JsonValue.Create(text), out answer);
            case FormItemType.Time:
                return TryTime(text, out var time) && Give(JsonValue.Create(time), out answer);
            case FormItemType.DateTime:
                return AnswerText.IsInstant(Zoned(text)) && Give(JsonValue.Create(Zoned(text)), out answer);
            case FormItemType.MultiChoice:
                var codes = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                return Give(new JsonArray([.. codes.Select(code => JsonValue.Create(code))]), out answer);
            case FormItemType.Position:
                return TryPosition(text, out answer);
            default:
                return Give(JsonValue.Create(text), out answer);
        }
    }

    private static bool Give(JsonNode value, out JsonNode? answer)
    {
        answer = value;
        return true;
    }

    private static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    // "14:05:00.000+08:00": the wall clock is what was asked.
    private static bool TryTime(string text, out string time)
    {
        time = text.Length >= 5 ? text[..5] : text;
        return TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    /// <summary>Collect writes "+08" on some phones.</summary>
    public static string Zoned(string text) => text.Length > 3 && text[^3] is '+' or '-' ? $"{text}:00" : text;

    // "latitude longitude altitude accuracy", the last two optional.
    private static bool TryPosition(string text, out JsonNode? answer)
    {
        answer = null;
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] names = ["latitude", "longitude", "altitudeMetres", "accuracyMetres"];
        if (parts.Length is < 2 or > 4)
            return false;
        var position = new JsonObject();
        for (var i = 0; i < parts.Length; i++)
        {
            if (!TryNumber(parts[i], out var number))
                return false;
            position[names[i]] = number;
        }
        // Zero is what Collect writes for a height or an accuracy it does not know.
        foreach (var name in names[2..])
            if (position[name]?.GetValue<double>() == 0)
                position.Remove(name);
        answer = position;
        return true;
    }
}
