using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Sqlite.Migrations.Coordinate
{
    /// <inheritdoc />
    public partial class IndexCaseLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_cases_area_newest",
                table: "coordinate_cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_newest",
                table: "coordinate_cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_open_area_deadline",
                table: "coordinate_cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_open_deadline",
                table: "coordinate_cases");

            migrationBuilder.CreateIndex(
                name: "ix_cases_area_newest",
                table: "coordinate_cases",
                columns: new[] { "area_path", "recorded_at", "number", "is_open", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_ended_newest",
                table: "coordinate_cases",
                columns: new[] { "recorded_at", "number", "area_path" },
                filter: "not is_open and state <> 'draft'");

            migrationBuilder.CreateIndex(
                name: "ix_cases_newest",
                table: "coordinate_cases",
                columns: new[] { "recorded_at", "number", "area_path" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_open_deadline",
                table: "coordinate_cases",
                columns: new[] { "deadline_at", "number", "area_path", "state" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_cases_state_newest",
                table: "coordinate_cases",
                columns: new[] { "state", "recorded_at", "number", "area_path" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_cases_area_newest",
                table: "coordinate_cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_ended_newest",
                table: "coordinate_cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_newest",
                table: "coordinate_cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_open_deadline",
                table: "coordinate_cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_state_newest",
                table: "coordinate_cases");

            migrationBuilder.CreateIndex(
                name: "ix_cases_area_newest",
                table: "coordinate_cases",
                columns: new[] { "area_path", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_newest",
                table: "coordinate_cases",
                columns: new[] { "recorded_at", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_open_area_deadline",
                table: "coordinate_cases",
                columns: new[] { "area_path", "deadline_at" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_cases_open_deadline",
                table: "coordinate_cases",
                columns: new[] { "deadline_at", "number" },
                filter: "is_open");
        }
    }
}
