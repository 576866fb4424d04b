using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Forms;

namespace Fourfold.Serve.Forms;

/// <summary>A form in a list.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">Its title in both languages.</param>
/// <param name="PublishedVersion">Latest version; null while it has none.</param>
/// <param name="DraftRevision">Revision of the draft; null when there is none.</param>
/// <param name="State">Where it stands.</param>
/// <param name="EmergencyOnly">Filled only while an emergency is on.</param>
/// <param name="Open">Whether it can be filled now, in the asker's area or one below.</param>
/// <param name="AreaCode">Whose form it is.</param>
/// <param name="Editable">Whether the asker may change it.</param>
/// <param name="UpdatedAt">When something of it changed last.</param>
internal sealed record FormView(
    string Code,
    FormText Title,
    int? PublishedVersion,
    int? DraftRevision,
    [property: OneOf(typeof(FormStates))] string State,
    bool EmergencyOnly,
    bool Open,
    string AreaCode,
    bool Editable,
    DateTimeOffset UpdatedAt
)
{
    public static FormView Of(Form form, FormDesk desk, bool emergency) =>
        new(
            form.Code,
            form.Title,
            form.PublishedVersion,
            form.HasDraft ? form.DraftRevision : null,
            form.State,
            form.EmergencyOnly,
            form.State == FormStates.Published && (!form.EmergencyOnly || emergency),
            form.AreaPath,
            desk.IsEditable(form),
            form.UpdatedAt
        );
}

/// <summary>A version: the same for ever.</summary>
/// <param name="Code">Of the form.</param>
/// <param name="Version">From 1.</param>
/// <param name="Spec">The form as <c>docs/reference/forms.md</c> describes it.</param>
/// <param name="Schema">JSON Schema of its answers.</param>
/// <param name="PublishedAt">When it was given out.</param>
internal sealed record FormVersionView(
    string Code,
    int Version,
    JsonElement Spec,
    JsonElement Schema,
    DateTimeOffset PublishedAt
);

/// <summary>A version in a list.</summary>
internal sealed record FormVersionRow(int Version, DateTimeOffset PublishedAt, PersonId? PublishedBy);

/// <summary>A draft as it was saved.</summary>
/// <param name="Code">Of the form.</param>
/// <param name="Revision">Send it with the next save.</param>
/// <param name="Spec">The draft; where there is none, the latest version to begin from.</param>
/// <param name="Faults">What is wrong with it.</param>
/// <param name="SavedAt">Null when there is no draft.</param>
/// <param name="SavedBy">Who saved it.</param>
internal sealed record FormDraftView(
    string Code,
    int Revision,
    JsonElement Spec,
    IReadOnlyList<FormFaultView> Faults,
    DateTimeOffset? SavedAt,
    PersonId? SavedBy
);

/// <summary>One thing wrong with a form.</summary>
/// <param name="Path">JSON pointer into the form, or the cell of a workbook.</param>
/// <param name="Code">What is wrong.</param>
/// <param name="Column">In an expression, from 1; else 0.</param>
/// <param name="Detail">The name or number it is about.</param>
internal sealed record FormFaultView(string Path, string Code, int Column, string? Detail)
{
    public static IReadOnlyList<FormFaultView> Of(IEnumerable<FormFault> faults) =>
        [.. faults.Select(f => new FormFaultView(f.Path, f.Code, f.Column, f.Detail))];
}
