using Fourfold.Contracts;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Fourfold.Serve.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Serve.Unmasking;

/// <summary>That somebody asks to see sensitive answers, for a purpose and a case; another person consents or refuses.</summary>
internal sealed class UnmaskRequest : IInArea
{
    public const int LongestReason = 500;

    /// <summary>Order in which they were made; lists walk it.</summary>
    public long Sequence { get; private set; }
    public required UnmaskRequestId Id { get; init; }
    public required SubmissionId Submission { get; init; }
    public required string FormCode { get; init; }

    /// <summary>Of the submission.</summary>
    public required string AreaPath { get; init; }

    /// <summary>Pointers of what is asked for.</summary>
    public required List<string> Fields { get; init; }

    /// <summary>One of <see cref="UnmaskPurposes"/>.</summary>
    public required string Purpose { get; init; }
    public required CaseId Case { get; init; }
    public required string Reason { get; init; }
    public required PersonId AskedBy { get; init; }
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>First instant when nobody can consent any more.</summary>
    public required DateTimeOffset WaitsUntil { get; init; }

    /// <summary>One of <see cref="UnmaskStates"/>, but for what time alone changes: see <see cref="StateAt"/>.</summary>
    public string State { get; private set; } = UnmaskStates.Waiting;
    public PersonId? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>First instant when the values are masked again.</summary>
    public DateTimeOffset? ValidUntil { get; private set; }
    public int Revision { get; private set; } = 1;

    /// <summary>One of <see cref="UnmaskStates"/>.</summary>
    public string StateAt(DateTimeOffset now) =>
        State switch
        {
            UnmaskStates.Waiting when now >= WaitsUntil => UnmaskStates.Expired,
            UnmaskStates.Consented when now >= ValidUntil => UnmaskStates.Expired,
            _ => State,
        };

    /// <summary>Somebody else decides.</summary>
    /// <param name="consents">Or refuses.</param>
    /// <param name="by">Who; never who asked.</param>
    /// <param name="now">When.</param>
    /// <param name="life">How long the values can then be seen.</param>
    /// <exception cref="Refused">403 <c>unmask.own-request</c>; 409 <c>unmask.not-waiting</c>.</exception>
    public void Decide(bool consents, PersonId by, DateTimeOffset now, TimeSpan life)
    {
        if (by == AskedBy)
            throw new Refused("unmask.own-request", 403);
        if (StateAt(now) is var state and not UnmaskStates.Waiting)
            throw new Refused("unmask.not-waiting").With("state", state);
        (State, DecidedBy, DecidedAt) = (consents ? UnmaskStates.Consented : UnmaskStates.Refused, by, now);
        ValidUntil = consents ? now + life : null;
        Revision++;
    }

    /// <summary>Goes on only for who asked, while the consent holds.</summary>
    /// <exception cref="Refused">403 <c>unmask.not-consented</c>.</exception>
    public void RequireOpen(PersonId? by, DateTimeOffset now)
    {
        if (by != AskedBy || StateAt(now) != UnmaskStates.Consented)
            throw new Refused("unmask.not-consented", 403).With(
                "state",
                by == AskedBy ? StateAt(now) : UnmaskStates.Refused
            );
    }

    internal static void Map(EntityTypeBuilder<UnmaskRequest> table)
    {
        table.ToTable("unmask_requests");
        table.HasKey(r => r.Sequence);
        table.Property(r => r.Sequence).ValueGeneratedOnAdd();
        table.HasAlternateKey(r => r.Id);
        table
            .HasOne<Submission>()
            .WithMany()
            .HasForeignKey(r => r.Submission)
            .HasPrincipalKey(s => s.Id)
            .OnDelete(DeleteBehavior.Cascade);
        table.Property(r => r.FormCode).HasMaxLength(40);
        table.Property(r => r.Fields).AsJson();
        table.Property(r => r.Purpose).HasMaxLength(32);
        table.Property(r => r.Reason).HasMaxLength(LongestReason);
        table.Property(r => r.State).HasMaxLength(12);
        table.Property(r => r.Revision).IsConcurrencyToken();
    }
}

/// <summary>What sensitive answers may be looked at for.</summary>
internal static class UnmaskPurposes
{
    /// <summary>The case needs them.</summary>
    public const string CaseHandling = "case-handling";

    /// <summary>To bring somebody help.</summary>
    public const string Assistance = "assistance";

    /// <summary>To contain a disease.</summary>
    public const string PublicHealth = "public-health";

    /// <summary>The person asks for their own, or to have them corrected.</summary>
    public const string DataSubject = "data-subject";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [CaseHandling, Assistance, PublicHealth, DataSubject];
}

/// <summary>Where a request stands.</summary>
internal static class UnmaskStates
{
    public const string Waiting = "waiting";
    public const string Consented = "consented";
    public const string Refused = "refused";

    /// <summary>Nobody decided in time, or the time to look is over.</summary>
    public const string Expired = "expired";
}
