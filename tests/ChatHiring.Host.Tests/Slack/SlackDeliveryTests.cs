using ChatHiring.Delivery;
using ChatHiring.Fakes.Slack;
using ChatHiring.Loops;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>What is written to Slack, when Slack does not play along.</summary>
public sealed class SlackDeliveryTests
{
    private static readonly string[] Panel = ["rosa", "dana", "dana", "eli", "ana", "bo", "mina"];

    [Theory, BothDatabases]
    public async Task An_anchor_past_editing_gives_one_new_debrief_and_one_ping(Engine engine)
    {
        await using var played = await Played.On(engine);
        await played.Slack.Comes(() => played.Slack.Roots().Count == 1);
        var anchor = played.Slack.Roots()[0];
        played.Slack.Messages.Change(anchor, message => message with { IsPastEditing = true });
        played.Slack.Faults.Always(call => call.Method == "chat.postMessage" && call["thread_ts"] == anchor.Ts ? new SlackFault.Refused("cannot_reply_to_message") : null);
        foreach (var name in Panel)
            await played.Phone(name).WriteCard(played.Slack);
        await played.Slack.Comes(() => Pings(played) == 1);
        Assert.Single(played.Slack.Roots(), root => root.Said.Contains("Nobody saw another", StringComparison.Ordinal));
        Assert.Equal(2, played.Slack.Roots().Count);
    }

    [Theory, BothDatabases]
    public async Task A_deleted_anchor_gives_one_new_debrief_and_one_ping(Engine engine)
    {
        await using var played = await Played.On(engine);
        await played.Slack.Comes(() => played.Slack.Roots().Count == 1);
        played.Slack.Messages.Delete(played.Slack.Roots()[0]);
        foreach (var name in Panel)
            await played.Phone(name).WriteCard(played.Slack);
        await played.Slack.Comes(() => Pings(played) == 1);
        Assert.Single(played.Slack.Roots());
    }

    [Theory, BothDatabases]
    public async Task A_message_to_a_person_whose_answer_was_lost_is_found_and_not_sent_again(Engine engine)
    {
        var lost = 0;
        await using var played = await Played.On(engine, slack =>
            slack.Faults.Always(call => call.Method == "chat.postMessage" && call["channel"] == SlackApp.MemberOf("rosa") && Interlocked.Increment(ref lost) == 1 ? new SlackFault.DropAfter() : null));
        await played.Slack.Comes(() => lost == 1);
        await DeliverUntil(played, () => played.Slack.Calls.Any(call => call.Method == "conversations.history"));
        await played.Phone("rosa").WriteCard(played.Slack);
        var posts = played.Slack.Calls.Where(call => call.Method == "chat.postMessage" && call["channel"] == SlackApp.MemberOf("rosa")).Select(call => call["metadata"]).ToList();
        Assert.Distinct(posts);
    }

