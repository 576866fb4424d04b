using Fourfold.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Kernel.Files.Uploads;

/// <summary>Where an upload stands.</summary>
internal enum UploadState
{
    /// <summary>Bytes are still to come.</summary>
    Open,

    /// <summary>All came, and they are a file now.</summary>
    Stored,

    /// <summary>What came is not taken in; why is kept for whoever asks again.</summary>
    Refused,

    /// <summary>Ended by whoever began it, or by time.</summary>
    Gone,
}

/// <summary>A file on its way in. Once all of it came and was found good, the file has the same id.</summary>
/// <remarks>
/// <see cref="Offset"/> counts bytes that are on the disk, and reaches <see cref="Length"/> only in the transaction that
/// makes the file: whoever is told that everything came has a file.
/// </remarks>
internal sealed class UploadRow
{
    public required FileId Id { get; init; }

    /// <summary>The person or key that began it; nobody else may know of it.</summary>
    public required string Owner { get; init; }

    /// <summary>The caller's own key: a beginning that is sent twice is one upload.</summary>
    public required Guid Key { get; init; }
    public required string AreaPath { get; init; }
    public required string Purpose { get; init; }

    /// <summary>Bytes there will be.</summary>
    public required long Length { get; init; }

    /// <summary>Bytes that are safe.</summary>
    public long Offset { get; private set; }

    /// <summary>What the caller said it is, or null.</summary>
    public required string? Declared { get; init; }

    /// <summary>SHA-256 of the whole as the caller claims it, hex; null when it did not, or once it was found right.</summary>
    public string? Sha256 { get; private set; }

    /// <summary>What it is by its first bytes; null as long as there are too few.</summary>
    public string? MediaType { get; private set; }
    public UploadState State { get; private set; }
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ends by itself; later with every byte that comes.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The refusal as JSON, to be told again; null unless refused.</summary>
    public string? Refusal { get; private set; }

    public void Claim(string? sha256) => Sha256 = sha256;

    /// <summary>Bytes up to here are on the disk.</summary>
    public void Reached(long offset, DateTimeOffset expiresAt) => (Offset, ExpiresAt) = (offset, expiresAt);

    public void Recognised(string mediaType) => MediaType = mediaType;

    public void Stored(DateTimeOffset at) => (State, Offset, EndedAt) = (UploadState.Stored, Length, at);

    public void Refuse(string refusal, DateTimeOffset at) =>
        (State, Refusal, EndedAt) = (UploadState.Refused, refusal, at);

    public void End(DateTimeOffset at) => (State, EndedAt) = (UploadState.Gone, at);

    internal static void Map(EntityTypeBuilder<UploadRow> table)
    {
        table.ToTable("uploads");
        table.HasKey(u => u.Id);
        table.HasIndex(u => new { u.Owner, u.Key }).IsUnique();
        table.HasIndex(u => new { u.State, u.ExpiresAt });
        table.Property(u => u.Owner).HasMaxLength(64);
        table.Property(u => u.AreaPath).HasMaxLength(15);
        table.Property(u => u.Purpose).HasMaxLength(40);
        table.Property(u => u.Declared).HasMaxLength(60);
        table.Property(u => u.Sha256).HasMaxLength(64);
        table.Property(u => u.MediaType).HasMaxLength(60);
        table.Property(u => u.State).HasConversion<int>();
    }
}
