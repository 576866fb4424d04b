using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Sqlite.Migrations.Coordinate
{
    /// <inheritdoc />
    public partial class AddMeetings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "coordinate_meeting_picks",
                columns: table => new
                {
                    area_path = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    picked_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coordinate_meeting_picks", x => new { x.area_path, x.case_id });
                    table.ForeignKey(
                        name: "FK_coordinate_meeting_picks_coordinate_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "coordinate_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_coordinate_meeting_picks_case_id",
                table: "coordinate_meeting_picks",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_coordinate_meeting_picks_picked_at",
                table: "coordinate_meeting_picks",
                column: "picked_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "coordinate_meeting_picks");
        }
    }
}
