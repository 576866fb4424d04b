using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Fourfold.Contracts;
using Fourfold.Kernel.Privacy;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Fourfold.Serve.Grids;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Serve.Residents;

/// <summary>What a resident asked the workers of their grid, and what came back. Who asked is not known: the secret link is theirs.</summary>
internal sealed class Question : IInArea, IHoldsPersonalData
{
    public const int LongestText = 500;

    /// <summary>Lines of one question; then it is asked anew, or brought in person.</summary>
    public const int MostLines = 40;

    /// <summary>Letters of a secret: 128 bits and more, base64url.</summary>
    public const int SecretLength = 22;

    /// <summary>Order in which they came; lists walk it.</summary>
    public long Sequence { get; private set; }
    public required QuestionId Id { get; init; }
    public required GridId Grid { get; init; }
    public required string AreaPath { get; init; }

    /// <summary>SHA-256 of the resident's secret; it has 128 random bits, so no salt is needed.</summary>
    public required byte[] SecretHash { get; init; }

    /// <summary>One of <see cref="QuestionStates"/>.</summary>
    public string State { get; private set; } = QuestionStates.Open;

    [Personal(Sensitivity.Personal, "answer the resident")]
    public List<QuestionLine> Lines { get; private set; } = [];
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Of the last line or step; it is deleted so long after this.</summary>
    public DateTimeOffset LastAt { get; private set; }
    public int Revision { get; private set; } = 1;
    public string? KeyId { get; init; }

    public bool IsOver => State is QuestionStates.Solved or QuestionStates.Closed;

    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.ASCII.GetBytes(secret));

    /// <summary>The resident asks, or asks again; one that was over is open again.</summary>
    public void Ask(string text, DateTimeOffset at) => Add(new QuestionLine(null, text, at, null), QuestionStates.Open);

    /// <summary>A worker answers.</summary>
    /// <exception cref="Refused">409 <c>question.over</c> or <c>question.full</c>.</exception>
    public void Answer(Guid id, string text, PersonId? by, DateTimeOffset at)
    {
        // Sent twice by a phone that heard no answer.
        if (Lines.Exists(l => l.Id == id))
            return;
        if (IsOver)
            throw new Refused("question.over").With("state", State);
        Add(new QuestionLine(by, text, at, id), QuestionStates.Answered);
    }

    /// <summary>The resident says that it is done.</summary>
    public void Solve(DateTimeOffset at) => End(QuestionStates.Solved, at);

    /// <summary>A worker says so.</summary>
    public void Close(DateTimeOffset at) => End(QuestionStates.Closed, at);

    private void End(string state, DateTimeOffset at)
    {
        if (IsOver)
            return;
        (State, LastAt) = (state, at);
        Revision++;
    }

    private void Add(QuestionLine line, string state)
    {
        if (Lines.Count >= MostLines)
            throw new Refused("question.full").With("most", MostLines);
        Lines = [.. Lines, line];
        (State, LastAt) = (state, line.At);
        if (Lines.Count > 1)
            Revision++;
    }

    internal static void Map(EntityTypeBuilder<Question> table)
    {
        table.ToTable("questions");
        table.HasKey(q => q.Sequence);
        table.Property(q => q.Sequence).ValueGeneratedOnAdd();
        table.HasAlternateKey(q => q.Id);
        table.Ignore(q => q.IsOver);
        table.HasOne<Grid>().WithMany().HasForeignKey(q => q.Grid).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(q => q.SecretHash).IsUnique();
        table.HasIndex(q => new { q.Grid, q.LastAt });
        table.HasIndex(q => q.LastAt);
        table.Property(q => q.SecretHash).HasMaxLength(32);
        table.Property(q => q.State).HasMaxLength(10);
        table.Property(q => q.Lines).AsJson();
        table.Property(q => q.KeyId).HasMaxLength(64);
        table.Property(q => q.Revision).IsConcurrencyToken();
    }
}

/// <summary>One line of it.</summary>
/// <param name="By">The worker who wrote it; null for the resident.</param>
/// <param name="Text">Up to <see cref="Question.LongestText"/> characters.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Id">Made by the phone that wrote it, so that it counts once; null for the resident.</param>
internal sealed record QuestionLine(PersonId? By, string Text, DateTimeOffset At, Guid? Id);

/// <summary>Where a question stands.</summary>
internal static class QuestionStates
{
    /// <summary>Waits for a worker.</summary>
    public const string Open = "open";

    /// <summary>Waits for the resident.</summary>
    public const string Answered = "answered";

    /// <summary>The resident said that it is done.</summary>
    public const string Solved = "solved";

    /// <summary>A worker ended it.</summary>
    public const string Closed = "closed";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Open, Answered, Solved, Closed];
}
