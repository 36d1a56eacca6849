using System.Text.Json;
using System.Text.Json.Nodes;
using ChatHiring.Slack;
using ChatHiring.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>A database that gives no answer: whoever pressed something reads that it came to nothing.</summary>
public sealed class SlackOutageTests
{
    private const string Later = "Nothing was changed and nothing is lost";

    [Fact]
    public async Task A_button_in_a_form_lays_a_note_over_it_and_a_tap_does_not()
    {
        var outage = new Outage();
        await using var played = await Played.On(Engine.Sqlite, services: services => services.AddSingleton<ISlackTokens>(outage));
        var phone = played.Phone("rosa");
        await phone.OpenCard(played.Slack);
        await phone.SendForm();
        var page = phone.Form!.ToJsonString();
        outage.IsOn = true;

        await phone.Press("score", "4", inForm: true);
        Assert.Equal(page, phone.Form!.ToJsonString());
        await phone.Press("back", null, inForm: true);

        Assert.Contains(Later, phone.Form!.ToJsonString(), StringComparison.Ordinal);
        Assert.Single(played.Slack.Calls, call => call.Method == "views.push");
    }

    [Fact]
    public async Task A_button_in_the_home_tab_opens_a_note()
    {
        var outage = new Outage();
        await using var played = await Played.On(Engine.Sqlite, services: services => services.AddSingleton<ISlackTokens>(outage));
        var phone = played.Phone("rosa");
        await played.Slack.Comes(() => SlackApp.Waiting(played.Slack, phone.Chat) is not null);
        await phone.Event("Ev1", new JsonObject { ["type"] = "app_home_opened", ["user"] = "UROSA", ["channel"] = phone.Chat, ["tab"] = "home" });
        outage.IsOn = true;

        await phone.PressAtHome("open_card", SlackApp.Waiting(played.Slack, phone.Chat));

        Assert.Contains(Later, phone.Form!.ToJsonString(), StringComparison.Ordinal);
    }

    private sealed class Outage : ISlackTokens
    {
        public bool IsOn { get; set; }

        public Task<string?> Bot(CancellationToken cancel) => Task.FromResult<string?>("xoxb-test");

        public Task<bool> IsFor(JsonElement payload, CancellationToken cancel) => IsOn ? throw new StorageUnavailableException("down") : Task.FromResult(true);

        public Task<string?> Renewed(string expired, CancellationToken cancel) => Task.FromResult<string?>(null);
    }
}
