using Fourfold.Coordinate.Cases.Machine;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Fourfold.Coordinate.WorkOrders;

/// <summary>How work orders lie in their table.</summary>
internal static class WorkOrderMap
{
    /// <summary>Longest instruction, characters.</summary>
    public const int MaxInstruction = 2000;

    /// <summary>Longest title, characters.</summary>
    public const int MaxTitle = 200;

    private static readonly ValueConverter<WorkOrderState, string> State = new(
        state => state.Code(),
        code => Read(code)
    );

    public static void Map(EntityTypeBuilder<WorkOrder> table)
    {
        table.ToTable("work_orders");
        table.HasKey(w => w.Id);
        table.Property(w => w.Id).ValueGeneratedNever();
        table.Property(w => w.State).HasConversion(State).HasMaxLength(16);
        table.Property(w => w.Number).HasMaxLength(48);
        table.Property(w => w.CaseNumber).HasMaxLength(40);
        table.Property(w => w.UnitName).HasMaxLength(200);
        table.Property(w => w.PostName).HasMaxLength(200);
        table.Property(w => w.Title).HasMaxLength(MaxTitle);
        table.Property(w => w.KeyId).HasMaxLength(64);
        table.Property(w => w.Instruction).HasMaxLength(MaxInstruction);
        table.Property(w => w.ReturnReason).HasMaxLength(64);
        table.Property(w => w.Routing).AsJson();
        table.Property(w => w.Report).AsJson();
        table.Property(w => w.History).AsJson();
        table.Ignore(w => w.Position);

        const string open = "is_open";
        table.HasIndex(w => w.Number).IsUnique();
        table.HasIndex(w => w.CaseId);
        table.HasIndex(w => new { w.DueAt, w.Number }, "ix_work_orders_open_due").HasFilter(open);
        table
            .HasIndex(
                w => new
                {
                    w.Unit,
                    w.DueAt,
                    w.Number,
                },
                "ix_work_orders_open_unit_due"
            )
            .HasFilter(open);
        table.HasIndex(w => new { w.IssuedAt, w.Number }, "ix_work_orders_newest");
        table.HasIndex(
            w => new
            {
                w.Unit,
                w.IssuedAt,
                w.Number,
            },
            "ix_work_orders_unit_newest"
        );
        table.HasIndex(w => w.CheckAt, "ix_work_orders_check").HasFilter("check_at is not null");
    }

    private static WorkOrderState Read(string code) =>
        CaseStates.TryRead<WorkOrderState>(code, out var state)
            ? state
            : throw new InvalidOperationException($"a row holds the unknown work order state {code}");
}
