using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Sqlite.Migrations.Coordinate
{
    /// <inheritdoc />
    public partial class IndexOpenCasesByArea : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_cases_open_area",
                table: "coordinate_cases",
                columns: new[] { "area_path", "deadline_at", "number", "state", "overdue", "suspended", "card", "round" },
                filter: "is_open");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_cases_open_area",
                table: "coordinate_cases");
        }
    }
}
