using System.Text.Json.Nodes;
using ChatHiring.Fakes.Teams;
using ChatHiring.Tests;

namespace ChatHiring.Host.Tests.Teams;

/// <summary>The form on the message, and what phones and old clients do to a form: nothing that was saved is lost, and nothing stays where others of one's devices show it.</summary>
public sealed class TeamsFormTests
{
    private const string Canary = "kanarie of it, which suggests a lot";

    [Theory, BothDatabases]
    public async Task The_form_on_the_message_leads_to_the_receipt_and_leaves_no_answer_behind(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var (rosa, other) = (played.Phone("rosa"), played.Phone("rosa"));
        await played.Teams.Comes(() => rosa.Waiting is not null);
        var card = rosa.Waiting!;
        await rosa.Press(card, "Score here");
        await FillOnTheMessage(rosa, card);
        Assert.Contains(Canary, TeamsWords.In(rosa.Device.CardOf(card)), StringComparison.Ordinal);
        await rosa.Press(card, "Submit card");

        HoldsNoAnswer(rosa.Device.CardOf(card));
        Assert.Single(TeamsWords.Parts(rosa.Device.CardOf(card)), part => TeamsWords.Text(part, "text")?.Contains("Card in, ", StringComparison.Ordinal) == true);
        await played.Teams.Comes(() => TeamsWords.In(other.Device.CardOf(card)).Contains("Card in, ", StringComparison.Ordinal));
        HoldsNoAnswer(other.Device.CardOf(card));
        Assert.DoesNotContain(played.Teams.Calls, call => call.Body.Contains("kanarie", StringComparison.Ordinal));

        await other.Press(card, "See or change here");
        Assert.Contains(Canary, TeamsWords.In(other.Device.CardOf(card)), StringComparison.Ordinal);
        Assert.Contains("This is the card that is in", TeamsWords.In(other.Device.CardOf(card)), StringComparison.Ordinal);
        Assert.DoesNotContain("Submit card", TeamsWords.In(other.Device.CardOf(card)), StringComparison.Ordinal);
        HoldsNoAnswer(rosa.Device.CardOf(card));
    }

    [Theory, BothDatabases]
    public async Task Change_leads_back_to_the_review(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var rosa = played.Phone("rosa");
        await played.Teams.Comes(() => rosa.Waiting is not null);
        await rosa.Press(rosa.Waiting!, "Notes and score");
        while (rosa.Inputs().Count > 0)
            await rosa.PressInDialog("Next", TeamsWords.Answers(rosa.Device.Dialog.Card, Canary));
        foreach (var way in (string[])["Next", "Back"])
        {
            await rosa.PressInDialog("Change", nth: 1);
            Assert.NotEmpty(rosa.Inputs());
            await rosa.PressInDialog(way, TeamsWords.Answers(rosa.Device.Dialog.Card, $"{way}: {Canary}"));
            Assert.Contains("Submit card", TeamsWords.In(rosa.Device.Dialog.Card), StringComparison.Ordinal);
            Assert.Contains($"{way}: {Canary}", TeamsWords.In(rosa.Device.Dialog.Card), StringComparison.Ordinal);
        }
    }

