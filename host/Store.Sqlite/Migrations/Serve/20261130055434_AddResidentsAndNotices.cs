using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Sqlite.Migrations.Serve
{
    /// <inheritdoc />
    public partial class AddResidentsAndNotices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "serve_grid_doors",
                columns: table => new
                {
                    grid = table.Column<Guid>(type: "TEXT", nullable: false),
                    area_path = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    token = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_serve_grid_doors", x => x.grid);
                    table.ForeignKey(
                        name: "FK_serve_grid_doors_serve_grids_grid",
                        column: x => x.grid,
                        principalTable: "serve_grids",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "serve_questions",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    grid = table.Column<Guid>(type: "TEXT", nullable: false),
                    area_path = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    secret_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    lines = table.Column<string>(type: "TEXT", nullable: false, comment: "personal: Personal; kept to answer the resident"),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_at = table.Column<long>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    key_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_serve_questions", x => x.sequence);
                    table.UniqueConstraint("AK_serve_questions_id", x => x.id);
                    table.ForeignKey(
                        name: "FK_serve_questions_serve_grids_grid",
                        column: x => x.grid,
                        principalTable: "serve_grids",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "serve_ready_answers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_serve_ready_answers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "serve_resident_cards",
                columns: table => new
                {
                    person = table.Column<Guid>(type: "TEXT", nullable: false),
                    show_name = table.Column<bool>(type: "INTEGER", nullable: false),
                    show_hours = table.Column<bool>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_serve_resident_cards", x => x.person);
                });

            migrationBuilder.CreateTable(
                name: "serve_worker_notices",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    area_path = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    urgent = table.Column<bool>(type: "INTEGER", nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: true),
                    unit_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    withdrawn_at = table.Column<long>(type: "INTEGER", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_serve_worker_notices", x => x.sequence);
                    table.UniqueConstraint("AK_serve_worker_notices_id", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "serve_notice_reads",
                columns: table => new
                {
                    notice = table.Column<Guid>(type: "TEXT", nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_serve_notice_reads", x => new { x.notice, x.person });
                    table.ForeignKey(
                        name: "FK_serve_notice_reads_serve_worker_notices_notice",
                        column: x => x.notice,
                        principalTable: "serve_worker_notices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_serve_grid_doors_token",
                table: "serve_grid_doors",
                column: "token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_serve_questions_grid_last_at",
                table: "serve_questions",
                columns: new[] { "grid", "last_at" });

            migrationBuilder.CreateIndex(
                name: "IX_serve_questions_last_at",
                table: "serve_questions",
                column: "last_at");

            migrationBuilder.CreateIndex(
                name: "IX_serve_questions_secret_hash",
                table: "serve_questions",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_serve_ready_answers_unit_at",
                table: "serve_ready_answers",
                columns: new[] { "unit", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_serve_worker_notices_area_path_until",
                table: "serve_worker_notices",
                columns: new[] { "area_path", "until" });

            migrationBuilder.CreateIndex(
                name: "IX_serve_worker_notices_until",
                table: "serve_worker_notices",
                column: "until");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "serve_grid_doors");

            migrationBuilder.DropTable(
                name: "serve_notice_reads");

            migrationBuilder.DropTable(
                name: "serve_questions");

            migrationBuilder.DropTable(
                name: "serve_ready_answers");

            migrationBuilder.DropTable(
                name: "serve_resident_cards");

            migrationBuilder.DropTable(
                name: "serve_worker_notices");
        }
    }
}
