using System.Text.Json.Nodes;
using ChatHiring.Fakes.Slack;
using ChatHiring.Slack.Inbound;
using ChatHiring.Slack.Install;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>The host with Slack set up, and what people do there in one line each.</summary>
internal static class SlackApp
{
    public const string Channel = "C0HIRING";

    // A machine that runs all tests at once may take longer than Slack would wait.
    private static readonly SlackPatience Unhurried = new(TimeSpan.FromMinutes(1));

    /// <summary>Slack with the cast in it and the hiring channel. Its clock stands, so that no trigger runs out on a slow machine.</summary>
    public static async Task<FakeSlack> Slack()
    {
        var slack = await FakeSlack.Start(new FakeTimeProvider(TimeProvider.System.GetUtcNow()));
        slack.Workspace.Scopes = SlackScopes.Asked.ToHashSet();
        slack.Workspace.Add(new FakeChannel(Channel, "hiring-backend") { IsPrivate = true });
        slack.Workspace.Add([.. new[] { Cast.Rosa, Cast.Dana, Cast.Ana, Cast.Bo, Cast.Eli, Cast.Mina }.Select(email => new FakeMember(MemberOf(email.Split('@')[0]), email))]);
        return slack;
    }

    public static HostApp On(TestDatabase database, FakeSlack slack) => On(database, slack, new() { ["Slack:BotToken"] = slack.Workspace.BotToken });

    /// <param name="also">What is registered besides.</param>
    public static HostApp On(TestDatabase database, FakeSlack slack, Dictionary<string, string> settings, SlackPatience? patience = null, Action<IServiceCollection>? also = null) =>
        new(database, services =>
        {
            services.AddSingleton(patience ?? Unhurried);
            also?.Invoke(services);
        })
        {
            Settings = new Dictionary<string, string>(settings) { ["Slack:SigningSecret"] = SlackPhone.Secret, ["Slack:ApiUrl"] = slack.Api.ToString() },
        };

    /// <summary>The member id of somebody by the part of their address before the @.</summary>
    public static string MemberOf(string name) => "U" + name.ToUpperInvariant();

    /// <summary>Posts go out through the bell: looks until it is so.</summary>
    public static async Task Comes(this FakeSlack slack, Func<bool> isSo)
    {
        for (var look = 0; look < 2000 && !isSo(); look++)
            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System);
        Assert.True(isSo(), $"It did not come. Wrong: {string.Join(", ", slack.Wrong)}; messages: {string.Join(" | ", slack.Messages.All.Select(message => $"{message.Channel}:{message.Ts}"))}");
    }

    /// <summary>Opens the first card that waits in somebody's chat.</summary>
    public static async Task<string> OpenCard(this SlackPhone phone, FakeSlack slack)
    {
        await slack.Comes(() => Waiting(slack, phone.Chat) is not null);
        var seat = Waiting(slack, phone.Chat)!;
        await phone.Press("open_card", seat);
        return seat;
    }

    /// <summary>Opens the first card that waits in somebody's chat, answers every page and submits.</summary>
    public static async Task WriteCard(this SlackPhone phone, FakeSlack slack, string evidence = "They said zaunkoenig of it, which suggests a lot.")
    {
        var seat = await phone.FillCard(slack, evidence);
        await phone.Submit(slack, seat);
    }

    /// <summary>Opens the first card that waits, which is complete but not submitted, and submits it.</summary>
    public static async Task Finish(this SlackPhone phone, FakeSlack slack) => await phone.Submit(slack, await phone.OpenCard(slack));

    /// <summary>Writes a card and does not wait for its message to become the receipt.</summary>
    public static async Task WriteCardUnseen(this SlackPhone phone, FakeSlack slack)
    {
        await phone.FillCard(slack);
        Assert.Contains("Card in, ", (await phone.SendForm())?.ToJsonString() ?? "", StringComparison.Ordinal);
    }

    private static async Task Submit(this SlackPhone phone, FakeSlack slack, string seat)
    {
        var reply = await phone.SendForm();
        Assert.Contains("Card in, ", reply?.ToJsonString() ?? "", StringComparison.Ordinal);
        await slack.Comes(() => Waiting(slack, phone.Chat) != seat);
    }

    /// <summary>Opens the first card that waits in somebody's chat and answers every page: the review is on top.</summary>
    public static async Task<string> FillCard(this SlackPhone phone, FakeSlack slack, string evidence = "They said zaunkoenig of it, which suggests a lot.", string score = "4")
    {
        var seat = await phone.OpenCard(slack);
        for (var page = 0; page < 20 && Inputs(phone).Count > 0; page++)
        {
            foreach (var block in Inputs(phone))
                phone.Typed[block] = block.StartsWith("score:", StringComparison.Ordinal) ? score : evidence;
            await phone.SendForm();
        }

        return seat;
    }

    /// <summary>The seat of a question card that has not become a receipt.</summary>
    public static string? Waiting(FakeSlack slack, string chat) => slack.Messages.In(chat)
        .Where(message => message.Text.StartsWith("Your questions", StringComparison.Ordinal))
        .SelectMany(Buttons).FirstOrDefault(button => button["action_id"]!.GetValue<string>() == "open_card")?["value"]!.GetValue<string>();

    public static IReadOnlyList<string> Inputs(SlackPhone phone) => [.. FormState.Inputs(phone.Form!).Select(block => block["block_id"]!.GetValue<string>())];

    /// <summary>What "Change" leads to, line by line of a review.</summary>
    public static IReadOnlyList<string> Jumps(SlackPhone phone) =>
    [
        .. phone.Form!["blocks"]!.AsArray().SelectMany(block => block!["elements"]?.AsArray() ?? []).Where(element => element!["action_id"]?.GetValue<string>() == "jump")
            .Select(element => element!["value"]!.GetValue<string>()),
    ];

    public static IEnumerable<JsonNode> Buttons(FakeMessage message) =>
        message.Blocks.Where(block => block!["type"]!.GetValue<string>() == "actions").SelectMany(block => block!["elements"]!.AsArray()).OfType<JsonNode>();

    /// <summary>The first message in the channel, which is no reply.</summary>
    public static IReadOnlyList<FakeMessage> Roots(this FakeSlack slack) => [.. slack.Messages.In(Channel).Where(message => message.ThreadTs is null)];
}
