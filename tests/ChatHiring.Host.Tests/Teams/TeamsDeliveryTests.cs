using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Fakes.Teams;
using ChatHiring.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests.Teams;

/// <summary>Chats that are gone, apps that are not there, people who block: every post ends in a state that a recruiter can read, and comes by itself once it can.</summary>
public sealed class TeamsDeliveryTests
{
    [Theory, BothDatabases]
    public async Task Somebody_who_removed_the_history_gets_one_new_chat_with_what_is_true_now(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var bo = played.Phone("bo");
        await played.Teams.Comes(() => bo.Waiting is not null);
        played.Teams.Tenant.ForgetChat(TeamsApp.AadOf("bo"));
        await (await played.App.As("Bo Lind")).WriteCard("Peer", "zaunkoenig");
        // The begun card may come first, and is then edited into the receipt.
        await played.Teams.Comes(() => played.Teams.Messages.In(bo.Chat).Any(message => message.Said.Contains("Card in, ", StringComparison.Ordinal)));

        Assert.Single(played.Teams.Messages.In(bo.Chat));
        Assert.Equal(2, played.Teams.Calls.Count(call => call.Operation == "create" && call.Body.Contains(TeamsApp.AadOf("bo"), StringComparison.Ordinal)));
    }

    [Theory, BothDatabases]
    public async Task A_chat_that_was_begun_without_an_id_is_begun_again_and_its_card_comes_once_for_certain(Engine engine)
    {
        var begun = 0;
        await using var played = await TeamsPlayed.On(engine, before: teams => teams.Faults.Always(call =>
            call.Operation == "create" && call.Body.Contains(TeamsApp.AadOf("bo"), StringComparison.Ordinal) && Interlocked.Increment(ref begun) == 1 ? new TeamsFault.WithoutId() : null));
        await played.DeliverUntil(PostState.Delivered, PostKind.QuestionCard, "bo");

        Assert.Equal(2, begun);
        Assert.Single(played.Teams.Messages.In(played.Phone("bo").Chat));
        Assert.Equal(0, await played.Stored(db => db.Posts.SelectMany(post => post.Messages).CountAsync(message => message.MayHaveComeTwice)));
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task A_chat_whose_begin_had_no_answer_holds_no_card_and_is_begun_until_it_is_there(Engine engine)
    {
        var begun = 0;
        await using var played = await TeamsPlayed.On(engine, before: teams => teams.Faults.Always(call =>
            call.Operation == "create" && call.Body.Contains(TeamsApp.AadOf("bo"), StringComparison.Ordinal) && Interlocked.Increment(ref begun) <= 3 ? new TeamsFault.Refused(504, "GatewayTimeout") : null));
        await played.DeliverUntil(PostState.Delivered, PostKind.QuestionCard, "bo");

        Assert.Single(played.Teams.Messages.In(played.Phone("bo").Chat));
    }

    [Theory, BothDatabases]
    public async Task Without_the_app_a_person_is_named_and_the_waiting_card_comes_by_itself_when_they_have_it(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine, before: teams => Installed(teams, false));
        var bo = played.Phone("bo");
        await Ends(played, DeliveryReason.NotInstalled, "ChatHiring is not installed there.");
        Installed(played.Teams, true);
        await bo.Happens(events => events.Installed());
        await played.Teams.Comes(() => bo.Waiting is not null);

        Assert.Single(played.Teams.Messages.In(bo.Chat));

        static void Installed(FakeTeams teams, bool isInstalled) => teams.Tenant.Change(TeamsApp.AadOf("bo"), bo => bo with { IsInstalled = isInstalled });
    }

    // A report says that what is sent to somebody who removed the app may still be taken.
    [Theory, BothDatabases]
    public async Task Nothing_more_goes_to_somebody_who_removed_the_app_until_they_have_it_again(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var bo = played.Phone("bo");
        await played.Teams.Comes(() => bo.Waiting is not null);
        await bo.Happens(events => events.Installed("remove"));
        await (await played.App.As("Bo Lind")).WriteCard("Peer", "zaunkoenig");
        await Ends(played, DeliveryReason.NotInstalled, "ChatHiring is not installed there.");
        Assert.Equal(0, Assert.Single(played.Teams.Messages.In(bo.Chat)).Changes);

        await bo.Happens(events => events.Installed());
        await played.Teams.Comes(() => played.Teams.Messages.In(bo.Chat).Any(message => message.Said.Contains("Card in, ", StringComparison.Ordinal)));
        Assert.Single(played.Teams.Messages.In(bo.Chat));
    }

