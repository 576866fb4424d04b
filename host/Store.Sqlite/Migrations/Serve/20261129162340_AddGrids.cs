using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Sqlite.Migrations.Serve
{
    /// <inheritdoc />
    public partial class AddGrids : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "serve_area_outlines",
                columns: table => new
                {
                    path = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    geometry = table.Column<string>(type: "TEXT", nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_serve_area_outlines", x => x.path);
                });

            migrationBuilder.CreateTable(
                name: "serve_grid_imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    area_path = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    format = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    rows = table.Column<int>(type: "INTEGER", nullable: false),
                    added = table.Column<int>(type: "INTEGER", nullable: false),
                    changed = table.Column<int>(type: "INTEGER", nullable: false),
                    unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    fault_count = table.Column<int>(type: "INTEGER", nullable: false),
                    faults = table.Column<string>(type: "TEXT", nullable: false),
                    done = table.Column<int>(type: "INTEGER", nullable: false),
                    cancel_requested = table.Column<bool>(type: "INTEGER", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_serve_grid_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "serve_grids",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    use = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    parent = table.Column<Guid>(type: "TEXT", nullable: true),
                    area_path = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    households = table.Column<int>(type: "INTEGER", nullable: false),
                    residents = table.Column<int>(type: "INTEGER", nullable: false),
                    latitude = table.Column<double>(type: "REAL", nullable: true),
                    longitude = table.Column<double>(type: "REAL", nullable: true),
                    square_metres = table.Column<double>(type: "REAL", nullable: false),
                    boundary = table.Column<int>(type: "INTEGER", nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_serve_grids", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "serve_grid_boundaries",
                columns: table => new
                {
                    grid_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    area_path = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    micro = table.Column<bool>(type: "INTEGER", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: true),
                    geometry = table.Column<string>(type: "TEXT", nullable: false),
                    west = table.Column<double>(type: "REAL", nullable: false),
                    south = table.Column<double>(type: "REAL", nullable: false),
                    east = table.Column<double>(type: "REAL", nullable: false),
                    north = table.Column<double>(type: "REAL", nullable: false),
                    square_metres = table.Column<double>(type: "REAL", nullable: false),
                    drawn_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    accepted_faults = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_serve_grid_boundaries", x => new { x.grid_id, x.number });
                    table.ForeignKey(
                        name: "FK_serve_grid_boundaries_serve_grids_grid_id",
                        column: x => x.grid_id,
                        principalTable: "serve_grids",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "serve_grid_posts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    grid_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    area_path = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: false),
                    post = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    shifts = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: true),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_serve_grid_posts", x => x.id);
                    table.ForeignKey(
                        name: "FK_serve_grid_posts_serve_grids_grid_id",
                        column: x => x.grid_id,
                        principalTable: "serve_grids",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "serve_leaves",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    area_path = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    absent = table.Column<Guid>(type: "TEXT", nullable: false),
                    absent_post = table.Column<Guid>(type: "TEXT", nullable: false),
                    deputy = table.Column<Guid>(type: "TEXT", nullable: false),
                    deputy_post = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    entered_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_serve_leaves", x => x.id);
                    table.ForeignKey(
                        name: "FK_serve_leaves_serve_grid_posts_absent",
                        column: x => x.absent,
                        principalTable: "serve_grid_posts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_serve_leaves_serve_grid_posts_deputy",
                        column: x => x.deputy,
                        principalTable: "serve_grid_posts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_grid_boundaries_area",
                table: "serve_grid_boundaries",
                column: "area_path",
                filter: "until is null");

            migrationBuilder.CreateIndex(
                name: "ix_grid_boundaries_present",
                table: "serve_grid_boundaries",
                columns: new[] { "south", "north", "west", "east", "area_path" },
                filter: "until is null");

            migrationBuilder.CreateIndex(
                name: "IX_serve_grid_imports_area_path_at",
                table: "serve_grid_imports",
                columns: new[] { "area_path", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_serve_grid_posts_area_path_id",
                table: "serve_grid_posts",
                columns: new[] { "area_path", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_serve_grid_posts_grid_id",
                table: "serve_grid_posts",
                column: "grid_id");

            migrationBuilder.CreateIndex(
                name: "IX_serve_grid_posts_person",
                table: "serve_grid_posts",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_serve_grid_posts_post",
                table: "serve_grid_posts",
                column: "post");

            migrationBuilder.CreateIndex(
                name: "ix_grids_area",
                table: "serve_grids",
                columns: new[] { "area_path", "code", "name", "kind", "closed_at" });

            migrationBuilder.CreateIndex(
                name: "IX_serve_grids_code",
                table: "serve_grids",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_grids_places",
                table: "serve_grids",
                columns: new[] { "latitude", "longitude", "area_path", "households", "kind", "closed_at" });

            migrationBuilder.CreateIndex(
                name: "IX_serve_grids_parent",
                table: "serve_grids",
                column: "parent");

            migrationBuilder.CreateIndex(
                name: "IX_serve_leaves_absent",
                table: "serve_leaves",
                column: "absent");

            migrationBuilder.CreateIndex(
                name: "IX_serve_leaves_area_path",
                table: "serve_leaves",
                column: "area_path");

            migrationBuilder.CreateIndex(
                name: "IX_serve_leaves_deputy",
                table: "serve_leaves",
                column: "deputy");

            migrationBuilder.CreateIndex(
                name: "IX_serve_leaves_until_from",
                table: "serve_leaves",
                columns: new[] { "until", "from" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "serve_area_outlines");

            migrationBuilder.DropTable(
                name: "serve_grid_boundaries");

            migrationBuilder.DropTable(
                name: "serve_grid_imports");

            migrationBuilder.DropTable(
                name: "serve_leaves");

            migrationBuilder.DropTable(
                name: "serve_grid_posts");

            migrationBuilder.DropTable(
                name: "serve_grids");
        }
    }
}
