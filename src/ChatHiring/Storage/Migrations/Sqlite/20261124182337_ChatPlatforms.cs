using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatHiring.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ChatPlatforms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "platform",
                table: "posts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "refresh_at",
                table: "posts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "may_have_been_sent",
                table: "messages",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "last_acted_at",
                table: "chat_accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "addresses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    platform = table.Column<string>(type: "TEXT", nullable: false),
                    channel_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    external_id = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_addresses", x => x.id);
                    table.ForeignKey(
                        name: "fk_addresses_channels_channel_id",
                        column: x => x.channel_id,
                        principalTable: "channels",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "inbound_claims",
                columns: table => new
                {
                    platform = table.Column<string>(type: "TEXT", nullable: false),
                    inbound_id = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbound_claims", x => new { x.platform, x.inbound_id });
                });

            migrationBuilder.CreateTable(
                name: "installations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    platform = table.Column<string>(type: "TEXT", nullable: false),
                    workspace = table.Column<string>(type: "TEXT", nullable: false),
                    secrets = table.Column<string>(type: "TEXT", nullable: true),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    installed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_installations", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_addresses_channel_id",
                table: "addresses",
                column: "channel_id");

            migrationBuilder.CreateIndex(
                name: "ix_addresses_platform_channel_id",
                table: "addresses",
                columns: new[] { "platform", "channel_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inbound_claims_at",
                table: "inbound_claims",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_installations_platform_workspace",
                table: "installations",
                columns: new[] { "platform", "workspace" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "addresses");

            migrationBuilder.DropTable(
                name: "inbound_claims");

            migrationBuilder.DropTable(
                name: "installations");

            migrationBuilder.DropColumn(
                name: "platform",
                table: "posts");

            migrationBuilder.DropColumn(
                name: "refresh_at",
                table: "posts");

            migrationBuilder.DropColumn(
                name: "may_have_been_sent",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "last_acted_at",
                table: "chat_accounts");
        }
    }
}
