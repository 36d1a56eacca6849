using System.Text.Json.Nodes;
using ChatHiring.Delivery;
using ChatHiring.Fakes.Slack;
using ChatHiring.LoopFiles;
using ChatHiring.Packs;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>Slack does what it is asked and the answer is lost, says to wait, or takes nothing at all: people find one debrief, once.</summary>
public sealed class SlackLostAnswersTests
{
    private static readonly string[] Panel = ["rosa", "dana", "dana", "eli", "ana", "bo", "mina"];

    [Theory]
    [InlineData(Engine.Sqlite, 0), InlineData(Engine.Sqlite, 1), InlineData(Engine.Sqlite, 2), InlineData(Engine.Sqlite, 3), InlineData(Engine.Sqlite, 4), InlineData(Engine.Sqlite, 5)]
    [InlineData(Engine.Postgres, 0), InlineData(Engine.Postgres, 2)]
    public async Task Whichever_answer_of_a_debrief_is_lost_there_is_one_debrief_and_what_may_have_come_twice_is_listed(Engine engine, int at)
    {
        Assert.SkipWhen(engine == Engine.Postgres && TestDatabase.Server is null, "CHATHIRING_TEST_POSTGRES is not set; ./test.sh brings a server.");
        await using var played = await Played.On(engine);
        foreach (var name in Panel[..^1])
            await played.Phone(name).WriteCard(played.Slack);
        var mina = played.Phone("mina");
        await mina.FillCard(played.Slack);
        var (count, lost) = (0, "");
        played.Slack.Faults.Always(call =>
        {
            if (call["channel"] != SlackApp.Channel || Interlocked.Increment(ref count) != at + 1)
                return null;
            lost = call.Method + (call["reply_broadcast"] == "true" ? " ping" : "");
            return new SlackFault.DropAfter();
        });
        await mina.SendForm();
        await DeliverUntil(played, async () => await StateOf(played) == PostState.Delivered);
        TestContext.Current.TestOutputHelper?.WriteLine($"{at}: {lost}");

        var root = Assert.Single(played.Slack.Roots());
        Assert.Contains("Nobody saw another", root.Said, StringComparison.Ordinal);
        var replies = played.Slack.Messages.In(SlackApp.Channel).Where(message => message.ThreadTs is not null).ToList();
        Assert.All(replies, reply => Assert.Equal(root.Ts, reply.ThreadTs));
        var twice = replies.GroupBy(reply => reply.Metadata!.ToJsonString()).Count(same => same.Count() > 1);
        Assert.Equal(lost.StartsWith("chat.postMessage", StringComparison.Ordinal) ? 1 : 0, twice);
        Assert.Equal(lost.EndsWith("ping", StringComparison.Ordinal) ? 2 : 1, replies.Count(reply => reply.IsBroadcast));
        Assert.Equal(twice, await played.App.Services.GetRequiredService<Snapshot>().Read(
            db => db.Posts.Where(post => post.Kind == PostKind.Debrief).SelectMany(post => post.Messages).CountAsync(message => message.MayHaveComeTwice), CancellationToken.None));
    }

