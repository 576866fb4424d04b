using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Postgres.Migrations.Serve
{
    /// <inheritdoc />
    public partial class IndexPatrolsByTime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_patrols_recorded_at",
                schema: "serve",
                table: "patrols");

            migrationBuilder.CreateIndex(
                name: "IX_patrols_recorded_at_id_area_path",
                schema: "serve",
                table: "patrols",
                columns: new[] { "recorded_at", "id", "area_path" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_patrols_recorded_at_id_area_path",
                schema: "serve",
                table: "patrols");

            migrationBuilder.CreateIndex(
                name: "IX_patrols_recorded_at",
                schema: "serve",
                table: "patrols",
                column: "recorded_at");
        }
    }
}