    [Theory, BothDatabases]
    public async Task Whoever_is_taken_off_the_panel_keeps_no_questions_in_their_chat(Engine engine)
    {
        await using var played = await Played.On(engine);
        var bo = played.Phone("bo");
        await played.Slack.Comes(() => SlackApp.Waiting(played.Slack, bo.Chat) is not null);

        await played.App.Services.GetRequiredService<Commit>().Run(async db => await TakeOff(db, SlackApp.Waiting(played.Slack, bo.Chat)), CancellationToken.None);

        await played.Slack.Comes(() => played.Slack.Messages.In(bo.Chat).Count == 0);
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task A_channel_that_others_can_read_gets_nothing(Engine engine)
    {
        foreach (var (fault, why) in new (Func<FakeChannel, FakeChannel>, DeliveryReason)[]
            {
                (channel => channel with { IsPrivate = false }, DeliveryReason.ChannelPublic), (channel => channel with { IsArchived = true }, DeliveryReason.ChannelArchived),
                (channel => channel with { IsShared = true }, DeliveryReason.ChannelShared), (channel => channel with { IsMember = false }, DeliveryReason.NotInChannel),
            })
        {
            await using var played = await Played.On(engine, slack => slack.Workspace.ChangeChannel(SlackApp.Channel, fault));
            Assert.Equal(why, await ReasonOf(played, db => db.Posts.Where(post => post.Kind == PostKind.Anchor)));
            Assert.Empty(played.Slack.Roots());
        }
    }

    [Theory, BothDatabases]
    public async Task Once_the_bot_is_in_the_channel_the_recruiter_has_it_tried_again(Engine engine)
    {
        await using var played = await Played.On(engine, slack => slack.Workspace.ChangeChannel(SlackApp.Channel, channel => channel with { IsMember = false }));
        var rosa = await played.App.As("Rosa Meier");
        var refused = await rosa.Until("/loops", page => page.Html.QuerySelector("form[action='/loops?handler=again']") is not null);
        played.Slack.Workspace.ChangeChannel(SlackApp.Channel, channel => channel with { IsMember = true });

        var form = refused.Form("form[action='/loops?handler=again']");
        await rosa.Send(form, [], ("loop", form.QuerySelector("button")!.GetAttribute("value")!));

        await played.Slack.Comes(() => played.Slack.Roots().Count == 1);
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task A_guest_a_bot_and_somebody_who_left_are_not_written_to(Engine engine)
    {
        await using var played = await Played.On(engine, slack =>
        {
            slack.Workspace.Change(SlackApp.MemberOf("rosa"), rosa => rosa with { IsGuest = true });
            slack.Workspace.Change(SlackApp.MemberOf("bo"), bo => bo with { IsBot = true });
            slack.Workspace.Change(SlackApp.MemberOf("eli"), eli => eli with { HasLeft = true });
        });
        foreach (var (name, why) in new[] { ("rosa", DeliveryReason.NotAMember), ("bo", DeliveryReason.NotAMember), ("eli", DeliveryReason.Left) })
        {
            Assert.Equal(why, await ReasonOf(played, db => db.Posts.Where(post => post.Kind == PostKind.QuestionCard && db.People.Any(p => p.Id == post.PersonId && p.Email.StartsWith(name)))));
            Assert.DoesNotContain(played.Slack.Calls, call => call.Method.StartsWith("chat.", StringComparison.Ordinal) && call["channel"] == SlackApp.MemberOf(name));
        }
    }

    private static async Task<bool> TakeOff(HiringDb db, string? id)
    {
        var seat = new SeatId(Guid.Parse(id!));
        var loop = (await db.TakeLoop((await db.Seats.SingleAsync(one => one.Id == seat)).LoopId, CancellationToken.None))!;
        await LoopPanel.Load(db, loop, CancellationToken.None);
        loop.Interviews.SelectMany(interview => interview.Seats).Single(one => one.Id == seat).State = SeatState.Withdrawn;
        await Refresh.AfterChange(db, loop, CancellationToken.None);
        return true;
    }

    // What waits for its retry is made due, and delivered here rather than by the next sweep.
    private static async Task DeliverUntil(Played played, Func<bool> isSo)
    {
        var services = played.App.Services;
        for (var look = 0; look < 400 && !isSo(); look++)
        {
            await services.GetRequiredService<Commit>().Run(
                async db => (await db.Posts.AsTracking().Where(post => post.State == PostState.Waiting).ToListAsync()).Select(post => post.NextAttemptAt = DateTimeOffset.UnixEpoch).Count(),
                CancellationToken.None);
            await services.GetRequiredService<DeliverPosts>().Run(CancellationToken.None);
            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System);
        }

        Assert.True(isSo());
    }

    private static async Task<DeliveryReason?> ReasonOf(Played played, Func<HiringDb, IQueryable<Post>> which)
    {
        var snapshot = played.App.Services.GetRequiredService<Snapshot>();
        for (var look = 0; look < 400; look++)
        {
            if (await snapshot.Read(db => which(db).Where(post => post.State == PostState.Rejected).Select(post => post.Reason).FirstOrDefaultAsync(), CancellationToken.None) is { } why)
                return why;
            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System);
        }

        return null;
    }

    private static int Pings(Played played) => played.Slack.Messages.All.Count(message => message.IsBroadcast);
}
