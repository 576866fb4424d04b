using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Sqlite.Migrations.Serve
{
    /// <inheritdoc />
    public partial class AddSealedMedia : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_sealed",
                table: "serve_submission_media",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "is_sealed",
                table: "serve_submission_media");
        }
    }
}
