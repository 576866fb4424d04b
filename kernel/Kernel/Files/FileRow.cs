using Fourfold.Contracts;
using Fourfold.Kernel.Privacy;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Kernel.Files;

/// <summary>That somebody stored a file. The bytes lie under their hash, once, however often they were stored.</summary>
/// <remarks>A picture may show people: reading one needs a purpose and leaves an audit row.</remarks>
internal sealed class FileRow : IInArea, IHoldsPersonalData
{
    public required FileId Id { get; init; }

    /// <summary>Hex, lower case, of the stored bytes (after positions and the like were taken out).</summary>
    public required string Sha256 { get; init; }
    public required long Size { get; init; }
    public required string MediaType { get; init; }

    /// <summary>What it was stored for, such as <c>work-order-media</c>.</summary>
    public required string Purpose { get; init; }
    public required string AreaPath { get; init; }

    [Personal(Sensitivity.Internal, "say who stored it")]
    public required PersonId? By { get; init; }
    public required DateTimeOffset StoredAt { get; init; }
    public string? KeyId { get; init; }

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
    }
}
