using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Fakes.Teams;
using ChatHiring.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests.Teams;

/// <summary>The hiring channel: which one takes a debrief, and what happens when it, or the message in it, is no longer what it was.</summary>
public sealed class TeamsChannelTests
{
    private const string OtherTeam = "19:other@thread.tacv2";
    private static readonly string[] Panel = ["rosa", "dana", "dana", "eli", "ana", "bo", "mina"];

    [Theory]
    [InlineData(Engine.Sqlite, 0), InlineData(Engine.Sqlite, 1), InlineData(Engine.Sqlite, 2), InlineData(Engine.Sqlite, 3)]
    [InlineData(Engine.Postgres, 0), InlineData(Engine.Postgres, 1)]
    public async Task Whichever_answer_of_a_debrief_is_lost_there_is_one_debrief_and_what_may_have_come_twice_is_listed(Engine engine, int at)
    {
        Assert.SkipWhen(engine == Engine.Postgres && TestDatabase.Server is null, "CHATHIRING_TEST_POSTGRES is not set; ./test.sh brings a server.");
        await using var played = await AllButTheLast(engine, "zaunkoenig " + new string('x', 2500));
        var (count, lost) = (0, "");
        played.Teams.Faults.Always(call =>
        {
            if (call.Operation is not ("create" or "send" or "reply" or "update") || !(call.Conversation + call.Body).Contains(TeamsApp.Channel, StringComparison.Ordinal) || Interlocked.Increment(ref count) != at + 1)
                return null;
            lost = call.Operation;
            return new TeamsFault.DropAfter();
        });
        await played.Phone("mina").WriteCard("zaunkoenig " + new string('x', 2500));
        await played.DeliverUntil(PostState.Delivered, PostKind.Debrief);

        Assert.NotEqual("", lost);
        var root = Assert.Single(played.Teams.Roots());
        Assert.Contains("Nobody saw another", root.Said, StringComparison.Ordinal);
        var replies = played.Teams.Messages.In(TeamsApp.Channel).Where(message => message.Id != root.Id).ToList();
        Assert.All(replies, reply => Assert.Equal(root.Id, reply.Root));
        var twice = replies.GroupBy(reply => TeamsWords.In(reply.Activity)).Count(same => same.Count() > 1);
        Assert.Equal(lost == "update" ? 0 : 1, twice);
        Assert.Equal(twice, await played.Stored(db => db.Posts.Where(post => post.Kind == PostKind.Debrief).SelectMany(post => post.Messages).CountAsync(message => message.MayHaveComeTwice)));
    }

    [Theory, BothDatabases]
    public async Task A_deleted_anchor_is_made_anew_as_the_one_debrief(Engine engine)
    {
        await using var played = await AllButTheLast(engine);
        played.Teams.Messages.Delete(Assert.Single(played.Teams.Roots()));
        await played.Phone("mina").WriteCard();
        await played.DeliverUntil(PostState.Delivered, PostKind.Debrief);

        var root = Assert.Single(played.Teams.Roots());
        Assert.Contains("Nobody saw another", root.Said, StringComparison.Ordinal);
        Assert.Contains(played.Teams.Messages.In(TeamsApp.Channel), message => message.Root == root.Id && message.Id != root.Id);
    }

    [Theory]
    [InlineData(Engine.Sqlite, "lost"), InlineData(Engine.Sqlite, "gateway"), InlineData(Engine.Sqlite, "without an id"), InlineData(Engine.Postgres, "lost")]
    public async Task A_first_message_that_may_be_there_is_left_to_somebody_who_can_look_and_sends_it_again(Engine engine, string how)
    {
        Assert.SkipWhen(engine == Engine.Postgres && TestDatabase.Server is null, "CHATHIRING_TEST_POSTGRES is not set; ./test.sh brings a server.");
        await using var played = await AllButTheLast(engine);
        played.Teams.Messages.Delete(Assert.Single(played.Teams.Roots()));
        var isBad = true;
        played.Teams.Faults.Always(call => !isBad || !Begins(call) ? null
            : how switch { "lost" => new TeamsFault.DropAfter(), "gateway" => new TeamsFault.Refused(504, "GatewayTimeout"), _ => new TeamsFault.WithoutId() });
        await played.Phone("mina").WriteCard();
        await Refused(played, DeliveryReason.PerhapsThere, "No answer came, so it may be there already.", holdsEvidence: true);
        await played.DeliverUntil(() => Task.FromResult(false), looks: 10);
        Assert.Equal(how == "gateway" ? 0 : 1, played.Teams.Roots().Count);

        isBad = false;
        foreach (var root in played.Teams.Roots())
            played.Teams.Messages.Delete(root);
        await TryAgain(played);
        await played.DeliverUntil(PostState.Delivered, PostKind.Debrief);
        Assert.Contains(played.Teams.Messages.In(TeamsApp.Channel), message => message.Root == Assert.Single(played.Teams.Roots()).Id);
    }

