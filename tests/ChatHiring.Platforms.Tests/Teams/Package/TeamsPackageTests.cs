using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;
using ChatHiring.Teams.Package;
using ChatHiring.Tests;

namespace ChatHiring.Platforms.Tests.Teams.Package;

/// <summary>What an administrator uploads is judged before Teams judges it, with one sentence for each fault.</summary>
public sealed class TeamsPackageTests
{
    public static TheoryData<string> Sentences => [.. SpoiltManifests.All.Keys];

    [Fact]
    public void Ours_holds_the_manifest_with_app_and_domain_in_it_and_two_icons()
    {
        var manifest = Packed.Manifest;

        Assert.Equal(["color.png", "manifest.json", "outline.png"], Packed.Files(Packed.Ours).Keys.Order());
        Assert.Equal((Packed.AppId, Packed.AppId), (manifest["id"]!.GetValue<string>(), manifest["bots"]![0]!["botId"]!.GetValue<string>()));
        Assert.Equal("https://hiring.example.com/", manifest["developer"]!["websiteUrl"]!.GetValue<string>());
        Assert.Equal(Packed.Ours, Packed.Ours);
    }

    [Fact]
    public void Ours_asks_for_no_permission_and_offers_the_words_that_the_bot_knows()
    {
        var manifest = Packed.Manifest;
        var known = File.ReadAllText(Repository.File("src", "ChatHiring.Teams", "Inbound", "TeamsCommands.cs"));

        Assert.All((string[])["authorization", "webApplicationInfo", "permissions", "devicePermissions", "validDomains"], member => Assert.False(manifest.ContainsKey(member)));
        Assert.Equal(["status", "open", "help"], SpoiltManifests.Commands(manifest).Select(command => command!["title"]!.GetValue<string>()));
        Assert.All(SpoiltManifests.Commands(manifest), command => Assert.Contains($"\"{command!["title"]}\"", known, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Sentences))]
    public void A_fault_of_the_manifest_is_said_in_one_sentence(string sentence) =>
        Assert.Single(TeamsPackage.FaultsOf(Packed.With(SpoiltManifests.All[sentence])), fault => fault.StartsWith(sentence, StringComparison.Ordinal) && fault.EndsWith('.'));

    [Fact]
    public void Ten_commands_were_the_most_before_1_24()
    {
        var older = Packed.With(manifest =>
        {
            (manifest["manifestVersion"], manifest["$schema"]) = ("1.23", null);
            manifest.Remove("supportsChannelFeatures");
            SpoiltManifests.Repeat(SpoiltManifests.Commands(manifest), 11);
        });

        Assert.Equal(["commandLists: a list has 11 commands, and 10 at most are allowed."], TeamsPackage.FaultsOf(older));
    }

    [Fact]
    public void An_icon_is_measured_by_its_header()
    {
        var outline = Packed.Files(Packed.Ours)["outline.png"];
        var colour = Packed.Files(Packed.Ours)["color.png"];

        Assert.Equal(["outline.png is 192 by 192 pixels: icons.outline is 32 by 32."], TeamsPackage.FaultsOf(Packed.With("outline.png", colour)));
        Assert.Equal(["color.png is 32 by 32 pixels: icons.color is 192 by 192."], TeamsPackage.FaultsOf(Packed.With("color.png", outline)));
        Assert.Equal(["color.png is no PNG."], TeamsPackage.FaultsOf(Packed.With("color.png", "GIF89a"u8.ToArray())));
        Assert.Equal(["icons.color names color.png, which is not in the package."], TeamsPackage.FaultsOf(Packed.With("color.png", null)));
        BinaryPrimitives.WriteInt32BigEndian(colour.AsSpan(16), 32);
        BinaryPrimitives.WriteInt32BigEndian(colour.AsSpan(20), 32);
        Assert.Equal(["outline.png has no alpha channel: icons.outline is white on a transparent ground."], TeamsPackage.FaultsOf(Packed.With("outline.png", colour)));
    }

    [Fact]
    public void A_manifest_that_is_missing_or_no_object_is_named()
    {
        Assert.Equal(["manifest.json is not at the top of the package."], TeamsPackage.FaultsOf(Packed.With("manifest.json", null)));
        Assert.Equal(["manifest.json is no JSON, from line 2 on."], TeamsPackage.FaultsOf(Packed.With("manifest.json", Encoding.UTF8.GetBytes("{\n,}"))));
        Assert.Equal(["The manifest is no JSON object."], TeamsPackage.FaultsOf(Packed.With("manifest.json", Encoding.UTF8.GetBytes("[]"))));
    }

    [Theory]
    [InlineData(null, "https://hiring.example.com", "Teams:AppId is not set")]
    [InlineData("x", "https://hiring.example.com", "Teams:AppId is not set")]
    [InlineData(Packed.AppId, null, "PublicUrl '' is no https address")]
    [InlineData(Packed.AppId, "http://hiring.example.com", "PublicUrl 'http://hiring.example.com/' is no https address")]
    [InlineData(Packed.AppId, "https://127.0.0.1:5080", "PublicUrl 'https://127.0.0.1:5080/' is no https address")]
    public void Without_app_or_domain_there_is_no_package(string? appId, string? address, string said)
    {
        var (zip, faults) = TeamsPackage.Build(Packed.Folder, appId, address is null ? null : new Uri(address));

        Assert.Empty(zip);
        Assert.StartsWith(said, Assert.Single(faults), StringComparison.Ordinal);
    }
}
