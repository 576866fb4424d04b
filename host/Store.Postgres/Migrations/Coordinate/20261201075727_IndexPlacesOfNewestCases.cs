using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Postgres.Migrations.Coordinate
{
    /// <inheritdoc />
    public partial class IndexPlacesOfNewestCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_cases_area_newest",
                schema: "coordinate",
                table: "cases");

            migrationBuilder.CreateIndex(
                name: "ix_cases_area_newest",
                schema: "coordinate",
                table: "cases",
                columns: new[] { "area_path", "recorded_at", "number", "is_open", "state", "class", "latitude", "longitude", "duplicate_of" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_cases_area_newest",
                schema: "coordinate",
                table: "cases");

            migrationBuilder.CreateIndex(
                name: "ix_cases_area_newest",
                schema: "coordinate",
                table: "cases",
                columns: new[] { "area_path", "recorded_at", "number", "is_open", "state" });
        }
    }
}
