using Fourfold.Contracts;
using Fourfold.Forms;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Serve.Forms;

/// <summary>表单: what is collected under one code. Its versions never change; its draft does.</summary>
/// <remarks>
/// Belongs to the area of who first saved it: filled there and below, changed by those whose scope holds it. It is not
/// filtered by area as other rows are, for people of a village fill the forms of their county (<see cref="FormDesk"/>).
/// </remarks>
internal sealed class Form
{
    public const int LongestCode = 40;

    /// <summary>Unique in this Fourfold, for ever.</summary>
    public required string Code { get; init; }

    /// <summary>Path of the area it is for.</summary>
    public required string AreaPath { get; init; }

    /// <summary>Of the published version, else of the draft.</summary>
    public required FormText Title { get; set; }

    /// <summary>Of the published version, else of the draft: filled only while an emergency is on.</summary>
    public bool EmergencyOnly { get; set; }

    /// <summary>Latest version, or null while it never had one.</summary>
    public int? PublishedVersion { get; private set; }

    /// <summary>Whether there is a draft that no version has.</summary>
    public bool HasDraft { get; private set; }

    /// <summary>Grows with each saved draft and never begins anew, so that who read an old one cannot save over a newer.</summary>
    public int DraftRevision { get; private set; }

    public DateTimeOffset? RetiredAt { get; private set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Changes with everything; two that change it at once meet here.</summary>
    public int Revision { get; set; } = 1;

    /// <summary>One of <see cref="FormStates"/>.</summary>
    public string State =>
        RetiredAt is not null ? FormStates.Retired
        : PublishedVersion is not null ? FormStates.Published
        : FormStates.Draft;

    /// <summary>A draft was saved.</summary>
    public void Drafted(FormText title, bool emergencyOnly, DateTimeOffset at)
    {
        if (PublishedVersion is null)
            (Title, EmergencyOnly) = (title, emergencyOnly);
        HasDraft = true;
        DraftRevision++;
        Touch(at);
    }

    /// <summary>The draft became a version; a retired form is filled again.</summary>
    public void Published(FormSpec spec, DateTimeOffset at)
    {
        (Title, EmergencyOnly) = (spec.Title, spec.EmergencyOnly);
        (PublishedVersion, HasDraft, RetiredAt) = (spec.Version, false, null);
        Touch(at);
    }

    /// <exception cref="Kernel.Problems.Refused">409 <c>form.not-published</c>.</exception>
    public void Retire(DateTimeOffset at)
    {
        if (State != FormStates.Published)
            throw new Kernel.Problems.Refused("form.not-published").With("state", State);
        RetiredAt = at;
        Touch(at);
    }

    private void Touch(DateTimeOffset at)
    {
        UpdatedAt = at;
        Revision++;
    }

    internal static void Map(EntityTypeBuilder<Form> table)
    {
        table.ToTable("forms");
        table.HasKey(f => f.Code);
        table.Ignore(f => f.State);
        table.Property(f => f.Code).HasMaxLength(LongestCode);
        table.Property(f => f.AreaPath).HasMaxLength(15);
        table.Property(f => f.Title).AsJson();
        table.Property(f => f.Revision).IsConcurrencyToken();
    }
}

/// <summary>The draft of a form as it was saved, faults and all.</summary>
internal sealed class FormDraft
{
    public required string Code { get; init; }

    /// <summary>JSON, at most <see cref="FormLimits.SpecLength"/> characters; perhaps not a form at all.</summary>
    public required string Spec { get; set; }
    public required PersonId? By { get; set; }
    public required DateTimeOffset At { get; set; }

    internal static void Map(EntityTypeBuilder<FormDraft> table)
    {
        table.ToTable("form_drafts");
        table.HasKey(d => d.Code);
        table.Property(d => d.Code).HasMaxLength(Form.LongestCode);
        table.HasOne<Form>().WithMany().HasForeignKey(d => d.Code).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>One version of a form: never changed, for submissions were filled and judged with it.</summary>
internal sealed class FormVersion
{
    public required string Code { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>JSON of <see cref="FormJson"/>.</summary>
    public required string Spec { get; init; }

    /// <summary>JSON Schema compiled from it; kept, so that another compiler does not judge it otherwise.</summary>
    public required string Schema { get; init; }

    /// <summary>Hex of the SHA-256 of spec and schema: its entity tag.</summary>
    public required string Digest { get; init; }
    public required PersonId? By { get; init; }
    public required DateTimeOffset At { get; init; }

    internal static void Map(EntityTypeBuilder<FormVersion> table)
    {
        table.ToTable("form_versions");
        table.HasKey(v => new { v.Code, v.Number });
        table.Property(v => v.Code).HasMaxLength(Form.LongestCode);
        table.Property(v => v.Digest).HasMaxLength(64);
        table.HasOne<Form>().WithMany().HasForeignKey(v => v.Code).OnDelete(DeleteBehavior.Restrict);
    }
}
