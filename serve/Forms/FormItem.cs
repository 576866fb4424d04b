using System.Text.Json.Nodes;

namespace Fourfold.Forms;

/// <summary>A field, group, repeat or note. Expressions are in the language of <c>docs/reference/forms.md</c>.</summary>
public sealed record FormItem
{
    /// <summary>Name of the answer, <c>[a-z][a-z0-9_]*</c>, at most 40 characters, once in a form.</summary>
    public required string Code { get; init; }

    public required FormItemType Type { get; init; }
    public required FormText Label { get; init; }
    public FormText? Hint { get; init; }

    /// <summary>Asked only while this holds; what is not asked has no answer.</summary>
    public string? Relevant { get; init; }

    /// <summary>Must hold for an answer; <c>.</c> is the answer itself.</summary>
    public string? Constraint { get; init; }
    public FormText? ConstraintMessage { get; init; }

    public bool Required { get; init; }
    public bool ReadOnly { get; init; }

    /// <summary>The answer is this expression's value; nobody types it.</summary>
    public string? Calculate { get; init; }

    /// <summary>The answer before anybody answered, in the field's JSON form.</summary>
    public JsonNode? Default { get; init; }

    /// <summary>Name of a list in <see cref="FormSpec.ChoiceLists"/>; only for choice and multiChoice.</summary>
    public string? Choices { get; init; }

    /// <summary>Which choices are offered; a bare name is an attribute of the choice: <c>county = ${county}</c>.</summary>
    public string? ChoiceFilter { get; init; }

    /// <summary>Most characters of a text; <see cref="FormLimits.TextLength"/> when not said.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Fewest and most rounds of a repeat; 0 and <see cref="FormLimits.Rounds"/> when not said.</summary>
    public int? MinRounds { get; init; }

    /// <inheritdoc cref="MinRounds"/>
    public int? MaxRounds { get; init; }

    /// <summary>Null when the answer says nothing of a person.</summary>
    public PersonalData? Personal { get; init; }

    /// <summary>What a group or repeat holds.</summary>
    public IReadOnlyList<FormItem> Items { get; init; } = [];

    /// <summary>Whether it has an answer of its own.</summary>
    internal bool HasAnswer => Type is not (FormItemType.Group or FormItemType.Note);

    internal bool HasItems => Type is FormItemType.Group or FormItemType.Repeat;
}
