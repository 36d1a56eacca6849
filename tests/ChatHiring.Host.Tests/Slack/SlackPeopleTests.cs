using System.Text.Json.Nodes;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>Who somebody in Slack is here. An address counts only where our own workspace vouches for it.</summary>
public sealed class SlackPeopleTests
{
    [Theory]
    [InlineData("T1", true)]
    [InlineData("T9", false)]
    public async Task Somebody_of_another_company_is_nobody_here_whatever_their_address(string team, bool isKnown)
    {
        var slack = new SlackStandIn();
        // Nobody in our workspace has Ana's account, so that the first to come with her address would be taken for her.
        slack.Says["UANA"] = new JsonObject { ["is_restricted"] = true };
        slack.Says["UEVE"] = new JsonObject { ["team_id"] = team, ["profile"] = new JsonObject { ["email"] = "ana@example.com" } };
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = SlackApp.On(database, slack);
        using var http = app.CreateClient();
        await slack.Comes(() => !slack.Messages.IsEmpty);

        using var answer = await new SlackPhone(http, slack, "UEVE").Command("status", "DUEVE");

        Assert.Equal(isKnown, !(await answer.Content.ReadAsStringAsync()).Contains("You have no interviews here", StringComparison.Ordinal));
    }
}
