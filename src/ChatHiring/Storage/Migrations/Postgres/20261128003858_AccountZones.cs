using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatHiring.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AccountZones : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "account_zone_id",
                table: "people",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "look_up_at",
                table: "people",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_people_look_up_at",
                table: "people",
                column: "look_up_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_people_look_up_at",
                table: "people");

            migrationBuilder.DropColumn(
                name: "account_zone_id",
                table: "people");

            migrationBuilder.DropColumn(
                name: "look_up_at",
                table: "people");
        }
    }
}
