using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Sqlite.Migrations.Serve
{
    /// <inheritdoc />
    public partial class IndexPatrolsByTime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_serve_patrols_recorded_at",
                table: "serve_patrols");

            migrationBuilder.CreateIndex(
                name: "IX_serve_patrols_recorded_at_id_area_path",
                table: "serve_patrols",
                columns: new[] { "recorded_at", "id", "area_path" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_serve_patrols_recorded_at_id_area_path",
                table: "serve_patrols");

            migrationBuilder.CreateIndex(
                name: "IX_serve_patrols_recorded_at",
                table: "serve_patrols",
                column: "recorded_at");
        }
    }
}
