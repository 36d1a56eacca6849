using System.Text.Json.Nodes;
using ChatHiring.Delivery;
using ChatHiring.Fakes.Slack;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>Late cards as they arrive in Slack: nudges, word to whoever looks after the loop, and the end.</summary>
public sealed class SlackRemindersTests
{
    [Theory, BothDatabases]
    public async Task A_late_card_is_asked_for_told_of_and_closed_and_every_message_leads_where_it_is_acted_on(Engine engine)
    {
        await using var played = await Played.On(engine);
        foreach (var name in (string[])["rosa", "dana", "dana", "eli", "bo", "mina"])
            await played.Phone(name).WriteCard(played.Slack);
        var (services, ana, rosa, dana) = (played.App.Services, played.Phone("ana"), played.Phone("rosa"), played.Phone("dana"));
        var clock = services.GetRequiredService<ProductClock>();
        var seat = await ana.OpenCard(played.Slack);
        var (score, evidence) = SlackFormTests.Blocks(ana);
        (ana.Typed[score], ana.Typed[evidence]) = ("2", "They said zaunkoenig.");
        await ana.Press("score", "2", inForm: true);

        await services.GetRequiredService<FastForward>().To(InHours(clock.Now.AddDays(6)), CancellationToken.None);
        await played.Slack.Comes(() => In(played, ana, "A scorecard is waiting").Count > 0 && In(played, rosa, "A loop needs your attention").Count > 0 && In(played, dana, "A loop needs your attention").Count > 0);
        var nudge = In(played, ana, "A scorecard is waiting")[^1];
        Assert.Equal((string[])["open_card"], SlackApp.Buttons(nudge).Select(button => button["action_id"]!.GetValue<string>()));
        Assert.Equal(seat, SlackApp.Buttons(nudge).First()["value"]!.GetValue<string>());
        await ana.Press("open_card", seat);
        Assert.NotEmpty(SlackApp.Inputs(ana));
        foreach (var told in In(played, rosa, "A loop needs your attention").Concat(In(played, dana, "A loop needs your attention")))
        {
            Assert.Contains("Ana Silva", told.Said, StringComparison.Ordinal);
            Assert.Contains(SlackApp.Buttons(told), button => button["url"]?.GetValue<string>().Contains("/loops#loop-", StringComparison.Ordinal) == true);
        }

        await services.GetRequiredService<FastForward>().To(InHours(clock.Now.AddDays(30)), CancellationToken.None);
        await played.Slack.Comes(() => In(played, ana, "A scorecard is closed").Count > 0);
        await played.Slack.Comes(() => played.Slack.Messages.In(rosa.Chat).Any(message => SlackApp.Buttons(message).Any(button => button["action_id"]!.GetValue<string>() == "go_ahead")));
        Assert.DoesNotContain(played.Slack.Messages.All, message => message.IsBroadcast);

        // A closed seat may still be written while nothing is open (the button is there): what was typed is found.
        await ana.Press("open_card", seat);
        await ana.Press("back", null, inForm: true);
        Assert.Contains("They said zaunkoenig.", ana.Form!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(played.Slack.Calls, call => call.Method.StartsWith("chat.", StringComparison.Ordinal) && call.Arguments.Values.Any(value => value.Contains("They said zaunkoenig.", StringComparison.Ordinal)));
        await NoMoreThanTwoADay(played);
    }

    [Theory, BothDatabases]
    public async Task A_nudge_by_hand_says_who_asks_and_leads_to_the_form(Engine engine)
    {
        await using var played = await Played.On(engine);
        var (ana, bo) = (played.Phone("ana"), played.Phone("bo"));
        await played.Slack.Comes(() => SlackApp.Waiting(played.Slack, ana.Chat) is not null);
        var seat = SlackApp.Waiting(played.Slack, ana.Chat)!;
        await Nudge(played);

        await played.Slack.Comes(() => In(played, ana, "A scorecard is waiting").Any(message => message.Said.Contains("Rosa Meier asks for your card", StringComparison.Ordinal)));
        var nudge = In(played, ana, "A scorecard is waiting").First(message => message.Said.Contains("Rosa Meier asks", StringComparison.Ordinal));
        Assert.Equal(seat, SlackApp.Buttons(nudge).Single()["value"]!.GetValue<string>());
        Assert.DoesNotContain(played.Slack.Messages.In(bo.Chat), message => message.Said.Contains("Rosa Meier asks", StringComparison.Ordinal));
        await ana.Press("open_card", seat);
        Assert.NotEmpty(SlackApp.Inputs(ana));
    }

    [Theory]
    [InlineData(-1, 5, true)]
    [InlineData(1, 5, false)]
    [InlineData(-5, -1, false)]
    public async Task A_nudge_waits_until_its_reader_may_be_disturbed_in_Slack(int from, int until, bool isHeld)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        await using var played = await Played.On(Engine.Sqlite, slack => slack.Workspace.Change(
            "UANA", ana => ana with { QuietFrom = now.AddHours(from).ToUnixTimeSeconds(), QuietUntil = now.AddHours(until).ToUnixTimeSeconds() }));
        await played.Slack.Comes(() => SlackApp.Waiting(played.Slack, played.Phone("ana").Chat) is not null);
        await Nudge(played);
        var snapshot = played.App.Services.GetRequiredService<Snapshot>();

        await played.Slack.Comes(() => Nudges().GetAwaiter().GetResult().Exists(post =>
            isHeld ? (post.State, post.Reason, post.NextAttemptAt) == (PostState.Waiting, DeliveryReason.DoNotDisturb, now.AddHours(until)) : post.State == PostState.Delivered));

        Task<List<Post>> Nudges() => snapshot.Read(db => db.Posts.Where(post => post.Kind == PostKind.Nudge && post.FromId != null).ToListAsync(), CancellationToken.None);
    }

