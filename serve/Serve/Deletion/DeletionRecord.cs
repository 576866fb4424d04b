using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Fourfold.Serve.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Serve.Deletion;

/// <summary>Proof that answers were deleted when their time was over: which field, of how many submissions. Chained, so that none goes missing.</summary>
internal sealed class DeletionRecord
{
    /// <summary>From 1, without gaps.</summary>
    public required long Number { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string FormCode { get; init; }
    public required int Version { get; init; }

    /// <summary>The field.</summary>
    public required string Field { get; init; }

    /// <summary>Path of the county.</summary>
    public required string County { get; init; }

    /// <summary>Days the field is kept.</summary>
    public required int RetentionDays { get; init; }

    /// <summary>Submissions it was deleted from.</summary>
    public required int Count { get; init; }

    /// <summary>SHA-256 over the ids of those submissions, in the order of their arrival.</summary>
    public required byte[] Submissions { get; init; }

    /// <summary>SHA-256 over the hash before and this record.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>The record after another, or the first.</summary>
    /// <param name="before">The last there is; null for none.</param>
    /// <param name="at">When, in whole milliseconds.</param>
    /// <param name="of">What was deleted.</param>
    /// <param name="count">From how many submissions.</param>
    /// <param name="submissions">SHA-256 over their ids.</param>
    public static DeletionRecord After(
        DeletionRecord? before,
        DateTimeOffset at,
        (string Form, int Version, string Field, string County, int Days) of,
        int count,
        byte[] submissions
    )
    {
        var record = new DeletionRecord
        {
            Number = (before?.Number ?? 0) + 1,
            At = at,
            FormCode = of.Form,
            Version = of.Version,
            Field = of.Field,
            County = of.County,
            RetentionDays = of.Days,
            Count = count,
            Submissions = submissions,
            Hash = [],
        };
        record.Hash = record.HashAfter(before?.Hash ?? new byte[SHA256.HashSizeInBytes]);
        return record;
    }

    /// <summary>What its hash must be after another's: SHA-256 of that hash and the record's canonical line in UTF-8.</summary>
    public byte[] HashAfter(byte[] before)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{Number}|{At.ToUnixTimeMilliseconds()}|{FormCode}|{Version}|{Field}|{County}|{RetentionDays}|{Count}|{Convert.ToHexStringLower(Submissions)}"
        );
        return SHA256.HashData([.. before, .. Encoding.UTF8.GetBytes(line)]);
    }

    internal static void Map(EntityTypeBuilder<DeletionRecord> table)
    {
        table.ToTable("deletions");
        table.HasKey(d => d.Number);
        table.Property(d => d.Number).ValueGeneratedNever();
        table.HasIndex(d => new { d.FormCode, d.Number });
        table.Property(d => d.FormCode).HasMaxLength(Form.LongestCode);
        table.Property(d => d.Field).HasMaxLength(40);
        table.Property(d => d.County).HasMaxLength(15);
        table.Property(d => d.Submissions).HasMaxLength(32);
        table.Property(d => d.Hash).HasMaxLength(32);
    }
}