    [Theory, BothDatabases]
    public async Task Change_leads_back_to_the_review_though_it_had_to_be_typed_twice(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var rosa = played.Phone("rosa");
        await played.Teams.Comes(() => rosa.Waiting is not null);
        await rosa.Press(rosa.Waiting!, "Notes and score");
        while (rosa.Inputs().Count > 0)
            await rosa.PressInDialog("Next", TeamsWords.Answers(rosa.Device.Dialog.Card, Canary));
        await rosa.PressInDialog("Change", nth: 1);
        await rosa.PressInDialog("Next", TeamsWords.Answers(rosa.Device.Dialog.Card, "kanarie\u0007with a hidden mark."));
        Assert.NotEmpty(rosa.Inputs());

        await rosa.PressInDialog("Next", TeamsWords.Answers(rosa.Device.Dialog.Card, $"Again: {Canary}"));

        Assert.Contains("Submit card", TeamsWords.In(rosa.Device.Dialog.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_is_known_by_its_verb_where_its_data_does_not_say_what_it_does()
    {
        await using var played = await TeamsPlayed.On(Engine.Sqlite);
        var rosa = played.Phone("rosa");
        await played.Teams.Comes(() => rosa.Waiting is not null);
        var pressed = rosa.Payloads.Pressed(rosa.Waiting!, "Score here");
        Assert.True(pressed["value"]!["action"]!["data"]!.AsObject().Remove("act"));

        await rosa.Play(pressed);

        Assert.NotEmpty(TeamsWords.Inputs(rosa.Device.CardOf(rosa.Waiting!)));
    }

    [Theory, BothDatabases]
    public async Task Save_and_close_gives_the_message_its_questions_back_and_a_dialog_goes_on_with_the_draft(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var (rosa, other) = (played.Phone("rosa"), played.Phone("rosa"));
        await played.Teams.Comes(() => rosa.Waiting is not null);
        var card = rosa.Waiting!;
        await rosa.Press(card, "Score here");
        await rosa.Press(card, "close", new Dictionary<string, string?> { [Evidence(rosa.Device.CardOf(card))] = Canary });

        HoldsNoAnswer(rosa.Device.CardOf(card));
        Assert.Contains("told_private", TeamsWords.In(rosa.Device.CardOf(card)), StringComparison.Ordinal);
        await other.Press(card, "Notes and score");
        Assert.Contains(Canary, TeamsWords.In(other.Device.Dialog.Card), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_cannot_be_saved_stays_typed_beside_its_words_on_the_message_and_in_the_dialog(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var rosa = played.Phone("rosa");
        await played.Teams.Comes(() => rosa.Waiting is not null);
        var (card, hidden) = (rosa.Waiting!, "kanarie\u0007with a hidden mark.");
        await rosa.Press(card, "Score here");
        await rosa.Press(card, "Next", TeamsWords.Answers(rosa.Device.CardOf(card), hidden));
        Stays(rosa.Device.CardOf(card));
        await rosa.Press(card, "close", TeamsWords.Answers(rosa.Device.CardOf(card), hidden));
        Stays(rosa.Device.CardOf(card));

        var other = played.Phone("rosa");
        await other.Press(card, "Notes and score");
        await other.PressInDialog("Next", TeamsWords.Answers(other.Device.Dialog.Card, hidden));
        Stays(other.Device.Dialog.Card!);

        void Stays(JsonObject shown)
        {
            var inputs = TeamsWords.Parts(shown).ToList();
            Assert.Equal(hidden, inputs.Single(part => TeamsWords.Text(part, "id")?.StartsWith("evidence:", StringComparison.Ordinal) == true)["value"]!.GetValue<string>());
            Assert.Equal("4", inputs.Single(part => TeamsWords.Text(part, "id")?.StartsWith("score:", StringComparison.Ordinal) == true)["value"]!.GetValue<string>());
            Assert.Contains("Attention", TeamsWords.In(shown), StringComparison.Ordinal);
        }
    }

    [Theory, BothDatabases]
    public async Task A_phone_that_sends_no_saved_choice_and_loses_typed_text_loses_nothing_that_was_saved(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var rosa = played.Phone("rosa", new FakeDevice(played.Teams, TeamsApp.AadOf("rosa")) { Platform = "Android" });
        await played.Teams.Comes(() => rosa.Waiting is not null);
        await rosa.Press(rosa.Waiting!, "Notes and score");
        while (rosa.Inputs().Count > 0)
        {
            await rosa.PressInDialog("Next", TeamsWords.Answers(rosa.Device.Dialog.Card, Canary));
            (rosa.Device.SendsNoSavedChoice, rosa.Device.LosesTypedText) = (true, true);
            await rosa.PressInDialog("Back");
            await rosa.PressInDialog("Next", TeamsWords.Inputs(rosa.Device.Dialog.Card).Where(id => id.StartsWith("evidence:", StringComparison.Ordinal)).ToDictionary(id => id, _ => (string?)"never arrives"));
            (rosa.Device.SendsNoSavedChoice, rosa.Device.LosesTypedText) = (false, false);
        }

        Assert.Contains(Canary, TeamsWords.In(rosa.Device.Dialog.Card), StringComparison.Ordinal);
        await rosa.PressInDialog("Submit card");
        Assert.StartsWith("Card in, ", rosa.Device.Dialog.Ended, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_dialog_that_a_phone_lost_opens_again_at_the_first_gap_with_what_was_saved(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var rosa = played.Phone("rosa");
        await played.Teams.Comes(() => rosa.Waiting is not null);
        var card = rosa.Waiting!;
        await rosa.Press(card, "Notes and score");
        await rosa.PressInDialog("Next", TeamsWords.Answers(rosa.Device.Dialog.Card, Canary));
        var second = rosa.Device.Dialog.Title;
        rosa.Device.Dialog.Close();
        await rosa.Press(card, "Notes and score");

        Assert.Equal(second, rosa.Device.Dialog.Title);
        Assert.Contains("2 of ", second, StringComparison.Ordinal);
        await rosa.PressInDialog("Back");
        Assert.Contains(Canary, TeamsWords.In(rosa.Device.Dialog.Card), StringComparison.Ordinal);
        Assert.Contains("Saved so far: 4", TeamsWords.In(rosa.Device.Dialog.Card), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task An_old_client_is_told_in_words_where_to_go_and_stores_nothing_in_the_chat_or_on_the_card(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var (rosa, old) = (played.Phone("rosa"), played.Phone("rosa", new FakeDevice(played.Teams, TeamsApp.AadOf("rosa")) { KnowsExecute = false }));
        await played.Teams.Comes(() => rosa.Waiting is not null);
        var card = rosa.Waiting!;
        await old.Press(card, "Score here");
        Assert.Contains("This client shows no dialogs", Last(), StringComparison.Ordinal);

        // The form of a newer client, sent as an old one would.
        await rosa.Press(card, "Score here");
        var shown = rosa.Device.CardOf(card);
        var next = TeamsWords.Parts(shown).First(part => TeamsWords.Text(part, "verb") == "next")["data"]!.DeepClone().AsObject();
        foreach (var (input, typed) in TeamsWords.Answers(shown, Canary, "2"))
            next[input] = typed;
        await old.Play(old.Payloads.Forged(card, next));
        Assert.Contains("This client shows no dialogs", Last(), StringComparison.Ordinal);
        await rosa.Press(card, "close");
        await rosa.Press(card, "Notes and score");
        Assert.DoesNotContain("kanarie", TeamsWords.In(rosa.Device.Dialog.Card), StringComparison.Ordinal);
        Assert.DoesNotContain("Saved so far", TeamsWords.In(rosa.Device.Dialog.Card), StringComparison.Ordinal);

        await rosa.WriteCard();
        await old.Press(played.Teams.Messages.In(old.Chat).First(message => message.Id == card.Id), "See or change here");
        Assert.Contains("This client shows no dialogs", Last(), StringComparison.Ordinal);
        Assert.DoesNotContain(played.Teams.Calls, call => call.Body.Contains("kanarie", StringComparison.Ordinal) || call.Body.Contains("zaunkoenig", StringComparison.Ordinal));

        string Last() => TeamsWords.In(played.Teams.Messages.In(old.Chat)[^1].Card);
    }

    [Theory, BothDatabases]
    public async Task Whoever_presses_what_is_not_theirs_on_an_old_client_is_told_that_and_not_of_dialogs(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var bo = played.Phone("bo");
        await played.Teams.Comes(() => bo.Waiting is not null);
        await bo.Play(bo.Payloads.Forged(bo.Waiting!, new JsonObject { ["act"] = "can_make_it", ["seat"] = "7e000000-0000-0000-0000-00000000000f" }));
        Assert.Contains("There is no card of yours here", TeamsWords.In(played.Teams.Messages.In(bo.Chat)[^1].Card), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_playground_that_leaves_out_trigger_action_id_and_names_gets_a_card_written_both_ways(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        TeamsPhone Playground(string name) => played.Phone(name, new FakeDevice(played.Teams, TeamsApp.AadOf(name)) { IsPlayground = true });
        var (rosa, eli) = (Playground("rosa"), Playground("eli"));
        await eli.WriteCard();
        await played.Teams.Comes(() => rosa.Waiting is not null);
        var card = rosa.Waiting!;
        var executed = rosa.Payloads.Pressed(card, "Score here");
        Assert.Null(executed["value"]!["trigger"]);
        Assert.Null(executed["from"]!["name"]);
        Assert.Null(executed["value"]!["action"]!["id"]);
        await rosa.Play(executed);
        await FillOnTheMessage(rosa, card);
        await rosa.Press(card, "Submit card");
        Assert.Contains("Card in, ", TeamsWords.In(rosa.Device.CardOf(card)), StringComparison.Ordinal);
    }

    private static async Task FillOnTheMessage(TeamsPhone phone, TeamsMessage card)
    {
        for (var step = 0; step < 20 && TeamsWords.Inputs(phone.Device.CardOf(card)).Count > 0; step++)
            await phone.Press(card, "Next", TeamsWords.Answers(phone.Device.CardOf(card), Canary));
    }

    private static string Evidence(JsonNode card) => TeamsWords.Inputs(card).First(id => id.StartsWith("evidence:", StringComparison.Ordinal));

    private static void HoldsNoAnswer(JsonObject card)
    {
        Assert.DoesNotContain("kanarie", TeamsWords.In(card), StringComparison.Ordinal);
        Assert.DoesNotContain(TeamsWords.Parts(card), part => TeamsWords.Text(part, "type")?.StartsWith("Input.", StringComparison.Ordinal) == true);
    }
}