    // The first hour in which it may be sent.
    private static async Task Nudge(Played played)
    {
        var services = played.App.Services;
        var (rosa, clock) = (await PersonOf(played, Cast.Rosa), services.GetRequiredService<ProductClock>());
        var held = await services.GetRequiredService<Snapshot>().Read(
            db => db.Seats.Where(one => db.People.Any(person => person.Id == one.PersonId && person.Email == Cast.Ana)).Select(one => one.Id).SingleAsync(), CancellationToken.None);
        SendNudge.Outcome outcome = new SendNudge.Outcome.NotFound();
        for (var hour = 0; hour < 24 * 5 && outcome is not SendNudge.Outcome.Sent; hour++)
        {
            clock.MoveTo(clock.Now.AddHours(1));
            outcome = await services.GetRequiredService<SendNudge>().Run(new(rosa, held), CancellationToken.None);
        }
    }

    // What is still in a host's hand when the clock jumps keeps its reader's hours: a jump into a night would hold it until the next working day.
    private static DateTimeOffset InHours(DateTimeOffset at)
    {
        var weekday = Enumerable.Range(0, 3).Select(day => at.AddDays(day)).First(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        return new(weekday.Date.AddHours(10), at.Offset);
    }

    private static List<FakeMessage> In(Played played, SlackPhone phone, string notification) =>
        [.. played.Slack.Messages.In(phone.Chat).Where(message => message.Text == notification)];

    private static Task<ChatHiring.People.PersonId> PersonOf(Played played, string email) =>
        played.App.Services.GetRequiredService<Snapshot>().Read(db => db.People.Where(person => person.Email == email).Select(person => person.Id).SingleAsync(), CancellationToken.None);

    private static async Task NoMoreThanTwoADay(Played played)
    {
        var sent = await played.App.Services.GetRequiredService<Snapshot>().Read(
            db => db.Posts.Where(post => post.Kind == ChatHiring.Delivery.PostKind.Nudge && post.State == ChatHiring.Delivery.PostState.Delivered).Select(post => new { post.PersonId, post.CreatedAt }).ToListAsync(), CancellationToken.None);
        Assert.NotEmpty(sent);
        Assert.All(sent.GroupBy(post => (post.PersonId, post.CreatedAt.Date)), day => Assert.InRange(day.Count(), 1, 2));
    }
}
