using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Postgres.Migrations.Coordinate
{
    /// <inheritdoc />
    public partial class AddMeetings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "meeting_picks",
                schema: "coordinate",
                columns: table => new
                {
                    area_path = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false, collation: "C"),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    picked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meeting_picks", x => new { x.area_path, x.case_id });
                    table.ForeignKey(
                        name: "FK_meeting_picks_cases_case_id",
                        column: x => x.case_id,
                        principalSchema: "coordinate",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_meeting_picks_case_id",
                schema: "coordinate",
                table: "meeting_picks",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_meeting_picks_picked_at",
                schema: "coordinate",
                table: "meeting_picks",
                column: "picked_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "meeting_picks",
                schema: "coordinate");
        }
    }
}
