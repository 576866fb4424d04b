using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Postgres.Migrations.Coordinate
{
    /// <inheritdoc />
    public partial class IndexReportsAndClasses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_cases_class_newest",
                schema: "coordinate",
                table: "cases",
                columns: new[] { "class", "recorded_at", "number", "area_path", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_reporter_newest",
                schema: "coordinate",
                table: "cases",
                columns: new[] { "reported_by", "recorded_at", "number" },
                filter: "reported_by is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_cases_class_newest",
                schema: "coordinate",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_reporter_newest",
                schema: "coordinate",
                table: "cases");
        }
    }
}
