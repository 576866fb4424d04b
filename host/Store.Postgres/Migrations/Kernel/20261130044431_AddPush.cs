using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Postgres.Migrations.Kernel
{
    /// <inheritdoc />
    public partial class AddPush : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "push_subscriptions",
                schema: "kernel",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    device = table.Column<Guid>(type: "uuid", nullable: false),
                    session = table.Column<Guid>(type: "uuid", nullable: true),
                    endpoint = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, comment: "personal: Personal; kept to tell this phone of news"),
                    endpoint_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    browser_key = table.Column<byte[]>(type: "bytea", maxLength: 65, nullable: false),
                    browser_secret = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false),
                    language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    key_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_push_subscriptions", x => x.id);
                    table.ForeignKey(
                        name: "FK_push_subscriptions_people_person",
                        column: x => x.person,
                        principalSchema: "kernel",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "push_messages",
                schema: "kernel",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subscription = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    urgent = table.Column<bool>(type: "boolean", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_push_messages", x => x.id);
                    table.ForeignKey(
                        name: "FK_push_messages_push_subscriptions_subscription",
                        column: x => x.subscription,
                        principalSchema: "kernel",
                        principalTable: "push_subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_push_messages_due_at",
                schema: "kernel",
                table: "push_messages",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_push_messages_subscription",
                schema: "kernel",
                table: "push_messages",
                column: "subscription");

            migrationBuilder.CreateIndex(
                name: "IX_push_subscriptions_endpoint_hash",
                schema: "kernel",
                table: "push_subscriptions",
                column: "endpoint_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_push_subscriptions_person_device",
                schema: "kernel",
                table: "push_subscriptions",
                columns: new[] { "person", "device" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_push_subscriptions_session",
                schema: "kernel",
                table: "push_subscriptions",
                column: "session");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "push_messages",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "push_subscriptions",
                schema: "kernel");
        }
    }
}
