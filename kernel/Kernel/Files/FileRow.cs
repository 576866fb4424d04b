using Fourfold.Contracts;
using Fourfold.Kernel.Files.Sealed;
using Fourfold.Kernel.Privacy;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Kernel.Files;

/// <summary>That somebody stored a file. The bytes lie under their hash, once, however often they were stored.</summary>
/// <remarks>A picture may show people: reading one needs a purpose and leaves an audit row.</remarks>
internal sealed class FileRow : IInArea, IHoldsPersonalData
{
    public const int LongestPlace = 300;

    public required FileId Id { get; init; }

    /// <summary>Hex, lower case, of the stored bytes (after positions and the like were taken out, and sealed if they are).</summary>
    public required string Sha256 { get; set; }

    /// <summary>Bytes before they were sealed.</summary>
    public required long Size { get; init; }
    public required string MediaType { get; init; }

    /// <summary>What it was stored for, such as <c>work-order-media</c>.</summary>
    public required string Purpose { get; init; }
    public required string AreaPath { get; init; }

    [Personal(Sensitivity.Internal, "say who stored it")]
    public required PersonId? By { get; init; }
    public required DateTimeOffset StoredAt { get; init; }

    /// <summary>The county's key that <see cref="WrappedKey"/> is wrapped with; null of a plain file.</summary>
    public string? KeyId { get; set; }

    /// <summary>The file's own key, wrapped; with it gone, nobody opens the bytes any more. Null of a plain file.</summary>
    public byte[]? WrappedKey { get; set; }

    /// <summary>What it is sealed for; empty while it belongs nowhere, null of a plain file.</summary>
    public string? SealedFor { get; set; }

    public bool IsSealed => WrappedKey is not null;

    internal void Seal(SealedBytes bytes, string place) =>
        (Sha256, KeyId, WrappedKey, SealedFor) = (bytes.Sha256, bytes.KeyId, bytes.WrappedKey, place);

    internal static void Map(EntityTypeBuilder<FileRow> table)
    {
        table.ToTable("files");
        table.HasKey(f => f.Id);
        table.HasIndex(f => f.Sha256);
        table.HasIndex(f => f.AreaPath);
        table.Property(f => f.Sha256).HasMaxLength(64);
        table.Property(f => f.MediaType).HasMaxLength(60);
        table.Property(f => f.Purpose).HasMaxLength(40);
        table.Property(f => f.KeyId).HasMaxLength(64);
        table.Property(f => f.WrappedKey).HasMaxLength(FileSeal.WrappedBytes);
        table.Property(f => f.SealedFor).HasMaxLength(LongestPlace);
        table.Ignore(f => f.IsSealed);
    }
}
