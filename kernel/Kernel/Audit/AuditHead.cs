using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Kernel.Audit;

/// <summary>How far a module's chain reached when it was last signed. Rows cut off its end afterwards are missed by it.</summary>
internal sealed class AuditHead
{
    /// <summary>The module.</summary>
    public required string Partition { get; init; }

    /// <summary>Rows in the chain.</summary>
    public required long Sealed { get; set; }

    /// <summary>Hash of the last of them.</summary>
    public required byte[] Hash { get; set; }
    public required DateTimeOffset At { get; set; }
    public required string KeyId { get; set; }
    public required byte[] Signature { get; set; }

    /// <summary>What is signed: <c>fourfold.audit-head.1|partition|sealed|hash hex|unix ms</c>, ASCII.</summary>
    public byte[] SignedBytes() =>
        Encoding.ASCII.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"fourfold.audit-head.1|{Partition}|{Sealed}|{Convert.ToHexStringLower(Hash)}|{At.ToUnixTimeMilliseconds()}"
            )
        );

    internal static void Map(EntityTypeBuilder<AuditHead> table)
    {
        table.ToTable("audit_heads");
        table.HasKey(h => h.Partition);
        table.Property(h => h.Partition).HasMaxLength(40);
        table.Property(h => h.KeyId).HasMaxLength(16);
    }
}
