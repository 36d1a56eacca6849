using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatHiring.Slack.Install;

namespace ChatHiring.Platforms.Tests.Slack;

/// <summary>The manifest, the cards and the code name the same things. Slack's own schema does not notice a misspelt scope or an http address.</summary>
public sealed class SlackManifestTests
{
    private static readonly JsonElement Manifest = Read("slack.json");

    [Fact]
    public void It_asks_for_the_scopes_that_the_code_asks_for_and_no_more() =>
        Assert.Equal(SlackScopes.Asked.Order(), Texts(Manifest.GetProperty("oauth_config").GetProperty("scopes").GetProperty("bot")).Order());

    [Fact]
    public void No_scope_lets_the_bot_read_a_channel() =>
        Assert.DoesNotContain(SlackScopes.Asked, scope => scope.EndsWith(":history", StringComparison.Ordinal) && scope != "im:history");

    [Fact]
    public void It_subscribes_to_the_events_that_the_code_knows() => Assert.All(
        Texts(Manifest.GetProperty("settings").GetProperty("event_subscriptions").GetProperty("bot_events")),
        name => Assert.Contains($"\"{name}\"", Source("SlackEvents.cs"), StringComparison.Ordinal));

    [Fact]
    public void Every_address_is_https_and_one_of_ours()
    {
        var addresses = Regex.Matches(Manifest.GetRawText(), "\"(http[^\"]*)\"").Select(match => match.Groups[1].Value).ToList();
        var routes = Source("SlackEndpoints.cs") + Source("SlackInstall.cs");

        Assert.Equal(5, addresses.Count);
        Assert.All(addresses, address => Assert.StartsWith("https://hiring.example.com/slack/", address, StringComparison.Ordinal));
        Assert.All(addresses, address => Assert.Contains($"\"{new Uri(address).AbsolutePath}\"", routes, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_button_of_a_card_is_known_to_the_code()
    {
        var cards = Directory.GetFiles(Path.Combine(Root, "cards", "slack"), "*.json").Select(File.ReadAllText);
        var ids = cards.SelectMany(card => Regex.Matches(card, "\"action_id\": \"([a-z_]+)\"")).Select(match => match.Groups[1].Value).Distinct().ToList();
        string[] inputsAndLinks = ["evidence", "reason", "open_loops"];

        Assert.Contains("open_card", ids);
        Assert.All(ids.Except(inputsAndLinks), id => Assert.Contains($"\"{id}\"", Source("SlackActions.cs"), StringComparison.Ordinal));
    }

    [Fact]
    public void For_Socket_Mode_it_is_the_same_app_without_an_address()
    {
        var expected = JsonNode.Parse(Manifest.GetRawText())!;
        DropAddresses(expected);
        (expected["settings"]!["socket_mode_enabled"], expected["settings"]!["token_rotation_enabled"]) = (true, false);

        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(Read("slack-socket-mode.json").GetRawText())));
    }

    private static void DropAddresses(JsonNode node)
    {
        if (node is JsonArray list)
            foreach (var item in list.OfType<JsonNode>())
                DropAddresses(item);
        if (node is not JsonObject members)
            return;
        foreach (var name in members.Select(member => member.Key).Where(name => name.EndsWith("url", StringComparison.Ordinal) || name.EndsWith("urls", StringComparison.Ordinal)).ToList())
            members.Remove(name);
        foreach (var child in members.Select(member => member.Value).OfType<JsonNode>())
            DropAddresses(child);
    }

    [Theory]
    [InlineData("name", 35)]
    [InlineData("description", 140)]
    public void What_is_shown_of_the_app_fits(string property, int limit) =>
        Assert.InRange(Manifest.GetProperty("display_information").GetProperty(property).GetString()!.Length, 1, limit);

    private static string Root
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "ChatHiring.sln")))
                folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No solution above the tests.");
            return folder;
        }
    }

    private static JsonElement Read(string name)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "manifests", name)));
        return file.RootElement.Clone();
    }

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(item => item.GetString() ?? "");

    private static string Source(string file) => File.ReadAllText(Directory.GetFiles(Path.Combine(Root, "src", "ChatHiring.Slack"), file, SearchOption.AllDirectories).Single());
}
