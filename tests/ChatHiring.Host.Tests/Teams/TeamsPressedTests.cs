using System.Net;
using System.Text.Json.Nodes;
using ChatHiring.Delivery;
using ChatHiring.Fakes.Teams;
using ChatHiring.Loops;
using ChatHiring.Scorecards;
using ChatHiring.Storage;
using ChatHiring.Teams.Inbound;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ChatHiring.Host.Tests.Teams;

/// <summary>What is pressed too early, too late, again, or while the database is away: it is done once, and what is said of it is true.</summary>
public sealed class TeamsPressedTests
{
    private const string Canary = "kanarie of it, which suggests a lot";

    [Theory, BothDatabases]
    public async Task Score_here_before_the_form_opens_says_so_above_the_questions_and_leaves_them_there(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var bo = played.Phone("bo");
        await played.App.BeginsSoon("Bo Lind", minutes: 240);
        await played.Teams.Comes(() => bo.Waiting is not null && TeamsWords.In(bo.Waiting.Card).Contains("cant_make_it", StringComparison.Ordinal));
        var card = bo.Waiting!;
        var questions = TeamsWords.Of(card.Card).Where(text => text.Length > 80).ToList();

        await bo.Press(card, "Score here");

        Assert.NotEmpty(questions);
        Assert.All(questions, text => Assert.Contains(text, TeamsWords.Of(bo.Device.CardOf(card))));
        Assert.Contains("Your card opens for notes", TeamsWords.In(bo.Device.CardOf(card)), StringComparison.Ordinal);
        Assert.Contains("cant_make_it", TeamsWords.In(bo.Device.CardOf(card)), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Save_and_close_says_that_it_is_saved_and_shows_the_card_again_on_every_device(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var rosa = played.Phone("rosa");
        await played.Teams.Comes(() => rosa.Waiting is not null);
        await played.DeliverUntil(PostState.Delivered, PostKind.QuestionCard, "rosa");
        var card = rosa.Waiting!;
        var changes = card.Changes;
        await rosa.Press(card, "Score here");
        await rosa.Press(card, "close", TeamsWords.Answers(rosa.Device.CardOf(card), Canary));

        Assert.Contains("Saved. You find it where you left it.", TeamsWords.In(rosa.Device.CardOf(card)), StringComparison.Ordinal);
        await played.Teams.Comes(() => rosa.Waiting!.Changes > changes);
        Assert.DoesNotContain(played.Teams.Calls, call => call.Body.Contains("kanarie", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_text_that_was_emptied_stays_and_the_next_step_says_how_to_take_it_out(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var (rosa, evidence) = await WithText(played, "An old text of it, which suggests little.");
        Assert.DoesNotContain("stays. To take it out", TeamsWords.In(rosa.Device.Dialog.Card), StringComparison.Ordinal);

        await rosa.PressInDialog("Next", new Dictionary<string, string?> { [evidence] = null });

        Assert.Contains("The text that was saved on the page before stays. To take it out, go back and tick \"Remove the text that is saved here\".", TeamsWords.Of(rosa.Device.Dialog.Card));
        await rosa.PressInDialog("Back");
        Assert.Contains("An old text of it, which suggests little.", TeamsWords.Of(rosa.Device.Dialog.Card));
    }

    [Theory, BothDatabases]
    public async Task The_tick_takes_the_saved_text_out_and_not_one_that_was_typed_since(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var (rosa, evidence) = await WithText(played, "An old text of it, which suggests little.");
        var tick = evidence.Replace("evidence:", "clear:", StringComparison.Ordinal);

        await rosa.PressInDialog("Next", new Dictionary<string, string?> { [evidence] = "A new text of it, which suggests a lot.", [tick] = "true" });
        await rosa.PressInDialog("Back");
        Assert.Contains("A new text of it, which suggests a lot.", TeamsWords.Of(rosa.Device.Dialog.Card));

        await rosa.PressInDialog("Next", new Dictionary<string, string?> { [evidence] = "A new text of it, which suggests a lot.", [tick] = "true" });
        await rosa.PressInDialog("Back");
        Assert.DoesNotContain("A new text of it, which suggests a lot.", TeamsWords.Of(rosa.Device.Dialog.Card));
    }

    [Theory, BothDatabases]
    public async Task A_tick_that_takes_out_a_text_which_another_device_changed_is_asked_about_and_then_takes_it_out(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var (rosa, evidence) = await WithText(played, "An old text of it, which suggests little.");
        var tick = evidence.Replace("evidence:", "clear:", StringComparison.Ordinal);
        var other = played.Phone("rosa");
        await other.Press(rosa.Waiting!, "Notes and score");
        await other.PressInDialog("Back");
        await other.PressInDialog("Next", new Dictionary<string, string?> { [evidence] = "A text of the other device, which suggests a lot." });

        await rosa.PressInDialog("Next", new Dictionary<string, string?> { [evidence] = "An old text of it, which suggests little.", [tick] = "true" });
        Assert.Contains("Another device saved something else here meanwhile.", TeamsWords.In(rosa.Device.Dialog.Card), StringComparison.Ordinal);
        Assert.Contains("A text of the other device, which suggests a lot.", TeamsWords.Of(rosa.Device.Dialog.Card));
        Assert.DoesNotContain("An old text of it, which suggests little.", TeamsWords.Of(rosa.Device.Dialog.Card));

        await rosa.PressInDialog("Next");
        await rosa.PressInDialog("Back");
        Assert.DoesNotContain("A text of the other device, which suggests a lot.", TeamsWords.Of(rosa.Device.Dialog.Card));
    }

    [Theory, BothDatabases]
    public async Task A_card_with_gaps_leads_to_the_first_of_them_and_says_what_is_missing_beside_the_button(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var rosa = played.Phone("rosa");
        await played.Teams.Comes(() => rosa.Waiting is not null);
        await rosa.Press(rosa.Waiting!, "Notes and score");
        while (rosa.Inputs().Count > 0)
            await rosa.PressInDialog("Next");
        await rosa.PressInDialog("Submit card");

        var body = rosa.Device.Dialog.Card!["body"]!.AsArray();
        Assert.Contains("Some answers are still missing", TeamsWords.In(body[^2]), StringComparison.Ordinal);
        Assert.Equal("positive", TeamsWords.Parts(body[^1]).Single(part => TeamsWords.Text(part, "title") == "Write what is missing")["style"]?.GetValue<string>());
        Assert.Null(TeamsWords.Parts(body[^1]).Single(part => TeamsWords.Text(part, "title") == "Submit card")["style"]);
        await rosa.PressInDialog("Write what is missing");
        Assert.NotEmpty(rosa.Inputs());
    }

    [Theory, BothDatabases]
    public async Task A_Next_that_was_slow_on_its_way_does_not_take_the_later_text_back(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var rosa = played.Phone("rosa");
        await played.Teams.Comes(() => rosa.Waiting is not null);
        await rosa.Press(rosa.Waiting!, "Notes and score");
        var slow = rosa.Payloads.PressedInDialog("Next", TeamsWords.Answers(rosa.Device.Dialog.Card, "They said"));
        await rosa.PressInDialog("Next", TeamsWords.Answers(rosa.Device.Dialog.Card, Canary));

        Assert.Equal(HttpStatusCode.OK, (await rosa.Sends.Post(slow)).Status);

        await rosa.PressInDialog("Back");
        Assert.Contains(Canary, TeamsWords.Of(rosa.Device.Dialog.Card));
    }

    [Theory, BothDatabases]
    public async Task A_decline_that_comes_again_after_it_was_taken_back_declines_nothing(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var (bo, seat) = await Soon(played);
        var said = bo.Payloads.Submitted(new JsonObject { ["act"] = "decline", ["state"] = seat, ["reason"] = "ill" });
        await bo.Play(said);
        Assert.Equal(SeatState.Declined, await StateOf(played, seat));
        await bo.Play(bo.Payloads.Submitted(new JsonObject { ["act"] = "can_make_it", ["seat"] = seat }));
        Assert.Equal(SeatState.Owed, await StateOf(played, seat));

        await bo.Sends.Post(TeamsPayloads.Again(said));

        Assert.Equal(SeatState.Owed, await StateOf(played, seat));
    }

    [Theory, BothDatabases]
    public async Task What_was_pressed_while_the_database_was_away_is_done_when_Teams_says_it_again(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var (bo, seat) = await Soon(played);
        await bo.Play(bo.Payloads.Submitted(new JsonObject { ["act"] = "decline", ["state"] = seat, ["reason"] = "ill" }));
        var activity = bo.Payloads.Forged(played.Teams.Messages.In(bo.Chat)[0], new JsonObject { ["act"] = "can_make_it", ["seat"] = seat });
        await using (await Locked.By(played.Database))
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await bo.Sends.Post(activity)).Status);
        Assert.Equal(SeatState.Declined, await StateOf(played, seat));

        Assert.Equal(HttpStatusCode.OK, (await bo.Sends.Post(TeamsPayloads.Again(activity))).Status);

        Assert.Equal(SeatState.Owed, await StateOf(played, seat));
    }

    [Theory, InlineData(Engine.Postgres)]
    public async Task A_card_that_is_in_is_never_called_not_saved(Engine engine)
    {
        Assert.SkipWhen(TestDatabase.Server is null, "CHATHIRING_TEST_POSTGRES is not set; ./test.sh brings a server.");
        await using var played = await TeamsPlayed.On(engine, patience: new TeamsPatience(TimeSpan.FromSeconds(3)));
        var rosa = played.Phone("rosa");
        await played.Teams.Comes(() => rosa.Waiting is not null);
        var card = rosa.Waiting!;
        await rosa.Press(card, "Score here");
        for (var step = 0; step < 20 && TeamsWords.Inputs(rosa.Device.CardOf(card)).Count > 0; step++)
            await rosa.Press(card, "Next", TeamsWords.Answers(rosa.Device.CardOf(card), Canary));

        var ack = await HeldAfterItsCommit(played, "loops", rosa, rosa.Payloads.Pressed(card, "Submit card"));

        Assert.True(await played.Stored(db => db.Scorecards.AnyAsync()), "Nothing was submitted.");
        Assert.DoesNotContain("Not saved", ack.Body, StringComparison.Ordinal);
        Assert.Contains("Card in, ", ack.Body, StringComparison.Ordinal);
    }

    [Theory, InlineData(Engine.Postgres)]
    public async Task A_text_that_is_saved_is_never_called_not_saved_though_the_next_step_cannot_be_read(Engine engine)
    {
        Assert.SkipWhen(TestDatabase.Server is null, "CHATHIRING_TEST_POSTGRES is not set; ./test.sh brings a server.");
        await using var played = await TeamsPlayed.On(engine, patience: new TeamsPatience(TimeSpan.FromSeconds(3)));
        var (rosa, evidence) = await WithText(played, "An old text of it, which suggests little.");

        var ack = await HeldAfterItsCommit(played, "draft_answers", rosa, rosa.Payloads.PressedInDialog("Next", new Dictionary<string, string?> { [evidence] = Canary }));

        Assert.True(await played.Stored(async db => (await db.DraftAnswers.ToListAsync()).Any(draft => draft.Answer.Evidence == Canary)), "Nothing was saved.");
        Assert.DoesNotContain("Not saved", ack.Body, StringComparison.Ordinal);
        Assert.Contains("Saved. You find it where you left it.", ack.Body, StringComparison.Ordinal);
    }

    // A lock on the rows holds the change in its transaction; one on the table queues behind it, and is granted the moment it has committed.
    private static async Task<TeamsAck> HeldAfterItsCommit(TeamsPlayed played, string table, TeamsPhone phone, JsonObject activity)
    {
        await using var row = await Open(played);
        await using var whole = await Open(played);
        await using var look = await Open(played);
        await Run(row, $"BEGIN; SELECT * FROM {table} FOR UPDATE");
        var sent = phone.Sends.Post(activity);
        await Waiting(look, 1);
        var held = Run(whole, $"BEGIN; LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE");
        await Waiting(look, 2);
        await Run(row, "ROLLBACK");
        var ack = await sent;
        await held;
        await Run(whole, "ROLLBACK");
        return ack;
    }

    private static async Task<(TeamsPhone Rosa, string Evidence)> WithText(TeamsPlayed played, string text)
    {
        var rosa = played.Phone("rosa");
        await played.Teams.Comes(() => rosa.Waiting is not null);
        await rosa.Press(rosa.Waiting!, "Notes and score");
        await rosa.PressInDialog("Next", TeamsWords.Answers(rosa.Device.Dialog.Card, text));
        await rosa.PressInDialog("Back");
        return (rosa, rosa.Inputs().Single(input => input.StartsWith("evidence:", StringComparison.Ordinal)));
    }

    private static async Task<(TeamsPhone Bo, string Seat)> Soon(TeamsPlayed played)
    {
        var bo = played.Phone("bo");
        await played.App.BeginsSoon("Bo Lind");
        await played.Teams.Comes(() => bo.Waiting is not null && TeamsWords.In(bo.Waiting.Card).Contains("cant_make_it", StringComparison.Ordinal));
        var seat = await played.Stored(async db => await db.Seats.Where(seat => db.People.Any(person => person.Id == seat.PersonId && person.Name == "Bo Lind")).Select(seat => seat.Id).SingleAsync());
        return (bo, seat.Value.ToString());
    }

    private static async Task<SeatState> StateOf(TeamsPlayed played, string seat) =>
        (await played.Stored(async db => await db.Seats.ToListAsync())).Single(one => one.Id.Value.ToString() == seat).State;

    private static async Task<NpgsqlConnection> Open(TeamsPlayed played)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(played.Database.ConnectionString) { Pooling = false }.ToString());
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<object?> Run(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync();
    }

    private static async Task Waiting(NpgsqlConnection look, int most)
    {
        for (var at = 0; at < 4000 && (long)(await Run(look, "SELECT count(DISTINCT lock.pid) FROM pg_locks lock JOIN pg_stat_activity who ON who.pid = lock.pid WHERE NOT lock.granted AND who.datname = current_database()"))! < most; at++)
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
    }
}
