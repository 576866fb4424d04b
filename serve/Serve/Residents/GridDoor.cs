using System.Buffers.Text;
using System.Security.Cryptography;
using Fourfold.Contracts;
using Fourfold.Kernel.Storage;
using Fourfold.Serve.Grids;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Serve.Residents;

/// <summary>The public address of a grid, on a poster by the stairs: whoever has it can ask, and sees who serves there.</summary>
internal sealed class GridDoor : IInArea
{
    private const int TokenBytes = 16;

    /// <summary>Letters of a token: 128 random bits, base64url.</summary>
    public const int TokenLength = 22;

    public required GridId Grid { get; init; }
    public required string AreaPath { get; init; }

    /// <summary>Last part of the address. It hangs in the street, so it is no secret; it is random so that none can be guessed from another.</summary>
    public required string Token { get; set; }
    public required DateTimeOffset MadeAt { get; set; }
    public int Revision { get; set; } = 1;

    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));

    /// <summary>Another address from now on; posters with the old one lead nowhere.</summary>
    public void Renew(DateTimeOffset at)
    {
        (Token, MadeAt) = (NewToken(), at);
        Revision++;
    }

    internal static void Map(EntityTypeBuilder<GridDoor> table)
    {
        table.ToTable("grid_doors");
        table.HasKey(d => d.Grid);
        table.HasOne<Grid>().WithMany().HasForeignKey(d => d.Grid).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(d => d.Token).IsUnique();
        table.Property(d => d.Token).HasMaxLength(TokenLength);
        table.Property(d => d.Revision).IsConcurrencyToken();
    }
}
