using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Sqlite.Migrations.Coordinate
{
    /// <inheritdoc />
    public partial class AddWorkOrderClock : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "clock_from",
                table: "coordinate_work_orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);
            // Until now a work order's time was counted from when it was issued.
            migrationBuilder.Sql("update coordinate_work_orders set clock_from = issued_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "clock_from",
                table: "coordinate_work_orders");
        }
    }
}
