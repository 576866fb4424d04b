using Fourfold.Coordinate.Cases.Machine;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Fourfold.Coordinate.Cases;

/// <summary>How cases lie in their table.</summary>
internal static class CaseMap
{
    /// <summary>States as their codes.</summary>
    public static readonly ValueConverter<CaseState, string> State = new(state => state.Code(), code => Read(code));

    public static void Map(EntityTypeBuilder<Case> table)
    {
        table.ToTable("cases");
        table.HasKey(c => c.Id);
        table.Property(c => c.Id).ValueGeneratedNever();
        table.Property(c => c.Revision).IsConcurrencyToken();
        table.Property(c => c.State).HasConversion(State).HasMaxLength(16);
        table.Property(c => c.Number).HasMaxLength(40);
        table.Property(c => c.Origin).HasMaxLength(16);
        table.Property(c => c.Class).HasMaxLength(2);
        table.Property(c => c.OwnerUnitName).HasMaxLength(200);
        table.Property(c => c.OwnerAreaPath).HasMaxLength(15);
        table.Property(c => c.HandlingUnitName).HasMaxLength(200);
        table.Property(c => c.Card).HasMaxLength(8);
        table.Property(c => c.Outcome).HasMaxLength(16);
        table.Property(c => c.OutcomeReason).HasMaxLength(64);
        table.Property(c => c.OutcomeNote).HasMaxLength(TimelineEntry.MaxText);
        table.Property(c => c.Title).AsJson();
        table.Property(c => c.KeyId).HasMaxLength(64);
        table.Property(c => c.Handlers).AsJson();
        table.Property(c => c.Rounds).AsJson();
        table.Property(c => c.Summoned).AsJson();
        table.Property(c => c.Rated).AsJson();
        table.Property(c => c.Files).AsJson();
        table.Ignore(c => c.Position);
        table.Ignore(c => c.Flags);
        table.Ignore(c => c.HasRequester);

        table.HasMany(c => c.Alerts).WithOne().HasForeignKey(a => a.CaseId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(c => c.Hands).WithOne().HasForeignKey(h => h.CaseId);
        table.HasMany(c => c.Participants).WithOne().HasForeignKey(p => p.CaseId);
        table.HasMany(c => c.WorkOrders).WithOne().HasForeignKey(w => w.CaseId);
        table.HasMany<TimelineEntry>("timeline").WithOne().HasForeignKey(e => e.CaseId);
        Index(table);
        IndexOpen(table);
        IndexForBooks(table);
    }

    // Ledgers and one's own reports: a month of a class, and a person's few.
    private static void IndexForBooks(EntityTypeBuilder<Case> table)
    {
        table.HasIndex(
            c => new
            {
                c.Class,
                c.RecordedAt,
                c.Number,
                c.AreaPath,
                c.State,
            },
            "ix_cases_class_newest"
        );
        table
            .HasIndex(
                c => new
                {
                    c.ReportedBy,
                    c.RecordedAt,
                    c.Number,
                },
                "ix_cases_reporter_newest"
            )
            .HasFilter("reported_by is not null");
    }

    // Few of a million are open.
    private static void IndexOpen(EntityTypeBuilder<Case> table)
    {
        table
            .HasIndex(
                c => new
                {
                    c.DeadlineAt,
                    c.Number,
                    c.AreaPath,
                    c.State,
                },
                "ix_cases_open_deadline"
            )
            .HasFilter("is_open");
        // Leaders count the open ones of an area and look for the pressing ones: all that is asked is in it.
        table
            .HasIndex(
                c => new
                {
                    c.AreaPath,
                    c.DeadlineAt,
                    c.Number,
                    c.State,
                    c.Overdue,
                    c.Suspended,
                    c.Card,
                    c.Round,
                },
                "ix_cases_open_area"
            )
            .HasFilter("is_open");
    }

    // Each list finds its page in one of these without looking at a row: see CaseList.
    private static void Index(EntityTypeBuilder<Case> table)
    {
        table.HasIndex(c => c.Number).IsUnique();
        table.HasIndex(c => c.CheckAt, "ix_cases_check").HasFilter("check_at is not null");
        table.HasIndex(
            c => new
            {
                c.RecordedAt,
                c.Number,
                c.AreaPath,
            },
            "ix_cases_newest"
        );
        table
            .HasIndex(
                c => new
                {
                    c.RecordedAt,
                    c.Number,
                    c.AreaPath,
                },
                "ix_cases_ended_newest"
            )
            .HasFilter("not is_open and state <> 'draft'");
        table.HasIndex(
            c => new
            {
                c.State,
                c.RecordedAt,
                c.Number,
                c.AreaPath,
            },
            "ix_cases_state_newest"
        );
        // What comes up again and again in one place is found in it alone: see ReadMeeting.
        table.HasIndex(
            c => new
            {
                c.AreaPath,
                c.RecordedAt,
                c.Number,
                c.IsOpen,
                c.State,
                c.Class,
                c.Latitude,
                c.Longitude,
                c.DuplicateOf,
            },
            "ix_cases_area_newest"
        );
    }

    private static CaseState Read(string code) =>
        CaseStates.TryRead<CaseState>(code, out var state)
            ? state
            : throw new InvalidOperationException($"a row holds the unknown case state {code}");
}
