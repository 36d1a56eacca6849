using ChatHiring.Delivery;
using ChatHiring.Fakes.Slack;
using ChatHiring.Fakes.Teams;
using ChatHiring.Host.Tests.Slack;
using ChatHiring.Host.Tests.Teams;
using ChatHiring.Slack.Cards;
using ChatHiring.Slack.Inbound;
using ChatHiring.Slack.Install;
using ChatHiring.Storage;
using ChatHiring.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ChatHiring.Host.Tests;

/// <summary>One panel of which some sit in Slack, some in Teams and one on the web, and one debrief where the channel is.</summary>
public sealed class PanelAcrossPlatformsTests
{
    private static readonly string[] InSlack = ["rosa", "dana", "dana", "ana"];
    private static readonly string[] InTeams = ["eli", "bo"];

    [Theory]
    [InlineData(Engine.Sqlite, true), InlineData(Engine.Sqlite, false), InlineData(Engine.Postgres, true), InlineData(Engine.Postgres, false)]
    public async Task Seven_cards_from_three_places_open_one_debrief_where_the_channel_is(Engine engine, bool isChannelInTeams)
    {
        Assert.SkipWhen(engine == Engine.Postgres && TestDatabase.Server is null, "CHATHIRING_TEST_POSTGRES is not set; ./test.sh brings a server.");
        await using var database = new TestDatabase(engine);
        await using var slack = await Slack(isChannelInTeams ? "another" : "hiring-backend");
        await using var teams = await TeamsApp.Teams(team => team with { Members = [.. InTeams.Select(TeamsApp.AadOf)] });
        if (!isChannelInTeams)
            teams.Tenant.ChangeChannel(TeamsApp.Channel, channel => channel with { Name = "another" });
        await using var app = TeamsApp.On(database, teams, services => services.AddSingleton(new SlackPatience(TimeSpan.FromMinutes(1))), new()
        {
            ["Slack:BotToken"] = slack.Workspace.BotToken,
            ["Slack:SigningSecret"] = SlackPhone.Secret,
            ["Slack:ApiUrl"] = slack.Api.ToString(),
        });
        TeamsPhone InTeam(string name) => new(app.CreateClient(), teams, new FakeDevice(teams, TeamsApp.AadOf(name)));
        await InTeam("eli").Happens(events => events.InstalledInTeam(TeamsApp.Team));

        foreach (var name in InTeams)
            await InTeam(name).WriteCard($"They said zaun{name} of it, which suggests a lot.");
        foreach (var name in InSlack)
            await new SlackPhone(app.CreateClient(), slack, SlackApp.MemberOf(name)).WriteCard(slack, $"They said zaun{name} of it, which suggests a lot.");
        Assert.DoesNotContain(slack.Calls, call => call.Arguments.Values.Any(value => value.Contains("zaun", StringComparison.Ordinal) && call.Method.StartsWith("chat.", StringComparison.Ordinal)));
        Assert.DoesNotContain(teams.Messages.All, message => message.Said.Contains("zaun", StringComparison.Ordinal));
        await (await app.As("Mina Sato")).WriteCard("Cross-functional", "zaunmina");
        await Delivered(app);

        var (inSlack, inTeams) = (slack.Roots().Count(root => root.Said.Contains("Nobody saw another", StringComparison.Ordinal)), teams.Roots().Count(root => root.Said.Contains("Nobody saw another", StringComparison.Ordinal)));
        Assert.Equal(isChannelInTeams ? (0, 1) : (1, 0), (inSlack, inTeams));
        var said = string.Concat(slack.Messages.All.Select(message => message.Said).Concat(teams.Messages.All.Select(message => message.Said)));
        foreach (var name in InSlack.Concat(InTeams).Append("mina"))
            Assert.Contains($"zaun{name}", said, StringComparison.Ordinal);
        Assert.Equal(1, await app.Services.GetRequiredService<Snapshot>().Read(db => db.Debriefs.CountAsync(), CancellationToken.None));
        Assert.Equal(DeliveryReason.NoAccount, await app.Services.GetRequiredService<Snapshot>().Read(
            db => db.Posts.Where(post => post.Kind == PostKind.QuestionCard && db.People.Any(person => person.Id == post.PersonId && person.Email.StartsWith("mina"))).Select(post => post.Reason).SingleAsync(), CancellationToken.None));
    }

    private static async Task<FakeSlack> Slack(string channel)
    {
        var slack = await FakeSlack.Start(new FakeTimeProvider(TimeProvider.System.GetUtcNow()));
        slack.Workspace.Scopes = SlackScopes.Asked.ToHashSet();
        slack.Workspace.Add(new FakeChannel(SlackApp.Channel, channel) { IsPrivate = true });
        slack.Workspace.Add([.. InSlack.Distinct().Select(name => new FakeMember(SlackApp.MemberOf(name), name + "@example.com"))]);
        return slack;
    }

    // What was put off is made due.
    private static async Task Delivered(HostApp app)
    {
        for (var look = 0; look < 400; look++)
        {
            await app.Services.GetRequiredService<Commit>().Run(
                async db => (await db.Posts.AsTracking().Where(post => post.State == PostState.Waiting).ToListAsync()).Select(post => post.NextAttemptAt = DateTimeOffset.UnixEpoch).Count(), CancellationToken.None);
            await app.Services.GetRequiredService<DeliverPosts>().Run(CancellationToken.None);
            if (await app.Services.GetRequiredService<Snapshot>().Read(db => db.Posts.AnyAsync(post => post.Kind == PostKind.Debrief && post.State == PostState.Delivered), CancellationToken.None))
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System);
        }

        Assert.Fail("No debrief was delivered.");
    }
}