    [Theory]
    [InlineData(Engine.Sqlite, FakeBlock.ByUser), InlineData(Engine.Sqlite, FakeBlock.Writes), InlineData(Engine.Postgres, FakeBlock.Writes)]
    public async Task Whoever_blocks_the_bot_is_named_in_whichever_shape_Teams_says_it(Engine engine, FakeBlock block)
    {
        Assert.SkipWhen(engine == Engine.Postgres && TestDatabase.Server is null, "CHATHIRING_TEST_POSTGRES is not set; ./test.sh brings a server.");
        await using var played = await TeamsPlayed.On(engine, before: teams => teams.Tenant.Change(TeamsApp.AadOf("bo"), bo => bo with { Block = block }));
        await Ends(played, DeliveryReason.Blocked, "They have blocked ChatHiring.");
        Assert.Empty(played.Teams.Messages.In(played.Phone("bo").Chat));
    }

    [Theory, BothDatabases]
    public async Task Each_refusal_of_a_first_message_reaches_the_recruiter_in_words_and_the_other_people_get_theirs(Engine engine)
    {
        (string Name, TeamsFault Fault, DeliveryReason Why, string Says)[] rows =
        [
            ("dana", new TeamsFault.Refused(400, "BadSyntax"), DeliveryReason.Refused, "That is a fault of ChatHiring."),
            ("eli", new TeamsFault.Refused(403, "BotDisabledByAdmin"), DeliveryReason.AccessLost, "An administrator has to install it again."),
            ("ana", new TeamsFault.Refused(403, "BotNotInConversationRoster"), DeliveryReason.NotInstalled, "ChatHiring is not installed there."),
            ("bo", new TeamsFault.Refused(413, "MessageSizeTooBig"), DeliveryReason.Refused, "That is a fault of ChatHiring."),
            ("mina", new TeamsFault.Refused(401, "BotNotRegistered"), DeliveryReason.AccessLost, "An administrator has to install it again."),
        ];
        await using var played = await TeamsPlayed.On(engine, before: teams => teams.Faults.Always(call =>
            call.Operation == "send" ? rows.FirstOrDefault(row => call.Conversation == teams.Tenant.Person(TeamsApp.AadOf(row.Name)).ChatId).Fault : null));
        foreach (var (name, _, why, says) in rows)
        {
            await played.DeliverUntil(PostState.Rejected, PostKind.QuestionCard, name);
            Assert.Equal((name, why), (name, (await played.StateOf(PostKind.QuestionCard, name)).Reason));
            Assert.Contains(says, Said(played, why), StringComparison.Ordinal);
        }

        await played.Teams.Comes(() => played.Phone("rosa").Waiting is not null);
    }

