using ChatHiring.Fakes.Slack;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>Who somebody in Slack is here. An address counts only where our own workspace vouches for it.</summary>
public sealed class SlackPeopleTests
{
    [Theory]
    [InlineData("T1", true)]
    [InlineData("T9", false)]
    public async Task Somebody_of_another_company_is_nobody_here_whatever_their_address(string team, bool isKnown)
    {
        await using var slack = await SlackApp.Slack();
        // Nobody in our workspace has Ana's account, so that the first to come with her address would be taken for her.
        slack.Workspace.Change("UANA", ana => ana with { IsGuest = true });
        slack.Workspace.Add(new FakeMember("UEVE", Cast.Ana) { Team = team });
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = SlackApp.On(database, slack);
        using var http = app.CreateClient();
        await slack.Comes(() => slack.Messages.All.Count > 0);

        var answer = await new SlackPhone(http, slack, "UEVE").Command("status", "DUEVE");

        Assert.Equal(isKnown, !answer.Body.Contains("You have no interviews here", StringComparison.Ordinal));
    }
}
