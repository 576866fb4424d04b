using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Sqlite.Migrations.Coordinate
{
    /// <inheritdoc />
    public partial class AddFieldReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "files",
                table: "coordinate_cases",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<Guid>(
                name: "grid",
                table: "coordinate_cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "coordinate_case_requesters",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true, comment: "personal: Personal; kept to tell the resident how it ended"),
                    phone = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true, comment: "personal: Personal; kept to tell the resident how it ended"),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    key_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coordinate_case_requesters", x => x.case_id);
                    table.ForeignKey(
                        name: "FK_coordinate_case_requesters_coordinate_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "coordinate_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_coordinate_case_requesters_recorded_at",
                table: "coordinate_case_requesters",
                column: "recorded_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "coordinate_case_requesters");

            migrationBuilder.DropColumn(
                name: "files",
                table: "coordinate_cases");

            migrationBuilder.DropColumn(
                name: "grid",
                table: "coordinate_cases");
        }
    }
}
