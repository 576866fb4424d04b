using Fourfold.Contracts;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Fourfold.Serve.Grids;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Serve.Workers;

/// <summary>That a person, under one of their posts, serves a grid from a time until another: rows are never taken away, so they are the grid's history.</summary>
internal sealed class GridPost : IInArea
{
    public required GridPostId Id { get; init; }
    public required GridId GridId { get; init; }

    /// <summary>Path of the grid.</summary>
    public required string AreaPath { get; init; }
    public required PersonId Person { get; init; }

    /// <summary>The kernel's post they act under; when that ends, nobody signs in under it any more.</summary>
    public required PostId Post { get; init; }
    public required UnitId Unit { get; init; }

    /// <summary>One of <see cref="GridRoles"/>.</summary>
    public required string Role { get; set; }

    /// <summary>When they are on duty, each week, local time; empty: no fixed hours.</summary>
    public List<Shift> Shifts { get; set; } = [];
    public required DateTimeOffset From { get; init; }

    /// <summary>First instant after it, or null while no end is known.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>Made up.</summary>
    public bool Synthetic { get; init; }
    public int Revision { get; set; } = 1;

    public bool IsInForce(DateTimeOffset at) => From <= at && (Until is null || at < Until);

    /// <summary>Sets when it ends.</summary>
    /// <exception cref="Refused">409 <c>grid-post.ended</c>; 422 <c>grid-post.until-before-from</c>.</exception>
    public void End(DateTimeOffset until, DateTimeOffset now)
    {
        if (Until <= now)
            throw new Refused("grid-post.ended").With("until", Until);
        if (until <= From)
            throw Refused.Invalid("grid-post.until-before-from", "until");
        Until = until;
    }

    internal static void Map(EntityTypeBuilder<GridPost> table)
    {
        table.ToTable("grid_posts");
        table.HasKey(p => p.Id);
        table.HasOne<Grid>().WithMany().HasForeignKey(p => p.GridId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(p => new { p.AreaPath, p.Id });
        table.HasIndex(p => p.Post);
        table.HasIndex(p => p.Person);
        table.Property(p => p.Role).HasMaxLength(20);
        table.Property(p => p.Shifts).AsJson();
        table.Property(p => p.Revision).IsConcurrencyToken();
    }
}
