using Fourfold.Contracts;
using Fourfold.Kernel.Privacy;
using Fourfold.Kernel.Storage;
using Fourfold.Serve.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Serve.Submissions;

/// <summary>采集记录: one filled form. Kept as long as its fields say; what is sensitive lies in <see cref="SealedValue"/>.</summary>
internal sealed class Submission : IInArea, IHoldsPersonalData
{
    /// <summary>Order of arrival; lists and exports walk it.</summary>
    public long Sequence { get; private set; }

    /// <summary>Made by who filled it.</summary>
    public required SubmissionId Id { get; init; }
    public required string FormCode { get; init; }

    /// <summary>Of the form it was filled with, and judged by.</summary>
    public required int Version { get; init; }

    /// <summary>Path of the grid, else of who filled it.</summary>
    public required string AreaPath { get; init; }
    public GridId? Grid { get; init; }

    [Personal(Sensitivity.Internal, "say who collected it")]
    public required PersonId FilledBy { get; init; }

    /// <summary>Who really asked, when somebody else typed it in.</summary>
    [Personal(Sensitivity.Internal, "say who collected it")]
    public PersonId? OnBehalf { get; init; }

    /// <summary>It was filled for a resident without a phone; how to reach them is sealed, if they wanted it kept.</summary>
    public bool ForResident { get; init; }
    public required DateTimeOffset FilledAt { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Where it was filled, degrees; null when the phone did not say.</summary>
    [Personal(Sensitivity.Personal, "show where it was collected")]
    public double? Latitude { get; set; }

    /// <inheritdoc cref="Latitude"/>
    [Personal(Sensitivity.Personal, "show where it was collected")]
    public double? Longitude { get; set; }

    /// <summary>JSON object without what is sealed or deleted.</summary>
    [Personal(Sensitivity.Personal, "what the form says; each field names its own")]
    public required string Answers { get; set; }

    /// <summary>Pointers of what is sealed.</summary>
    public required List<string> Masked { get; set; }

    /// <summary>Codes of fields whose time was over.</summary>
    public List<string> Deleted { get; set; } = [];

    /// <summary>HMAC of what was sent, to know it again; null once something was deleted.</summary>
    public byte[]? Digest { get; set; }

    /// <summary>When the next of its fields must be deleted; null when none has a time.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>One of <see cref="SubmissionSources"/>.</summary>
    public required string Source { get; init; }

    /// <summary>Key of its sealed values and its digest.</summary>
    public required string? KeyId { get; init; }

    public GeoPoint? Position =>
        Latitude is { } latitude && Longitude is { } longitude ? new GeoPoint(latitude, longitude) : null;

    /// <summary>From when its fields' times are counted: the earlier of filled and received, whatever a phone's clock says.</summary>
    public DateTimeOffset KeptFrom => FilledAt < ReceivedAt ? FilledAt : ReceivedAt;

    /// <summary>Some fields' time is over. The place of filling goes with the last of them at the latest.</summary>
    /// <param name="codes">The fields.</param>
    /// <param name="withPlace">One of them asked for a place: that of filling is most likely the same.</param>
    /// <param name="next">When the next of its fields must be deleted; null when none is left.</param>
    public void FieldsDeleted(IReadOnlyCollection<string> codes, bool withPlace, DateTimeOffset? next)
    {
        Deleted = [.. Deleted.Concat(codes).Order(StringComparer.Ordinal)];
        (Digest, DueAt) = (null, next);
        if (withPlace || next is null)
            (Latitude, Longitude) = (null, null);
    }

    internal static void Map(EntityTypeBuilder<Submission> table)
    {
        table.ToTable("submissions");
        table.HasKey(s => s.Sequence);
        table.Property(s => s.Sequence).ValueGeneratedOnAdd();
        table.Ignore(s => s.Position);
        table.Ignore(s => s.KeptFrom);
        table.HasAlternateKey(s => s.Id);
        // Exports walk it.
        table.HasIndex(s => new { s.FormCode, s.Sequence });
        // Lists walk it from the newest, and look at no row that its area rules out.
        table.HasIndex(
            s => new
            {
                s.FormCode,
                s.FilledAt,
                s.Sequence,
                s.AreaPath,
            },
            "ix_submissions_order"
        );
        // Lists of a township or less read all of it that lies there.
        table.HasIndex(
            s => new
            {
                s.AreaPath,
                s.FormCode,
                s.FilledAt,
                s.Sequence,
            },
            "ix_submissions_area"
        );
        table.HasIndex(s => s.DueAt);
        table
            .HasOne<FormVersion>()
            .WithMany()
            .HasForeignKey(s => new { s.FormCode, s.Version })
            .OnDelete(DeleteBehavior.Restrict);
        table.Property(s => s.FormCode).HasMaxLength(Form.LongestCode);
        table.Property(s => s.Masked).AsJson();
        table.Property(s => s.Deleted).AsJson();
        table.Property(s => s.Digest).HasMaxLength(32);
        table.Property(s => s.Source).HasMaxLength(16);
        table.Property(s => s.KeyId).HasMaxLength(64);
    }
}

/// <summary>What a submission was filled with.</summary>
internal static class SubmissionSources
{
    /// <summary>Our phone or console.</summary>
    public const string Own = "own";

