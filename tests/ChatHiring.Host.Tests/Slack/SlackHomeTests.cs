using System.Net;
using System.Text.Json.Nodes;
using ChatHiring.Fakes.Slack;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>The Home tab in Slack.</summary>
public sealed class SlackHomeTests
{
    [Theory, BothDatabases]
    public async Task A_card_is_opened_from_home_and_opening_home_again_shows_it_anew(Engine engine)
    {
        await using var played = await Played.On(engine);
        var phone = played.Phone("rosa");
        await played.Slack.Comes(() => SlackApp.Waiting(played.Slack, phone.Chat) is not null);
        var seat = SlackApp.Waiting(played.Slack, phone.Chat)!;
        for (var look = 0; look < 400 && played.Slack.HomeOf("UROSA")?.ToJsonString().Contains(seat, StringComparison.Ordinal) != true; look++)
        {
            Assert.Null((await phone.Event($"Ev{look}", new JsonObject { ["type"] = "app_home_opened", ["user"] = "UROSA", ["channel"] = phone.Chat, ["tab"] = "home" })).Fault);
            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System);
        }

        await phone.PressInHome("open_card");
        Assert.NotEmpty(SlackApp.Inputs(phone));
    }

    [Theory, BothDatabases]
    public async Task A_home_that_slack_did_not_take_is_published_when_slack_tells_of_it_again(Engine engine)
    {
        await using var played = await Played.On(engine);
        var phone = played.Phone("rosa");
        var opened = new JsonObject { ["type"] = "app_home_opened", ["user"] = "UROSA", ["channel"] = phone.Chat, ["tab"] = "home" };
        played.Slack.Faults.Next("views.publish", new SlackFault.Page());

        var attempts = await phone.Event("Ev1", opened, attempts: 2);

        Assert.NotEqual(HttpStatusCode.OK, attempts[0].Ack?.Status);
        Assert.Equal(HttpStatusCode.OK, attempts[1].Ack?.Status);
        Assert.NotNull(played.Slack.HomeOf("UROSA"));
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task The_messages_tab_is_no_home(Engine engine)
    {
        await using var played = await Played.On(engine);
        Assert.Null((await played.Phone("rosa").Event("Ev1", new JsonObject { ["type"] = "app_home_opened", ["user"] = "UROSA", ["channel"] = "DUROSA", ["tab"] = "messages" })).Fault);
        Assert.Null(played.Slack.HomeOf("UROSA"));
    }
}
