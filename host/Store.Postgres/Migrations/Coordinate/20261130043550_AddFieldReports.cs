using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Postgres.Migrations.Coordinate
{
    /// <inheritdoc />
    public partial class AddFieldReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "files",
                schema: "coordinate",
                table: "cases",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<Guid>(
                name: "grid",
                schema: "coordinate",
                table: "cases",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "case_requesters",
                schema: "coordinate",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, comment: "personal: Personal; kept to tell the resident how it ended"),
                    phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, comment: "personal: Personal; kept to tell the resident how it ended"),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    key_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_requesters", x => x.case_id);
                    table.ForeignKey(
                        name: "FK_case_requesters_cases_case_id",
                        column: x => x.case_id,
                        principalSchema: "coordinate",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_case_requesters_recorded_at",
                schema: "coordinate",
                table: "case_requesters",
                column: "recorded_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_requesters",
                schema: "coordinate");

            migrationBuilder.DropColumn(
                name: "files",
                schema: "coordinate",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "grid",
                schema: "coordinate",
                table: "cases");
        }
    }
}
