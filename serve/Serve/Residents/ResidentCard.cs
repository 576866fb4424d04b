using Fourfold.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Serve.Residents;

/// <summary>What a worker lets residents see of themself. Without a row: the role only. Nobody else can set it.</summary>
internal sealed class ResidentCard
{
    public required PersonId Person { get; init; }
    public bool ShowName { get; set; }
    public bool ShowHours { get; set; }
    public required DateTimeOffset ChangedAt { get; set; }

    internal static void Map(EntityTypeBuilder<ResidentCard> table)
    {
        table.ToTable("resident_cards");
        table.HasKey(c => c.Person);
    }
}
