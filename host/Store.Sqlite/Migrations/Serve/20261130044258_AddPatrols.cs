using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Sqlite.Migrations.Serve
{
    /// <inheritdoc />
    public partial class AddPatrols : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "serve_patrol_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    grid_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    area_path = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    points = table.Column<string>(type: "TEXT", nullable: false),
                    every_days = table.Column<int>(type: "INTEGER", nullable: false),
                    by_hour = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_serve_patrol_plans", x => x.id);
                    table.ForeignKey(
                        name: "FK_serve_patrol_plans_serve_grids_grid_id",
                        column: x => x.grid_id,
                        principalTable: "serve_grids",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "serve_patrols",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plan = table.Column<Guid>(type: "TEXT", nullable: false),
                    area_path = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    walker = table.Column<Guid>(type: "TEXT", nullable: true, comment: "personal: Internal; kept to let only the walker go on with the walk"),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    finished_at = table.Column<long>(type: "INTEGER", nullable: true),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    points = table.Column<int>(type: "INTEGER", nullable: false),
                    done = table.Column<int>(type: "INTEGER", nullable: false),
                    key_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_serve_patrols", x => x.id);
                    table.ForeignKey(
                        name: "FK_serve_patrols_serve_patrol_plans_plan",
                        column: x => x.plan,
                        principalTable: "serve_patrol_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "serve_check_ins",
                columns: table => new
                {
                    patrol_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    point_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    accuracy_metres = table.Column<double>(type: "REAL", nullable: true),
                    by_hand = table.Column<bool>(type: "INTEGER", nullable: false),
                    photos = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_serve_check_ins", x => new { x.patrol_id, x.point_id });
                    table.ForeignKey(
                        name: "FK_serve_check_ins_serve_patrols_patrol_id",
                        column: x => x.patrol_id,
                        principalTable: "serve_patrols",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_serve_check_ins_point_id",
                table: "serve_check_ins",
                column: "point_id");

            migrationBuilder.CreateIndex(
                name: "IX_serve_patrol_plans_area_path_id",
                table: "serve_patrol_plans",
                columns: new[] { "area_path", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_serve_patrol_plans_grid_id",
                table: "serve_patrol_plans",
                column: "grid_id");

            migrationBuilder.CreateIndex(
                name: "IX_serve_patrols_area_path",
                table: "serve_patrols",
                column: "area_path");

            migrationBuilder.CreateIndex(
                name: "IX_serve_patrols_plan_started_at",
                table: "serve_patrols",
                columns: new[] { "plan", "started_at" });

            migrationBuilder.CreateIndex(
                name: "IX_serve_patrols_recorded_at",
                table: "serve_patrols",
                column: "recorded_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "serve_check_ins");

            migrationBuilder.DropTable(
                name: "serve_patrols");

            migrationBuilder.DropTable(
                name: "serve_patrol_plans");
        }
    }
}