    [Theory, BothDatabases]
    public async Task What_was_not_done_or_not_answered_is_tried_again_until_it_is_there_once(Engine engine)
    {
        (string Name, TeamsFault Fault)[] rows =
        [
            ("dana", new TeamsFault.Refused(412, "PreconditionFailed")), ("eli", new TeamsFault.Refused(503, "ServiceUnavailable")), ("ana", new TeamsFault.Page()),
            ("bo", new TeamsFault.DropBefore()), ("mina", new TeamsFault.Limited(null)),
        ];
        var met = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();
        await using var played = await TeamsPlayed.On(engine, before: teams => teams.Faults.Always(call =>
            call.Operation == "send" && rows.FirstOrDefault(row => call.Conversation == teams.Tenant.Person(TeamsApp.AadOf(row.Name)).ChatId) is { Name: { } name, Fault: var fault }
            && met.AddOrUpdate(name, 1, (_, times) => times + 1) == 1 ? fault : null));
        foreach (var (name, _) in rows)
        {
            await played.DeliverUntil(PostState.Delivered, PostKind.QuestionCard, name);
            var cards = name == "dana" ? 2 : 1;
            await played.DeliverUntil(() => Task.FromResult(Cards(name) >= cards));
            Assert.Equal((name, cards), (name, Cards(name)));
        }

        Assert.Equal(rows.Length, met.Count);

        int Cards(string name) => played.Teams.Messages.In(played.Phone(name).Chat).Count(message => message.Summary.StartsWith("Your questions", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task What_Teams_took_without_naming_an_id_is_not_sent_again(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine, before: teams => teams.Faults.Always(call =>
            call.Operation == "send" && call.Conversation == teams.Tenant.Person(TeamsApp.AadOf("bo")).ChatId ? new TeamsFault.WithoutId() : null));
        await played.DeliverUntil(PostState.Delivered, PostKind.QuestionCard, "bo");
        await played.DeliverUntil(() => Task.FromResult(false), looks: 10);

        Assert.Single(played.Teams.Messages.In(played.Phone("bo").Chat), message => message.Summary.StartsWith("Your questions", StringComparison.Ordinal));
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task A_limit_on_one_list_of_channels_stops_neither_first_contact_nor_other_channels(Engine engine)
    {
        var limited = 0;
        await using var played = await TeamsPlayed.On(engine, before: teams => teams.Faults.Always(call => call.Operation == "channels" && Interlocked.Increment(ref limited) == 1 ? new TeamsFault.LimitedUntil("600") : null));
        await played.Teams.Comes(() => limited == 1);
        await played.Teams.Comes(() => ((string[])["bo", "mina", "ana"]).All(name => played.Phone(name).Waiting is not null));
    }

    [Theory, BothDatabases]
    public async Task What_waits_for_a_new_secret_goes_out_once_it_is_there(Engine engine)
    {
        var isBad = true;
        await using var played = await TeamsPlayed.On(engine, before: teams => teams.Faults.Always(call =>
            isBad && call.Operation == "token" ? new TeamsFault.Refused(401, "invalid_client", "AADSTS7000222: The provided client secret keys are expired.") : null));
        await played.DeliverUntil(async () => await played.StateOf(PostKind.QuestionCard, "bo") is (PostState.Waiting, DeliveryReason.NoToken));
        isBad = false;
        await played.DeliverUntil(() => Task.FromResult(played.Phone("bo").Waiting is not null));
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task Our_token_goes_nowhere_that_an_answer_leads_to(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine, before: teams => teams.Faults.Always(call =>
            call.Operation == "send" && call.Conversation == teams.Tenant.Person(TeamsApp.AadOf("bo")).ChatId ? new TeamsFault.Redirected(teams.ServiceUrl.TrimEnd('/') + "/elsewhere") : null));
        await Ends(played, DeliveryReason.Refused, "The chat service refused the message as it was made. That is a fault of ChatHiring.");

        Assert.DoesNotContain(played.Teams.Calls, call => call.Path.Contains("elsewhere", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_chat_is_limited_alone_and_the_others_go_on(Engine engine)
    {
        var limited = 0;
        await using var played = await TeamsPlayed.On(engine, before: teams => teams.Faults.Always(call => ToBo(teams, call) && Interlocked.Increment(ref limited) == 1 ? new TeamsFault.Limited(600) : null));
        await played.Teams.Comes(() => played.Phone("rosa").Waiting is not null && limited == 1);
        await played.DeliverUntil(() => Task.FromResult(false), looks: 30);

        Assert.Equal(1, limited);
        Assert.Equal(DeliveryReason.RateLimited, (await played.StateOf(PostKind.QuestionCard, "bo")).Reason);
        Assert.NotNull(played.Phone("ana").Waiting);

        static bool ToBo(FakeTeams teams, TeamsCall call) => call.Operation == "send" && call.Conversation == teams.Tenant.Person(TeamsApp.AadOf("bo")).ChatId;
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task A_question_card_whose_answers_are_always_lost_comes_twice_and_is_listed(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine, before: teams => teams.Faults.Always(call =>
            call.Operation == "send" && call.Conversation == teams.Tenant.Person(TeamsApp.AadOf("bo")).ChatId ? new TeamsFault.DropAfter() : null));
        await Ends(played, DeliveryReason.PerhapsThere, "No answer came, so it may be there already. Look there first, or ask: Try again sends it once more.");
        await played.DeliverUntil(() => Task.FromResult(false), looks: 10);
        var cards = played.Teams.Messages.In(played.Phone("bo").Chat).Count(message => message.Summary.StartsWith("Your questions", StringComparison.Ordinal));
        Assert.Equal(2, cards);
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task Nothing_is_sent_once_more_while_Teams_answers_nothing_at_all(Engine engine)
    {
        var (isDown, first) = (true, 0);
        await using var played = await TeamsPlayed.On(engine, before: teams => teams.Faults.Always(call => !isDown || call.Conversation != teams.Tenant.Person(TeamsApp.AadOf("bo")).ChatId ? null
            : call.Operation == "send" && Interlocked.Increment(ref first) == 1 ? new TeamsFault.DropAfter() : new TeamsFault.Refused(504, "GatewayTimeout")));
        var bo = played.Phone("bo");
        await played.Teams.Comes(() => first > 0);
        await played.DeliverUntil(() => Task.FromResult(false), looks: 20);
        Assert.Equal(1, first);

        isDown = false;
        await played.DeliverUntil(PostState.Delivered, PostKind.QuestionCard, "bo");
        Assert.Equal(2, played.Teams.Messages.In(bo.Chat).Count);
    }

    private static async Task Ends(TeamsPlayed played, DeliveryReason why, string says)
    {
        await played.DeliverUntil(PostState.Rejected, PostKind.QuestionCard, "bo");
        Assert.Equal((PostState.Rejected, why), await played.StateOf(PostKind.QuestionCard, "bo"));
        Assert.Equal(says, Said(played, why));
    }

    private static string Said(TeamsPlayed played, DeliveryReason why) => played.App.Services.GetRequiredService<Wording>().Say(why);
}