    /// <summary>A client of OpenRosa, such as ODK Collect.</summary>
    public const string OpenRosa = "open-rosa";
}

/// <summary>One sensitive answer, encrypted with its county's key. It is opened only for a consented request.</summary>
internal sealed class SealedValue : IInArea, IHoldsPersonalData
{
    public required SubmissionId Submission { get; init; }

    /// <summary>Pointer into the answers, such as <c>/contacts/0/phone</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The field.</summary>
    public required string Code { get; init; }
    public required string AreaPath { get; init; }
    public required string? KeyId { get; init; }

    /// <summary>12 bytes, never used twice with one key.</summary>
    public required byte[] Nonce { get; init; }

    /// <summary>AES-256-GCM of the answer's JSON, the tag of 16 bytes at the end; bound to submission and path.</summary>
    [Personal(Sensitivity.Sensitive, "what the form says; each field names its own")]
    public required byte[] Ciphertext { get; init; }

    /// <summary>HMAC of a text answer, equal for equal texts of a county; null for other types, whose few values it would give away.</summary>
    [Personal(Sensitivity.Sensitive, "find what belongs together without opening it")]
    public required byte[]? Match { get; init; }

    internal static void Map(EntityTypeBuilder<SealedValue> table)
    {
        table.ToTable("sealed_values");
        table.HasKey(v => new { v.Submission, v.Path });
        table
            .HasOne<Submission>()
            .WithMany()
            .HasForeignKey(v => v.Submission)
            .HasPrincipalKey(s => s.Id)
            .OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(v => new { v.Code, v.Match });
        table.Property(v => v.Path).HasMaxLength(400);
        table.Property(v => v.Code).HasMaxLength(40);
        table.Property(v => v.KeyId).HasMaxLength(64);
        table.Property(v => v.Nonce).HasMaxLength(12);
        table.Property(v => v.Match).HasMaxLength(32);
    }
}

/// <summary>A picture or film that an answer names, and the file once it has come.</summary>
internal sealed class SubmissionMedia : IInArea
{
    public const int LongestName = 200;

    public required SubmissionId Submission { get; init; }

    /// <summary>As the answer has it, such as <c>01J….jpg</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The field.</summary>
    public required string Code { get; init; }
    public required string AreaPath { get; init; }

    /// <summary>Whether its field is sensitive: the file is sealed, and opened only for a consented request.</summary>
    public bool IsSealed { get; init; }
    public FileId? File { get; set; }

    /// <summary>What its file is sealed for.</summary>
    public string Place => $"submission/{Submission}/{Name}";

    internal static void Map(EntityTypeBuilder<SubmissionMedia> table)
    {
        table.ToTable("submission_media");
        table.HasKey(m => new { m.Submission, m.Name });
        table.Ignore(m => m.Place);
        table
            .HasOne<Submission>()
            .WithMany()
            .HasForeignKey(m => m.Submission)
            .HasPrincipalKey(s => s.Id)
            .OnDelete(DeleteBehavior.Cascade);
        table.Property(m => m.Name).HasMaxLength(LongestName);
        table.Property(m => m.Code).HasMaxLength(40);
    }
}
