using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Sqlite.Migrations.Kernel
{
    /// <inheritdoc />
    public partial class AddPush : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "kernel_push_subscriptions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: false),
                    device = table.Column<Guid>(type: "TEXT", nullable: false),
                    session = table.Column<Guid>(type: "TEXT", nullable: true),
                    endpoint = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false, comment: "personal: Personal; kept to tell this phone of news"),
                    endpoint_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    browser_key = table.Column<byte[]>(type: "BLOB", maxLength: 65, nullable: false),
                    browser_secret = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    key_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_push_subscriptions", x => x.id);
                    table.ForeignKey(
                        name: "FK_kernel_push_subscriptions_kernel_people_person",
                        column: x => x.person,
                        principalTable: "kernel_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kernel_push_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subscription = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    urgent = table.Column<bool>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_push_messages", x => x.id);
                    table.ForeignKey(
                        name: "FK_kernel_push_messages_kernel_push_subscriptions_subscription",
                        column: x => x.subscription,
                        principalTable: "kernel_push_subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_push_messages_due_at",
                table: "kernel_push_messages",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_push_messages_subscription",
                table: "kernel_push_messages",
                column: "subscription");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_push_subscriptions_endpoint_hash",
                table: "kernel_push_subscriptions",
                column: "endpoint_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_push_subscriptions_person_device",
                table: "kernel_push_subscriptions",
                columns: new[] { "person", "device" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_push_subscriptions_session",
                table: "kernel_push_subscriptions",
                column: "session");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kernel_push_messages");

            migrationBuilder.DropTable(
                name: "kernel_push_subscriptions");
        }
    }
}
