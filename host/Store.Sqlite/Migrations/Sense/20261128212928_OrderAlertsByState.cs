using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Sqlite.Migrations.Sense
{
    /// <inheritdoc />
    public partial class OrderAlertsByState : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_sense_alerts_state_level_number",
                table: "sense_alerts");

            migrationBuilder.CreateIndex(
                name: "IX_sense_alerts_state_level_number",
                table: "sense_alerts",
                columns: new[] { "state", "level", "number" },
                descending: new[] { false, false, true });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_sense_alerts_state_level_number",
                table: "sense_alerts");

            migrationBuilder.CreateIndex(
                name: "IX_sense_alerts_state_level_number",
                table: "sense_alerts",
                columns: new[] { "state", "level", "number" });
        }
    }
}