    [Theory, BothDatabases]
    public async Task A_card_that_somebody_deleted_comes_again_once_though_the_answer_is_lost(Engine engine)
    {
        await using var played = await Played.On(engine);
        var (rosa, web) = (played.Phone("rosa"), await played.App.As("Rosa Meier"));
        await played.Slack.Comes(() => SlackApp.Waiting(played.Slack, rosa.Chat) is not null);
        foreach (var message in played.Slack.Messages.In(rosa.Chat))
            played.Slack.Messages.Delete(message);
        var lost = 0;
        played.Slack.Faults.Always(call => call.Method == "chat.postMessage" && call["blocks"].Contains("Card in", StringComparison.Ordinal) && Interlocked.Increment(ref lost) == 1 ? new SlackFault.DropAfter() : null);
        await web.WriteCard("Recruiter screen", "zaunkoenig");
        await played.Slack.Comes(() => lost == 1);
        await DeliverUntil(played, async () => await WaitingPosts(played) == 0);

        Assert.Single(played.Slack.Messages.In(rosa.Chat), message => message.Said.Contains("Card in", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_card_whose_answer_was_lost_is_taken_from_somebody_who_was_taken_off_meanwhile(Engine engine)
    {
        var lost = 0;
        await using var played = await Played.On(engine, slack => slack.Faults.Always(call =>
            call.Method == "chat.postMessage" && call["channel"] == "UBO" && IsCard(call["text"]) && Interlocked.Increment(ref lost) == 1 ? new SlackFault.DropAfter() : null));
        var bo = played.Phone("bo");
        await played.App.BeginsSoon("Bo Lind");
        await played.Slack.Comes(() => lost == 1);
        var (services, sample) = (played.App.Services, await File.ReadAllTextAsync(Path.Combine(Repository.Root, "samples", "backend-engineer-loop.yaml")));
        Assert.IsType<ImportLoops.Outcome.Imported>(await services.GetRequiredService<ImportLoops>().RunSample(
            sample.Replace("[ana@example.com, bo@example.com]", "[ana@example.com, eli@example.com]", StringComparison.Ordinal), services.GetRequiredService<PackShelf>(), services.GetRequiredService<ProductClock>().Now));

        await DeliverUntil(played, async () => await WaitingPosts(played) == 0);

        Assert.DoesNotContain(played.Slack.Messages.In(bo.Chat), message => IsCard(message.Text));
    }

    [Theory, BothDatabases]
    public async Task Try_again_after_a_ping_that_was_refused_points_to_the_debrief_once(Engine engine)
    {
        await using var played = await Played.On(engine);
        await played.Slack.Comes(() => played.Slack.Roots().Count == 1);
        var anchor = played.Slack.Roots()[0];
        played.Slack.Messages.Change(anchor, message => message with { IsPastEditing = true });
        var refuses = true;
        played.Slack.Faults.Always(call => refuses && call["reply_broadcast"] == "true" ? new SlackFault.Refused("restricted_action") : null);
        foreach (var name in Panel)
            await played.Phone(name).WriteCard(played.Slack);
        await DeliverUntil(played, async () => await StateOf(played) == PostState.Rejected);
        refuses = false;
        await TryAgain(played);
        await DeliverUntil(played, async () => await StateOf(played) == PostState.Delivered);

        Assert.Single(played.Slack.Messages.All, message => message.IsBroadcast);
        Assert.Single(played.Slack.Messages.In(SlackApp.Channel), message => message.ThreadTs == anchor.Ts);
        Assert.Equal(2, played.Slack.Roots().Count);
    }

    [Theory, BothDatabases]
    public async Task A_debrief_whose_anchor_is_gone_and_whose_first_message_had_no_answer_is_left_to_somebody_who_can_look(Engine engine)
    {
        await using var played = await BeforeTheLast(engine);
        played.Slack.Messages.Delete(Assert.Single(played.Slack.Roots()));
        var lost = 0;
        played.Slack.Faults.Always(call => call.Method == "chat.postMessage" && call["channel"] == SlackApp.Channel && Interlocked.Increment(ref lost) == 1 ? new SlackFault.DropAfter() : null);
        await played.Phone("mina").WriteCardUnseen(played.Slack);
        await DeliverUntil(played, async () => await StateOf(played) == PostState.Rejected);
        await DeliverUntil(played, () => Task.FromResult(false), looks: 10);
        Assert.Single(played.Slack.Roots(), IsDebrief);

        played.Slack.Messages.Delete(Assert.Single(played.Slack.Roots()));
        await TryAgain(played);
        await DeliverUntil(played, async () => await StateOf(played) == PostState.Delivered);
        Assert.Single(played.Slack.Roots(), IsDebrief);
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task A_channel_that_could_not_be_looked_up_has_been_sent_nothing(Engine engine)
    {
        await using var played = await BeforeTheLast(engine);
        played.Slack.Messages.Delete(Assert.Single(played.Slack.Roots()));
        var failed = 0;
        played.Slack.Faults.Always(call => call.Method == "conversations.info" && Interlocked.Increment(ref failed) < 3 ? new SlackFault.Refused("internal_error") : null);
        await played.Phone("mina").WriteCardUnseen(played.Slack);

        await DeliverUntil(played, async () => await StateOf(played) == PostState.Delivered);

        Assert.True(failed > 2);
        Assert.Single(played.Slack.Roots(), IsDebrief);
    }

    [Theory, BothDatabases]
    public async Task A_debrief_whose_first_message_was_deleted_between_its_parts_is_whole_in_one_thread_after_Try_again(Engine engine)
    {
        await using var played = await BeforeTheLast(engine);
        var (refuses, replies) = (true, 0);
        played.Slack.Faults.Always(call => refuses && call["thread_ts"].Length > 0 && call["channel"] == SlackApp.Channel && Interlocked.Increment(ref replies) > 1 ? new SlackFault.Refused("restricted_action") : null);
        await played.Phone("mina").WriteCardUnseen(played.Slack);
        await DeliverUntil(played, async () => await StateOf(played) == PostState.Rejected);
        Assert.Equal(2, replies);
        var first = Assert.Single(played.Slack.Roots());
        played.Slack.Messages.Delete(first);
        refuses = false;
        await TryAgain(played);
        await DeliverUntil(played, async () => await StateOf(played) == PostState.Delivered);

        var root = Assert.Single(played.Slack.Roots());
        Assert.Single(played.Slack.Messages.All, message => message.IsBroadcast && message.ThreadTs == root.Ts);
        // Only the pointer, for whoever looks there.
        Assert.Single(played.Slack.Messages.In(SlackApp.Channel), message => message.ThreadTs == first.Ts);
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task A_reply_of_the_debrief_whose_answers_are_always_lost_comes_twice_and_is_left_to_somebody_who_can_look(Engine engine)
    {
        await using var played = await BeforeTheLast(engine);
        played.Slack.Faults.Always(call => call.Method == "chat.postMessage" && call["channel"] == SlackApp.Channel ? new SlackFault.DropAfter() : null);
        await played.Phone("mina").WriteCardUnseen(played.Slack);
        await DeliverUntil(played, async () => await StateOf(played) == PostState.Rejected);
        await DeliverUntil(played, () => Task.FromResult(false), looks: 10);

        Assert.Equal(2, played.Slack.Messages.In(SlackApp.Channel).Count(message => message.ThreadTs is not null));
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task A_reply_that_is_taken_along_comes_twice_at_most_though_its_answers_are_always_lost(Engine engine)
    {
        await using var played = await BeforeTheLast(engine);
        var (refuses, replies) = (true, 0);
        played.Slack.Faults.Always(call => call["thread_ts"].Length == 0 || call["channel"] != SlackApp.Channel ? null
            : !refuses ? new SlackFault.DropAfter()
            : Interlocked.Increment(ref replies) > 1 ? new SlackFault.Refused("restricted_action") : null);
        await played.Phone("mina").WriteCardUnseen(played.Slack);
        await DeliverUntil(played, async () => await StateOf(played) == PostState.Rejected);
        played.Slack.Messages.Delete(Assert.Single(played.Slack.Roots()));
        refuses = false;
        await TryAgain(played);
        await DeliverUntil(played, async () => await StateOf(played) == PostState.Rejected);
        await DeliverUntil(played, () => Task.FromResult(false), looks: 10);

        var root = Assert.Single(played.Slack.Roots());
        Assert.Equal(2, played.Slack.Messages.In(SlackApp.Channel).Count(message => message.ThreadTs == root.Ts));
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task An_anchor_that_may_be_there_is_not_begun_anew_by_a_card_that_comes_in(Engine engine)
    {
        await using var played = await Played.On(engine, slack =>
            slack.Faults.Always(call => call.Method == "chat.postMessage" && call["channel"] == SlackApp.Channel ? new SlackFault.DropAfter() : null));
        await DeliverUntil(played, () => AnchorIs(played, PostState.Rejected));
        Assert.Equal(2, played.Slack.Roots().Count);

        foreach (var name in Panel[..^1])
        {
            await played.Phone(name).WriteCard(played.Slack);
            await DeliverUntil(played, () => Task.FromResult(false), looks: 10);
        }

        Assert.Equal(2, played.Slack.Roots().Count);
    }

    private static Task<bool> AnchorIs(Played played, PostState state) => played.App.Services.GetRequiredService<Snapshot>().Read(
        db => db.Posts.AnyAsync(post => post.Kind == PostKind.Anchor && post.State == state), CancellationToken.None);

    [Theory, BothDatabases]
    public async Task A_channel_that_is_told_to_wait_is_not_called_before_its_time_and_others_go_on(Engine engine)
    {
        await using var played = await Played.On(engine, slack =>
        {
            var limited = 0;
            slack.Faults.Always(call => call is { Method: "chat.postMessage" } && call["channel"] == SlackApp.MemberOf("bo") && Interlocked.Increment(ref limited) == 1 ? new SlackFault.Limited(600) : null);
        });
        await played.Slack.Comes(() => SlackApp.Waiting(played.Slack, played.Phone("rosa").Chat) is not null);
        await played.Slack.Comes(() => ToBo() == 1);
        await DeliverUntil(played, () => Task.FromResult(false), looks: 40);

        Assert.Equal(1, ToBo());
        var post = await played.App.Services.GetRequiredService<Snapshot>().Read(
            db => db.Posts.Where(post => post.Kind == PostKind.QuestionCard && db.People.Any(p => p.Id == post.PersonId && p.Email.StartsWith("bo"))).SingleAsync(), CancellationToken.None);
        Assert.Equal(DeliveryReason.RateLimited, post.Reason);
        Assert.Contains(played.Slack.Messages.All, message => message.Channel == played.Phone("ana").Chat);

        int ToBo() => played.Slack.Calls.Count(call => call.Method == "chat.postMessage" && call["channel"] == SlackApp.MemberOf("bo"));
    }

    [Theory, BothDatabases]
    public async Task A_limit_that_is_said_in_a_200_is_kept_by_the_next_post_too(Engine engine)
    {
        await using var played = await Played.On(engine);
        var rosa = played.Phone("rosa");
        await played.Slack.Comes(() => SlackApp.Waiting(played.Slack, rosa.Chat) is not null);
        var calls = 0;
        played.Slack.Faults.Always(call => call.Method == "chat.update" && Interlocked.Increment(ref calls) > 0 ? new SlackFault.Refused("ratelimited") : null);
        await rosa.WriteCardUnseen(played.Slack);
        await played.Slack.Comes(() => calls == 1);
        await played.Phone("eli").WriteCardUnseen(played.Slack);
        await DeliverUntil(played, () => Task.FromResult(false), looks: 40);

        Assert.Equal(1, calls);
    }

    [Theory, BothDatabases]
    public async Task A_channel_archived_when_the_last_card_lands_gets_nothing_and_the_web_shows_the_debrief(Engine engine)
    {
        await using var played = await Played.On(engine);
        foreach (var name in Panel[..^1])
            await played.Phone(name).WriteCard(played.Slack);
        played.Slack.Workspace.ChangeChannel(SlackApp.Channel, channel => channel with { IsArchived = true });
        await played.Phone("mina").WriteCard(played.Slack);
        await DeliverUntil(played, async () => await StateOf(played) == PostState.Rejected);

        var root = Assert.Single(played.Slack.Roots());
        Assert.DoesNotContain("Nobody saw another", root.Said, StringComparison.Ordinal);
        await WebShowsIt(played);
    }

    [Theory, BothDatabases]
    public async Task A_channel_that_Slack_refuses_from_the_start_has_its_debrief_on_the_web(Engine engine)
    {
        await using var played = await Played.On(engine, slack => slack.Workspace.ChangeChannel(SlackApp.Channel, channel => channel with { IsPrivate = false }));
        foreach (var name in Panel)
            await played.Phone(name).WriteCard(played.Slack);
        await DeliverUntil(played, async () => await StateOf(played) == PostState.Rejected);

        Assert.Empty(played.Slack.Roots());
        await WebShowsIt(played);
    }

    private static async Task<Played> BeforeTheLast(Engine engine)
    {
        var played = await Played.On(engine);
        await played.Slack.Comes(() => played.Slack.Roots().Count == 1);
        foreach (var name in Panel[..^1])
            await played.Phone(name).WriteCard(played.Slack);
        return played;
    }

    private static async Task TryAgain(Played played)
    {
        var services = played.App.Services;
        var (loop, rosa) = await services.GetRequiredService<Snapshot>().Read(
            async db => (await db.Loops.Select(one => one.Id).SingleAsync(), await db.People.Where(person => person.Email == Cast.Rosa).Select(person => person.Id).SingleAsync()), CancellationToken.None);
        Assert.Equal(1, await services.GetRequiredService<SendAgain>().Run(rosa, loop, CancellationToken.None));
    }

    private static bool IsDebrief(FakeMessage message) => message.Said.Contains("Nobody saw another", StringComparison.Ordinal);

    private static bool IsCard(string text) => text.StartsWith("Your questions", StringComparison.Ordinal);

    private static async Task WebShowsIt(Played played)
    {
        var dana = await played.App.As("Dana Okafor");
        var channel = (await dana.Get("/")).Links.First(link => link.StartsWith("/channels/", StringComparison.Ordinal));
        var page = await dana.Get(channel);
        var debrief = await dana.Get(page.Links.First(link => link.EndsWith("/debrief", StringComparison.Ordinal)));
        Assert.Contains("zaunkoenig", debrief.Text, StringComparison.Ordinal);
    }

    private static Task<PostState> StateOf(Played played) => played.App.Services.GetRequiredService<Snapshot>().Read(
        db => db.Posts.Where(post => post.Kind == PostKind.Debrief).Select(post => post.State).FirstOrDefaultAsync(), CancellationToken.None);

    private static Task<int> WaitingPosts(Played played) => played.App.Services.GetRequiredService<Snapshot>().Read(
        db => db.Posts.CountAsync(post => post.State == PostState.Waiting || post.State == PostState.Attempting), CancellationToken.None);

    // What waits for its retry is made due, and delivered here rather than by the next sweep.
    private static async Task DeliverUntil(Played played, Func<Task<bool>> isSo, int looks = 0)
    {
        var services = played.App.Services;
        for (var look = 0; look < (looks == 0 ? 400 : looks) && !await isSo(); look++)
        {
            await services.GetRequiredService<Commit>().Run(
                async db => (await db.Posts.AsTracking().Where(post => post.State == PostState.Waiting).ToListAsync()).Select(post => post.NextAttemptAt = DateTimeOffset.UnixEpoch).Count(),
                CancellationToken.None);
            await services.GetRequiredService<DeliverPosts>().Run(CancellationToken.None);
            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System);
        }

        Assert.True(looks > 0 || await isSo());
    }
}
