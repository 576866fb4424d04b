using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Fourfold.Forms;
using Fourfold.Forms.Schema;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;

namespace Fourfold.Serve.Forms;

/// <summary>A form as it came, perhaps half done: what can be said of it.</summary>
internal sealed class SpecText
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private readonly JsonElement given;

    private SpecText(JsonElement given, string text, FormSpec? spec, IReadOnlyList<FormFault> faults) =>
        (this.given, Text, Spec, Faults) = (given, text, spec, faults);

    /// <summary>Its JSON.</summary>
    public string Text { get; }

    /// <summary>The form, or null when it cannot be read as one.</summary>
    public FormSpec? Spec { get; }

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<FormFault> Faults { get; }

    /// <summary>Its title, or what there is of one.</summary>
    public FormText Title =>
        Spec?.Title
        ?? (
            given.TryGetProperty("title", out var title) && title.ValueKind == JsonValueKind.Object
                ? new FormText(Word(title, "zh"), Word(title, "en"))
                : new FormText("", "")
        );

    /// <summary>Reads what a request brought.</summary>
    /// <exception cref="Refused">422 <c>form.not-an-object</c>, <c>form.unreadable-text</c> or <c>form.too-large</c>.</exception>
    public static SpecText Read(JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.Object)
            throw Refused.Invalid("form.not-an-object", "spec");
        if (!StorableText.Holds(given))
            throw Refused.Invalid("form.unreadable-text", "spec");
        var text = JsonSerializer.Serialize(given, Plain);
        if (text.Length > FormLimits.SpecLength)
            throw Refused.Invalid("form.too-large", "spec").With("most", FormLimits.SpecLength);
        return FormJson.TryRead(text, out var spec, out var fault)
            ? new SpecText(given, text, spec, FormChecker.Check(spec))
            : new SpecText(given, text, null, [fault]);
    }

    /// <summary>Reads what was stored.</summary>
    public static SpecText Stored(string text) => Read(Parse(text));

    /// <summary>The schema of its answers; null while it has faults.</summary>
    public JsonElement? Schema() =>
        Spec is { } spec && Faults.Count == 0 ? Parse(FormSchema.Compile(spec).ToJsonString(Plain)) : null;

    /// <summary>JSON text as it goes into an answer.</summary>
    public static JsonElement Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    /// <summary>A form's code in what may be no form.</summary>
    public string? Code =>
        given.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String ? code.GetString() : null;

    /// <summary>JSON text of a value, with Chinese as it is.</summary>
    public static string Write(System.Text.Json.Nodes.JsonNode node) => node.ToJsonString(Plain);

    private static string Word(JsonElement title, string language) =>
        title.TryGetProperty(language, out var word)
        && word.ValueKind == JsonValueKind.String
        && word.GetString() is { } text
            ? text[..Math.Min(text.Length, FormLimits.LabelLength)]
            : "";
}
