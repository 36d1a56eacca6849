using System.Text.Json.Nodes;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>"I can't make it" from the question card in Slack, through the front door.</summary>
public sealed class SlackDeclineTests
{
    private const string Reason = "zaunkoenig, back on Monday";

    [Theory, BothDatabases]
    public async Task The_card_says_that_it_was_said_and_becomes_the_questions_again(Engine engine)
    {
        await using var played = await Played.On(engine);
        var (bo, rosa) = (played.Phone("bo"), played.Phone("rosa"));
        await played.App.BeginsSoon("Bo Lind");
        await played.Slack.Comes(() => Says(played, bo.Chat, "cant_make_it"));
        var seat = SlackApp.Waiting(played.Slack, bo.Chat)!;

        await bo.Press("cant_make_it", seat);
        bo.Typed["reason"] = Reason;
        var reply = await bo.SendForm();

        Assert.Contains("Rosa Meier has been told", reply!.ToJsonString(), StringComparison.Ordinal);
        await played.Slack.Comes(() => Says(played, bo.Chat, "You said you can\\u0027t make it. Rosa Meier has been told."));
        await played.Slack.Comes(() => Says(played, rosa.Chat, Reason));
        Assert.Null(SlackApp.Waiting(played.Slack, bo.Chat));
        var carrying = played.Slack.Calls.Where(call => call.Method.StartsWith("chat.", StringComparison.Ordinal) && call.Arguments.Values.Any(value => value.Contains(Reason, StringComparison.Ordinal))).ToList();
        Assert.All(carrying, call => Assert.Contains(call["channel"], new[] { SlackApp.MemberOf("rosa"), rosa.Chat }));
        Assert.All(carrying, call => Assert.DoesNotContain(Reason, call["text"] + JsonNode.Parse(call["blocks"])![0], StringComparison.Ordinal));

        await bo.Press("can_make_it", seat);

        Assert.Contains("yours again", bo.Form!.ToJsonString(), StringComparison.Ordinal);
        await played.Slack.Comes(() => SlackApp.Waiting(played.Slack, bo.Chat) == seat);
        await played.Slack.Comes(() => Says(played, rosa.Chat, "can make it after all") && !Says(played, rosa.Chat, Reason));
    }

    [Theory, BothDatabases]
    public async Task The_same_form_that_comes_again_after_it_was_taken_back_declines_nothing(Engine engine)
    {
        await using var played = await Played.On(engine);
        var (bo, rosa) = (played.Phone("bo"), played.Phone("rosa"));
        await played.App.BeginsSoon("Bo Lind");
        await played.Slack.Comes(() => Says(played, bo.Chat, "cant_make_it"));
        var seat = SlackApp.Waiting(played.Slack, bo.Chat)!;
        await bo.Press("cant_make_it", seat);
        bo.Typed["reason"] = Reason;
        var form = bo.Submission();
        Assert.Contains("Rosa Meier has been told", (await bo.Slack.Interaction(form)).Body, StringComparison.Ordinal);
        await played.Slack.Comes(() => Says(played, bo.Chat, "can_make_it"));
        await bo.Forge("can_make_it", seat);
        await played.Slack.Comes(() => SlackApp.Waiting(played.Slack, bo.Chat) == seat);

        await bo.Slack.Interaction(form);

        Assert.Equal(ChatHiring.Loops.SeatState.Owed, await StateOf(played, seat));
    }

    [Theory, BothDatabases]
    public async Task I_can_make_it_that_comes_again_after_a_second_decline_takes_no_seat(Engine engine)
    {
        await using var played = await Played.On(engine);
        var bo = played.Phone("bo");
        await played.App.BeginsSoon("Bo Lind");
        await played.Slack.Comes(() => Says(played, bo.Chat, "cant_make_it"));
        var seat = SlackApp.Waiting(played.Slack, bo.Chat)!;
        await bo.Press("cant_make_it", seat);
        await bo.SendForm();
        await played.Slack.Comes(() => Says(played, bo.Chat, "can_make_it"));
        var pressed = bo.Pressed("can_make_it", seat);
        await bo.Slack.Interaction(pressed);
        await played.Slack.Comes(() => SlackApp.Waiting(played.Slack, bo.Chat) == seat);
        await bo.Press("cant_make_it", seat);
        await bo.SendForm();

        await bo.Slack.Interaction(pressed);

        Assert.Equal(ChatHiring.Loops.SeatState.Declined, await StateOf(played, seat));
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task Somebody_elses_seat_is_nobodys_to_decline_and_a_long_reason_stays_in_its_field(Engine engine)
    {
        await using var played = await Played.On(engine);
        var (ana, bo) = (played.Phone("ana"), played.Phone("bo"));
        await played.App.BeginsSoon("Bo Lind");
        await played.Slack.Comes(() => Says(played, bo.Chat, "cant_make_it"));
        var seat = SlackApp.Waiting(played.Slack, bo.Chat)!;

        await ana.Forge("cant_make_it", seat);
        Assert.Contains("no card of yours", ana.Form!.ToJsonString(), StringComparison.Ordinal);
        await bo.Press("cant_make_it", seat);
        bo.Typed["reason"] = new string('x', 301);
        Assert.Equal("This is 301 characters long, and 300 fit.", (await bo.SendForm())!["errors"]!["reason"]!.GetValue<string>());
        bo.Typed["reason"] = Reason;
        foreach (var other in (SlackPhone[])[ana, played.Phone("stranger")])
            Assert.Contains(Reason, (await other.SendFormOf(bo))!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(seat, SlackApp.Waiting(played.Slack, bo.Chat));
    }

    [Theory, BothDatabases]
    public async Task Once_the_interview_is_over_the_card_does_not_offer_it_and_an_old_button_says_why(Engine engine)
    {
        await using var played = await Played.On(engine);
        var bo = played.Phone("bo");
        await played.Slack.Comes(() => SlackApp.Waiting(played.Slack, bo.Chat) is not null);

        Assert.False(Says(played, bo.Chat, "cant_make_it"));
        await bo.Forge("cant_make_it", SlackApp.Waiting(played.Slack, bo.Chat)!);
        Assert.Contains("The interview is over", bo.Form!.ToJsonString(), StringComparison.Ordinal);
    }

    private static Task<ChatHiring.Loops.SeatState> StateOf(Played played, string seat) => played.App.Services.GetRequiredService<Snapshot>().Read(
        async db => (await db.Seats.ToListAsync()).Single(one => one.Id.ToString() == seat).State, CancellationToken.None);

    private static bool Says(Played played, string chat, string text) =>
        played.Slack.Messages.In(chat).Any(message => message.Said.Contains(text, StringComparison.Ordinal));
}
