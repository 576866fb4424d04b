using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Sqlite.Migrations.Coordinate
{
    /// <inheritdoc />
    public partial class IndexPlacesOfNewestCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_cases_area_newest",
                table: "coordinate_cases");

            migrationBuilder.CreateIndex(
                name: "ix_cases_area_newest",
                table: "coordinate_cases",
                columns: new[] { "area_path", "recorded_at", "number", "is_open", "state", "class", "latitude", "longitude", "duplicate_of" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_cases_area_newest",
                table: "coordinate_cases");

            migrationBuilder.CreateIndex(
                name: "ix_cases_area_newest",
                table: "coordinate_cases",
                columns: new[] { "area_path", "recorded_at", "number", "is_open", "state" });
        }
    }
}
