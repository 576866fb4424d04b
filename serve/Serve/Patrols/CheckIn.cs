using Fourfold.Contracts;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Serve.Patrols;

/// <summary>Somebody was at a point of the way. Where exactly they stood is not kept.</summary>
internal sealed class CheckIn
{
    /// <summary>Most pictures of one point.</summary>
    public const int MostPhotos = 9;

    public required PatrolId PatrolId { get; init; }
    public required Guid PointId { get; init; }

    /// <summary>By the device's clock, but never later than it came in.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How far the place may have been off; null when it was done by hand.</summary>
    public required double? AccuracyMetres { get; init; }

    /// <summary>Checked in by hand, with a picture in place of a good position.</summary>
    public required bool ByHand { get; init; }
    public List<FileId> Photos { get; private set; } = [];

    /// <summary>Adds pictures, each once.</summary>
    /// <exception cref="Refused">422 <c>photos.too-many</c>.</exception>
    public void Add(IReadOnlyList<FileId> photos)
    {
        List<FileId> all = [.. Photos.Union(photos)];
        Photos =
            all.Count <= MostPhotos
                ? all
                : throw Refused.Invalid("photos.too-many", "payload.photos").With("most", MostPhotos);
    }

    internal static void Map(EntityTypeBuilder<CheckIn> table)
    {
        table.ToTable("check_ins");
        table.HasKey(c => new { c.PatrolId, c.PointId });
        table.HasIndex(c => c.PointId);
        table.Property(c => c.Photos).AsJson();
    }
}
