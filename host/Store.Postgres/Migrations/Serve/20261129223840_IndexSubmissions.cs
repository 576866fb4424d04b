using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Postgres.Migrations.Serve
{
    /// <inheritdoc />
    public partial class IndexSubmissions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_submissions_area_path_form_code_sequence",
                schema: "serve",
                table: "submissions");

            migrationBuilder.CreateIndex(
                name: "ix_submissions_area",
                schema: "serve",
                table: "submissions",
                columns: new[] { "area_path", "form_code", "filled_at", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_submissions_order",
                schema: "serve",
                table: "submissions",
                columns: new[] { "form_code", "filled_at", "sequence", "area_path" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_submissions_area",
                schema: "serve",
                table: "submissions");

            migrationBuilder.DropIndex(
                name: "ix_submissions_order",
                schema: "serve",
                table: "submissions");

            migrationBuilder.CreateIndex(
                name: "IX_submissions_area_path_form_code_sequence",
                schema: "serve",
                table: "submissions",
                columns: new[] { "area_path", "form_code", "sequence" });
        }
    }
}
