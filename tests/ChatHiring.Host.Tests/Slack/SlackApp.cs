using System.Text.Json.Nodes;
using ChatHiring.Slack;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>The host with Slack set up, and what people do there in one line each.</summary>
internal static class SlackApp
{
    // A machine that runs all tests at once may take longer than Slack would wait.
    private static readonly SlackPatience Unhurried = new(TimeSpan.FromMinutes(1));

    public static HostApp On(TestDatabase database, SlackStandIn slack) =>
        new(database, services => services.AddSingleton(Unhurried).AddHttpClient("slack").ConfigurePrimaryHttpMessageHandler(() => slack))
        {
            Settings = new Dictionary<string, string> { ["Slack:SigningSecret"] = SlackPhone.Secret, ["Slack:BotToken"] = "xoxb-test" },
        };

    /// <summary>Posts go out through the bell: looks until it is so.</summary>
    public static async Task Comes(this SlackStandIn slack, Func<bool> isSo)
    {
        for (var look = 0; look < 2000 && !isSo(); look++)
            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System);
        Assert.True(isSo(), $"It did not come. Unknown to Slack: {string.Join(", ", slack.Unknown)}; messages: {string.Join(" | ", slack.Messages.Keys)}");
    }

    /// <summary>Opens the first card that waits in somebody's chat.</summary>
    public static async Task<string> OpenCard(this SlackPhone phone, SlackStandIn slack)
    {
        await slack.Comes(() => Waiting(slack, phone.Chat) is not null);
        var seat = Waiting(slack, phone.Chat)!;
        await phone.Press("open_card", seat);
        return seat;
    }

    /// <summary>Opens the first card that waits in somebody's chat, answers every page and submits.</summary>
    public static async Task WriteCard(this SlackPhone phone, SlackStandIn slack, string evidence = "They said zaunkoenig of it, which suggests a lot.")
    {
        await slack.Comes(() => Waiting(slack, phone.Chat) is not null);
        var seat = Waiting(slack, phone.Chat);
        await phone.Press("open_card", seat);
        for (var page = 0; page < 20 && Inputs(phone).Count > 0; page++)
        {
            foreach (var block in Inputs(phone))
                phone.Typed[block] = block.StartsWith("score:", StringComparison.Ordinal) ? "4" : evidence;
            await phone.SendForm();
        }

        var reply = await phone.SendForm();
        Assert.Contains("Card in, ", reply?.ToJsonString() ?? "", StringComparison.Ordinal);
        await slack.Comes(() => Waiting(slack, phone.Chat) != seat);
    }

    /// <summary>The seat of a question card that has not become a receipt.</summary>
    public static string? Waiting(SlackStandIn slack, string chat) => slack.Messages
        .Where(message => message.Key.StartsWith(chat + ":", StringComparison.Ordinal) && message.Value["text"]!.GetValue<string>().StartsWith("Your questions", StringComparison.Ordinal))
        .SelectMany(message => Buttons(message.Value)).FirstOrDefault(button => button["action_id"]!.GetValue<string>() == "open_card")?["value"]!.GetValue<string>();

    public static IReadOnlyList<string> Inputs(SlackPhone phone) =>
        [.. phone.Form!["blocks"]!.AsArray().Where(block => block!["type"]!.GetValue<string>() == "input").Select(block => block!["block_id"]!.GetValue<string>())];

    private static IEnumerable<JsonNode> Buttons(JsonObject message) =>
        message["blocks"]!.AsArray().Where(block => block!["type"]!.GetValue<string>() == "actions").SelectMany(block => block!["elements"]!.AsArray()).OfType<JsonNode>();
}
