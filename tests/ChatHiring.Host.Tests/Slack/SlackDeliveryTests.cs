using System.Text.Json.Nodes;
using ChatHiring.Delivery;
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
        await played.Slack.Comes(() => Roots(played).Count == 1);
        var anchor = Roots(played)[0]["ts"]!.GetValue<string>();
        played.Slack.Instead = (method, form) => (method, form.GetValueOrDefault("ts"), form.GetValueOrDefault("thread_ts")) switch
        {
            ("chat.update", { } ts, _) when ts == anchor => SlackStandIn.Refused("edit_window_closed"),
            ("chat.postMessage", _, { } thread) when thread == anchor => SlackStandIn.Refused("cannot_reply_to_message"),
            _ => null,
        };
        foreach (var name in Panel)
            await played.Phone(name).WriteCard(played.Slack);
        await played.Slack.Comes(() => Pings(played) == 1);
        Assert.Single(Roots(played), root => root.ToJsonString().Contains("Nobody saw another", StringComparison.Ordinal));
        Assert.Equal(2, Roots(played).Count);
        Assert.DoesNotContain(played.Slack.Calls, call => call.Method == "conversations.history" && !call.Form["channel"].StartsWith('D'));
    }

    [Theory, BothDatabases]
    public async Task A_deleted_anchor_gives_one_new_debrief_and_one_ping(Engine engine)
    {
        await using var played = await Played.On(engine);
        await played.Slack.Comes(() => Roots(played).Count == 1);
        played.Slack.Messages.Remove(played.Slack.Messages.Keys.Single(key => key.StartsWith(SlackStandIn.Channel, StringComparison.Ordinal)), out _);
        foreach (var name in Panel)
            await played.Phone(name).WriteCard(played.Slack);
        await played.Slack.Comes(() => Pings(played) == 1);
        Assert.Single(Roots(played));
    }

    [Theory, BothDatabases]
    public async Task A_message_to_a_person_whose_answer_was_lost_is_found_and_not_sent_again(Engine engine)
    {
        var lost = 0;
        await using var played = await Played.On(engine, slack =>
            slack.Loses = (method, form) => method == "chat.postMessage" && form["channel"] == SlackStandIn.MemberOf("rosa") && Interlocked.Increment(ref lost) == 1);
        await played.Slack.Comes(() => lost == 1);
        await DeliverUntil(played, () => played.Slack.Calls.Any(call => call.Method == "conversations.history"));
        await played.Phone("rosa").WriteCard(played.Slack);
        var posts = played.Slack.Calls.Where(call => call.Method == "chat.postMessage" && call.Form["channel"] == SlackStandIn.MemberOf("rosa")).Select(call => call.Form["metadata"]).ToList();
        Assert.Distinct(posts);
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task A_channel_that_others_can_read_gets_nothing(Engine engine)
    {
        foreach (var (fault, why) in new (JsonObject, DeliveryReason)[]
            {
                (new JsonObject { ["is_private"] = false }, DeliveryReason.ChannelPublic), (new JsonObject { ["is_archived"] = true }, DeliveryReason.ChannelArchived),
                (new JsonObject { ["is_ext_shared"] = true }, DeliveryReason.ChannelShared), (new JsonObject { ["is_member"] = false }, DeliveryReason.NotInChannel),
            })
        {
            await using var played = await Played.On(engine, slack => slack.Says[SlackStandIn.Channel] = fault);
            Assert.Equal(why, await ReasonOf(played, db => db.Posts.Where(post => post.Kind == PostKind.Anchor)));
            Assert.Empty(Roots(played));
        }
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task A_guest_a_bot_and_somebody_who_left_are_not_written_to(Engine engine)
    {
        await using var played = await Played.On(engine, slack =>
        {
            slack.Says[SlackStandIn.MemberOf("rosa")] = new JsonObject { ["is_restricted"] = true };
            slack.Says[SlackStandIn.MemberOf("bo")] = new JsonObject { ["is_bot"] = true };
            slack.Says[SlackStandIn.MemberOf("eli")] = new JsonObject { ["deleted"] = true };
        });
        foreach (var (name, why) in new[] { ("rosa", DeliveryReason.NotAMember), ("bo", DeliveryReason.NotAMember), ("eli", DeliveryReason.Left) })
        {
            Assert.Equal(why, await ReasonOf(played, db => db.Posts.Where(post => post.Kind == PostKind.QuestionCard && db.People.Any(p => p.Id == post.PersonId && p.Email.StartsWith(name)))));
            Assert.DoesNotContain(played.Slack.Received, body => body["channel"] == SlackStandIn.MemberOf(name));
        }
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

    private static List<JsonObject> Roots(Played played) =>
        [.. played.Slack.Messages.Where(message => message.Key.StartsWith(SlackStandIn.Channel, StringComparison.Ordinal) && message.Value["thread_ts"] is null).Select(message => message.Value)];

    private static int Pings(Played played) => played.Slack.Messages.Values.Count(message => message["broadcast"]!.GetValue<bool>());
}