    [Theory, BothDatabases]
    public async Task An_anchor_whose_answers_are_lost_is_made_twice_at_most_and_the_debrief_once(Engine engine)
    {
        var isBad = true;
        await using var played = await TeamsPlayed.On(engine, before: teams => teams.Faults.Always(call => isBad && Begins(call) ? new TeamsFault.DropAfter() : null));
        await played.DeliverUntil(PostState.Delivered, PostKind.Anchor);
        foreach (var name in Panel[..^1])
            await played.Phone(name).WriteCard();
        await played.DeliverUntil(() => Task.FromResult(false), looks: 10);
        Assert.Equal(2, played.Teams.Roots().Count);

        isBad = false;
        await played.Phone("mina").WriteCard();
        await played.DeliverUntil(PostState.Delivered, PostKind.Debrief);
        Assert.Single(played.Teams.Roots(), root => root.Said.Contains("Nobody saw another", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task An_anchor_that_may_not_be_changed_points_to_the_one_debrief(Engine engine)
    {
        await using var played = await AllButTheLast(engine);
        var anchor = Assert.Single(played.Teams.Roots());
        played.Teams.Faults.Always(call => call.Operation == "update" && call.Activity == anchor.Id ? new TeamsFault.Refused(403, "NotEnoughPermissions") : null);
        await played.Phone("mina").WriteCard();
        await played.DeliverUntil(PostState.Delivered, PostKind.Debrief);

        var debrief = Assert.Single(played.Teams.Roots(), root => root.Id != anchor.Id);
        Assert.Contains("Nobody saw another", debrief.Said, StringComparison.Ordinal);
        Assert.Single(played.Teams.Messages.In(TeamsApp.Channel), message => message.Root == anchor.Id && message.Id != anchor.Id);
    }

    [Theory, BothDatabases]
    public async Task An_archived_team_takes_no_debrief_and_the_web_shows_it(Engine engine)
    {
        await using var played = await AllButTheLast(engine);
        played.Teams.Tenant.ChangeTeam(TeamsApp.Team, team => team with { IsArchived = true });
        await played.Phone("rosa").Happens(events => events.Team(TeamsApp.Team, "teamArchived"));
        await played.Phone("mina").WriteCard();
        await Refused(played, DeliveryReason.ChannelArchived, "The channel is archived. Choose another for the job.");
        await WebShowsIt(played);
    }

    [Theory, InlineData("teamUnarchived"), InlineData("teamRestored")]
    public async Task A_team_that_is_back_takes_its_debriefs_again(string how)
    {
        await using var played = await AllButTheLast(Engine.Sqlite);
        await played.Phone("rosa").Happens(events => events.Team(TeamsApp.Team, "teamArchived"));
        await played.Phone("mina").WriteCard();
        await Refused(played, DeliveryReason.ChannelArchived, "The channel is archived.");
        await played.Phone("rosa").Happens(events => events.Team(TeamsApp.Team, how));
        await TryAgain(played);
        await played.DeliverUntil(PostState.Delivered, PostKind.Debrief);
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task Taken_out_of_one_private_channel_the_bot_is_still_in_its_team(Engine engine)
    {
        await using var played = await AllButTheLast(engine);
        await played.Phone("rosa").Happens(events =>
        {
            var removed = events.MembersRemoved(TeamsApp.Team, played.Teams.Tenant.Bot);
            removed["channelData"]!["eventType"] = "channelMemberRemoved";
            return removed;
        });
        await played.Phone("mina").WriteCard();
        await played.DeliverUntil(PostState.Delivered, PostKind.Debrief);
    }

    [Theory, BothDatabases]
    public async Task A_deleted_channel_takes_no_debrief_whether_it_is_told_or_found_out(Engine engine)
    {
        await using var played = await AllButTheLast(engine);
        played.Teams.Tenant.ChangeChannel(TeamsApp.Channel, channel => channel with { IsDeleted = true });
        if (engine == Engine.Sqlite)
            await played.Phone("rosa").Happens(events => events.Channel(TeamsApp.Team, TeamsApp.Channel, "channelDeleted"));
        await played.Phone("mina").WriteCard();
        await Refused(played, DeliveryReason.NotInChannel, "There is no channel of that name that ChatHiring is in.");
        await WebShowsIt(played);
    }

    [Theory]
    [InlineData("standard", DeliveryReason.ChannelOfWholeTeam, "Everybody in the team reads a standard channel.")]
    [InlineData("shared", DeliveryReason.ChannelShared, "The channel is shared with another organisation.")]
    [InlineData("two", DeliveryReason.ChannelAmbiguous, "Name it as Team/channel for the job.")]
    [InlineData("none", DeliveryReason.NotInChannel, "There is no channel of that name that ChatHiring is in.")]
    public async Task A_channel_that_may_not_have_it_is_refused_with_the_reason_from_the_start(string kind, DeliveryReason why, string says)
    {
        var isHeld = kind == "two";
        await using var played = await TeamsPlayed.On(Engine.Sqlite, before: teams =>
        {
            Make(teams, kind);
            teams.Faults.Always(call => isHeld && call.Operation == "channels" ? new TeamsFault.Refused(503, "ServiceUnavailable") : null);
        });
        if (kind == "two")
            await played.Phone("rosa").Happens(events => events.InstalledInTeam(OtherTeam));
        // An attempt that knows of one team only is over.
        await played.DeliverUntil(async () => (await played.StateOf(PostKind.Anchor)).State != PostState.Attempting);
        isHeld = false;
        await played.App.Services.GetRequiredService<SendAgain>().AfterInstallation(null, CancellationToken.None);
        await played.DeliverUntil(async () => await played.StateOf(PostKind.Anchor) == (PostState.Rejected, why));

        Assert.Contains(says, Said(played, why), StringComparison.Ordinal);
        Assert.DoesNotContain(played.Teams.Messages.All, message => message.Place.StartsWith("19:", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Of_two_channels_of_one_name_the_one_of_the_named_team_is_taken_though_another_team_threw_the_bot_out(Engine engine)
    {
        var database = new TestDatabase(engine);
        await WholeLoop.Into(database, text => text.Replace("channel: hiring-backend ", "channel: Hiring/hiring-backend ", StringComparison.Ordinal));
        await using var played = await TeamsPlayed.On(database, before: teams => Make(teams, "two"));
        await played.Phone("rosa").Happens(events => events.InstalledInTeam(OtherTeam));
        played.Teams.Tenant.ChangeTeam(OtherTeam, team => team with { IsInstalled = false });
        await played.App.Services.GetRequiredService<SendAgain>().AfterInstallation(null, CancellationToken.None);
        await played.DeliverUntil(PostState.Delivered, PostKind.Anchor);

        Assert.Single(played.Teams.Roots());
        foreach (var name in Panel.Distinct())
            await played.Teams.Comes(() => played.Phone(name).Waiting is not null);
    }

    private static void Make(FakeTeams teams, string kind)
    {
        if (kind == "two")
            teams.Tenant.Add(new FakeTeam(OtherTeam, "Other") { Members = [TeamsApp.AadOf("rosa")] }.With(new FakeTeamsChannel("19:twin@thread.tacv2", "hiring-backend", "private")));
        else
            teams.Tenant.ChangeChannel(TeamsApp.Channel, channel => kind == "none" ? channel with { Name = "other" } : channel with { Type = kind });
    }

    [Theory, BothDatabases]
    public async Task An_anchor_whose_count_was_not_answered_never_takes_the_debriefs_place_back(Engine engine)
    {
        await using var played = await AllButTheLast(engine);
        var (isBad, counts) = (true, 0);
        var anchor = Assert.Single(played.Teams.Roots());
        played.Teams.Faults.Always(call => isBad && call.Operation == "update" && call.Activity == anchor.Id && !call.Body.Contains("Nobody saw another", StringComparison.Ordinal) && Interlocked.Increment(ref counts) > 0 ? new TeamsFault.Refused(504, "GatewayTimeout") : null);
        await played.DeliverUntil(async () => (await played.StateOf(PostKind.Anchor)).Reason == DeliveryReason.NoAnswer);
        var before = counts;
        await played.Phone("mina").WriteCard();
        await played.DeliverUntil(PostState.Delivered, PostKind.Debrief);
        Assert.Equal(before, counts);
        Assert.Contains("Nobody saw another", Assert.Single(played.Teams.Roots()).Said, StringComparison.Ordinal);

        isBad = false;
        await played.DeliverUntil(() => Task.FromResult(false), looks: 20);
        Assert.Contains("Nobody saw another", Assert.Single(played.Teams.Roots()).Said, StringComparison.Ordinal);
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task A_debrief_whose_root_was_deleted_between_its_parts_is_whole_in_one_thread_after_Try_again(Engine engine)
    {
        await using var played = await AllButTheLast(engine, new string('x', 2500));
        var (isBad, replies) = (true, 0);
        played.Teams.Faults.Always(call => isBad && call.Operation is "send" or "reply" && call.Conversation.StartsWith(TeamsApp.Channel, StringComparison.Ordinal) && Interlocked.Increment(ref replies) > 2 && isBad
            ? new TeamsFault.Refused(403, "MessageWritesBlocked") : null);
        await played.Phone("mina").WriteCard("zaunkoenig " + new string('x', 2500));
        await played.DeliverUntil(PostState.Rejected, PostKind.Debrief);
        isBad = false;
        played.Teams.Messages.Delete(Assert.Single(played.Teams.Roots()));
        await TryAgain(played);
        await played.DeliverUntil(PostState.Delivered, PostKind.Debrief);

        var root = Assert.Single(played.Teams.Roots());
        // Only the pointer, for whoever looks there.
        Assert.Single(played.Teams.Messages.In(TeamsApp.Channel), message => message.Root != root.Id);
        Assert.True(played.Teams.Messages.In(TeamsApp.Channel).Count(message => message.Root == root.Id && message.Id != root.Id) > 2);
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task A_reply_of_the_debrief_whose_answers_are_always_lost_comes_twice_and_is_left_to_somebody_who_can_look(Engine engine)
    {
        await using var played = await AllButTheLast(engine);
        played.Teams.Faults.Always(call => call.Operation is "send" or "reply" && call.Conversation.StartsWith(TeamsApp.Channel, StringComparison.Ordinal) ? new TeamsFault.DropAfter() : null);
        await played.Phone("mina").WriteCard();
        await Refused(played, DeliveryReason.PerhapsThere, "No answer came, so it may be there already.", holdsEvidence: true);
        await played.DeliverUntil(() => Task.FromResult(false), looks: 10);
        var replies = played.Teams.Messages.In(TeamsApp.Channel).Where(message => message.Root != message.Id).GroupBy(message => TeamsWords.In(message.Activity)).Select(same => same.Count()).ToList();
        Assert.Equal([2], replies);
    }

    private static async Task<TeamsPlayed> AllButTheLast(Engine engine, string evidence = "They said zaunkoenig of it, which suggests a lot.")
    {
        var played = await TeamsPlayed.On(engine);
        foreach (var name in Panel[..^1])
            await played.Phone(name).WriteCard(evidence);
        await played.Teams.Comes(() => played.Teams.Roots().Count == 1);
        return played;
    }

    private static async Task TryAgain(TeamsPlayed played)
    {
        var (by, loop) = await played.Stored(async db => ((await db.People.FirstAsync(person => person.Email.StartsWith("rosa"))).Id, (await db.Loops.FirstAsync()).Id));
        Assert.NotNull(await played.App.Services.GetRequiredService<SendAgain>().Run(by, loop, CancellationToken.None));
    }

    private static bool Begins(TeamsCall call) => call.Operation == "create" && call.Body.Contains(TeamsApp.Channel, StringComparison.Ordinal);

    private static async Task Refused(TeamsPlayed played, DeliveryReason why, string says, bool holdsEvidence = false)
    {
        await played.DeliverUntil(PostState.Rejected, PostKind.Debrief);
        Assert.Equal((PostState.Rejected, why), await played.StateOf(PostKind.Debrief));
        Assert.StartsWith(says, Said(played, why), StringComparison.Ordinal);
        if (!holdsEvidence)
            Assert.DoesNotContain(played.Teams.Messages.All, message => message.Said.Contains("zaunkoenig", StringComparison.Ordinal));
    }

    private static async Task WebShowsIt(TeamsPlayed played)
    {
        var dana = await played.App.As("Dana Okafor");
        var page = await dana.Get((await dana.Get("/")).Links.First(link => link.StartsWith("/channels/", StringComparison.Ordinal)));
        Assert.Contains("zaunkoenig", (await dana.Get(page.Links.First(link => link.EndsWith("/debrief", StringComparison.Ordinal)))).Text, StringComparison.Ordinal);
    }

    private static string Said(TeamsPlayed played, DeliveryReason why) => played.App.Services.GetRequiredService<Wording>().Say(why);
}
