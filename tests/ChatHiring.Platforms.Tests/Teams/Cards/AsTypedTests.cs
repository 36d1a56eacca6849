using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.Packs;
using ChatHiring.Platforms.Tests.Cards;
using ChatHiring.Scorecards;
using ChatHiring.Teams.Cards;
using ChatHiring.Tests;
using CsCheck;

namespace ChatHiring.Platforms.Tests.Teams.Cards;

/// <summary>Huge kits, long cards, markup in everything: within Teams' limits, whole, and inert.</summary>
public class AsTypedTests
{
    [Fact]
    public void A_question_card_is_split_and_never_cut() => Gen.Select(Typed.Short, Typed.Long, Gen.Int[1, 30]).Holds((name, text, count) =>
    {
        var pages = Shown.Cards.QuestionCard(Typed.Form(name, text, count));

        Sound(pages);
        Assert.Equal(count * 2, Said(pages, Typed.Cut(text, 2000)));
        Assert.Equal(["open_card", "score_here", "told_private"], pages.SelectMany(page => Acts(page.Card)));
        Assert.All(pages, page => Inert(page.Summary));
    }, iter: 100);

    [Fact]
    public void What_was_agreed_is_shown_as_typed_below_the_first_block_and_not_in_the_notification() => Gen.Select(Typed.Short, Gen.Int[1, 10]).Holds((text, count) =>
    {
        var agreed = Enumerable.Range(0, count).Select(at => Typed.Cut($"{at} {text}", 200)).ToList();

        var pages = Shown.Cards.QuestionCard(CardSamples.Peer() with { Adjustments = agreed });

        Sound(pages);
        Assert.All(agreed, said => Assert.Equal(1, Said(pages, said)));
        Assert.DoesNotContain(agreed, said => pages.Any(page => page.Summary.Contains(said, StringComparison.Ordinal) || Plain(Elements.Texts(Elements.First(page.Card))).Contains(said)));
    }, iter: 60);

    [Fact]
    public void Every_page_of_a_form_shows_what_was_typed() => Gen.Select(Typed.Short, Typed.Long, Gen.Int[1, 10]).Holds((name, text, count) =>
    {
        var place = count % 2 == 0 ? FormPlace.Dialog : FormPlace.Message;
        var form = Typed.Form(name, text, count);
        var pages = Enumerable.Range(0, FormSteps.Of(form).Count).Select(step => Shown.Cards.ScorePage(form, step, name, FormMarks.Warn(name), place).Card).ToList();
        var review = Shown.Cards.Review(form, name, name, place).Card;

        Assert.Equal(count + 2, pages.Count);
        Assert.All(pages.Append(review), page => Assert.Empty(Elements.Faults(page)));
        // As UTF-16, which Teams counts: a page of a form cannot be split.
        Assert.All(pages.Append(review), page => Assert.True(Shown.Line(page).Length <= 40_000));
        Assert.Equal(count + 1, pages.Count(page => Elements.Of(page, "Input.Text").Any(input => Elements.Text(input, "value") == text)));
        Assert.All(pages.Append(review), page => Assert.All(States(page), state => Assert.Equal(name, state)));
    }, iter: 60);

    [Fact]
    public void A_review_says_every_text_whole_until_they_are_too_much_for_a_dialog() => Gen.Select(Typed.Long, Gen.Int[1, 30]).Holds((text, count) =>
    {
        var review = Shown.Cards.Review(Typed.Form("J.K.", text, count), Shown.State).Card;

        Assert.True(review.ToJsonString().Length <= 40_000);
        Assert.Equal(count + 2, Elements.Of(review, "Action.Submit").Count(action => Elements.Text(action, "title") == "Change"));
        var whole = Elements.Texts(review).Count(said => NoDates(said) == text) == count + 1;
        Assert.NotEqual(whole, Elements.Texts(review).Contains(Shown.Words.Say("review.shortened")));
    }, iter: 40);

    [Fact]
    public void Any_number_of_facts_and_of_texts_to_copy_fits_into_a_dialog() => Gen.Select(Gen.Int[0, 20], Gen.Int[1, 3000]).Holds((count, length) =>
    {
        var text = new string('x', length);
        var form = CardSamples.Screen() with { Facts = [.. Enumerable.Range(0, count).Select(at => new FormFact(new StageFact($"fact-{at}", $"Fact {at}"), text, ""))] };
        var steps = FormSteps.Of(form);
        List<JsonObject> pages = [.. steps.Select((_, at) => Shown.Cards.ScorePage(form, at, Shown.State).Card)];
        var note = Shown.Cards.Note("Your card", ["Closed."], [.. Enumerable.Range(0, count).Select(at => new TextToCopy($"Fact {at}", "4", text))]).Card;

        Assert.All(pages.Append(note), page => Assert.Empty(Elements.Faults(page)));
        Assert.Equal(count, pages.Sum(page => Elements.Of(page, "Input.Text").Count(input => Elements.Text(input, "value") == text && Elements.Text(input, "id")!.StartsWith("evidence:fact-", StringComparison.Ordinal))));
        Assert.Equal(count, form.Facts.Count(fact => steps[FormSteps.PageOf(form, fact.Fact.Key)!.Value] is FormStep.Facts facts && facts.Asked.Contains(fact)));
        Assert.NotEqual(Elements.Texts(note).Count(said => said == text) == count, Elements.Texts(note).Contains(Shown.Words.Say("copy.shortened")));
    }, iter: 60);

    [Fact]
    public void What_came_back_with_faults_keeps_what_was_typed() => Gen.Select(Typed.Long, Typed.Short).Holds((text, other) =>
    {
        var typed = new Dictionary<string, TypedAnswer> { ["q7"] = new("2", text) };
        var marks = new FormMarks(null, [new AnswerFault.NotEvidence("q7", new EvidenceFault.TooLong(3001)), new AnswerFault.ChangedElsewhere("q7", CardSamples.Says(5, other), CardSamples.Says(2, text))], typed, []);

        var page = Shown.Cards.ScorePage(CardSamples.Half(), 0, Shown.State, marks).Card;

        Assert.Empty(Elements.Faults(page));
        Assert.Equal(text, Elements.Text(Elements.Of(page, "Input.Text").Single(), "value"));
        Assert.Equal("2", Elements.Text(Elements.Of(page, "Input.ChoiceSet").Single(), "value"));
        Assert.Contains(other, Elements.Texts(page).Select(NoDates));
        Assert.Contains(Shown.Words.Say(marks.Faults[0]), Elements.Texts(page));
    }, iter: 60);

    [Fact]
    public void A_debrief_is_split_and_never_cut() => Gen.Select(Typed.Short, Typed.Long, Gen.Int[1, 9]).Holds((name, text, panel) =>
    {
        var pages = Shown.Cards.Debrief(Typed.Debrief(name, text, panel), CardSamples.Zone);

        Sound(pages);
        Assert.All(pages, page => Inert(page.Summary));
        Assert.All(pages, page => Assert.False(EndsInHeading(page.Card)));
        Assert.All(pages, page => Assert.DoesNotContain(text, Elements.Texts(Elements.First(page.Card)).Select(NoDates)));
        // Each of eight items and the overall, and both sides of every split.
        Assert.Equal((panel * 9) + (panel > 1 ? 16 : 0), Said(pages, text));
        Assert.Equal(pages.Select(page => page.Card.ToJsonString()), Shown.Cards.Debrief(Typed.Debrief(name, text, panel), CardSamples.Zone).Select(page => page.Card.ToJsonString()));
    }, iter: 40);

    [Fact]
    public void A_go_ahead_without_any_number_of_cards_is_one_dialog_that_says_how_many_it_does_not_name() => Gen.Select(Typed.Short, Gen.Int[31, 300], Gen.Bool).Holds((text, count, isToConfirm) =>
    {
        var goAhead = ListSamples.GoAhead with { Missing = [.. Enumerable.Range(0, count).Select(at => new MissingCardOf(new SeatId(CardSamples.Id(at)), Typed.Cut($"{at} {text}", 200), Typed.Cut(text, 80)))] };

        var page = Shown.Cards.GoAhead(goAhead, "m", isToConfirm, Typed.Cut(text, 500));

        Assert.Empty(Elements.Faults(page.Card));
        var said = Elements.Texts(page.Card);
        Assert.Contains($"{count - 30} more are not shown here.", said);
        Assert.Contains(said, sentence => sentence.Contains($" and {count - 9} others", StringComparison.Ordinal));
    }, iter: 40);

    [Fact]
    public void Lists_and_reminders_stay_inert() => Typed.Short.Holds(name =>
    {
        var heading = CardSamples.Heading with { Candidate = name, StageName = Typed.Cut(name, 80), JobTitle = name };
        var item = new AttentionItem.Waits(CardSamples.Loop, name, CardSamples.Zone, [.. Enumerable.Repeat(name, 5)], false);
        var inbox = new Inbox([.. Enumerable.Repeat(item, 50)], [.. Enumerable.Repeat(ListSamples.Inbox().Waiting[0] with { Heading = heading }, 50)], [], []);
        var loop = ListSamples.Watched() with { CandidateShown = name, JobTitle = name };
        var goAhead = ListSamples.GoAhead with { CandidateShown = name, Missing = [new MissingCardOf(CardSamples.Seat, name, name)] };

        Sound([
            Shown.Cards.Reminder(PostKind.ScoreNow, heading), Shown.Cards.Reminder(item, null), Shown.Cards.Receipt(heading, CardSamples.Receipt),
            Shown.Cards.Anchor(CardSamples.Loop, name, name, new(1, 2)), Shown.Cards.CardsAnswer(inbox, "Which card?"),
            Shown.Cards.Status(inbox, [.. Enumerable.Repeat(loop, 60)], _ => null, ListSamples.Web, "Cards you owe: 50.")]);
        Assert.Empty(Elements.Faults(Shown.Cards.GoAhead(goAhead, "m", isToConfirm: true, Typed.Cut(name, 500), name, name).Card));
        Assert.Empty(Elements.Faults(Shown.Cards.Note(name, [name], [new TextToCopy(name, name, name)]).Card));
    }, iter: 60);

    [Fact]
    public void A_list_of_the_longest_names_is_one_message_that_counts_the_rest() => Gen.Select(Typed.Long, Gen.Int[0, 50]).Holds((text, count) =>
    {
        var name = Typed.Cut(text, 200);
        var item = ListSamples.Inbox().Waiting[0] with { Heading = CardSamples.Heading with { Candidate = name, StageName = name, JobTitle = name }, Reminded = new Reminded(CardSamples.Start, name, name, true, CardSamples.Start) };

        var answer = Shown.Cards.CardsAnswer(new Inbox([], [.. Enumerable.Repeat(item, count)], [], []), "Which card?");

        Sound([answer]);
        var shown = Acts(answer.Card).Count(act => act == "open_card");
        Assert.InRange(shown, Math.Min(count, 3), 20);
        Assert.Equal(shown < count, Elements.Texts(answer.Card).Contains(Shown.Words.Say("list.more", ("count", count - shown))));
    }, iter: 60);

    [Fact]
    public void A_reason_is_shown_as_typed_to_whoever_was_told_below_the_first_block_and_not_in_the_notification() => Typed.Short.Holds(text =>
    {
        var message = Shown.Cards.Reminder(new AttentionItem.Declined(CardSamples.Loop, "J.K.", CardSamples.Zone, text, "Peer", CardSamples.Start, text), null);

        Sound([message]);
        Assert.Contains(Elements.Texts(message.Card["body"]![2]), said => NoDates(said).EndsWith(text, StringComparison.Ordinal));
        Assert.Equal("A loop needs your attention", message.Summary);
    }, iter: 60);

    [Fact]
    public void A_candidate_without_initials_still_makes_a_card()
    {
        var heading = CardSamples.Heading with { Candidate = "" };
        var item = new AttentionItem.Late(CardSamples.Loop, "", CardSamples.Zone, "Ana Silva", "Peer", CardSamples.Start);
        var inbox = new Inbox([item], [ListSamples.Inbox().Waiting[0] with { Heading = heading }], [], []);

        Sound([
            Shown.Cards.Reminder(PostKind.Nudge, heading), Shown.Cards.Reminder(item, null), Shown.Cards.Anchor(CardSamples.Loop, "", "Backend Engineer", new(1, 2)),
            Shown.Cards.Status(inbox, [ListSamples.Watched() with { CandidateShown = "" }], _ => null, null, "One.")]);
    }

    [Fact]
    public void Before_the_reveal_no_message_holds_an_answer()
    {
        var form = CardSamples.Half();
        TeamsMessage[] messages = [.. Shown.Cards.QuestionCard(form), Shown.Cards.Declined(form), .. Shown.Messages().Where(shown => !shown.Name.StartsWith("debrief", StringComparison.Ordinal)).Select(shown => shown.Message)];

        Assert.All(messages, message => Assert.DoesNotContain(form.Items[0].Answer.Evidence!.Text, Shown.Text(Shown.Json(message)), StringComparison.Ordinal));
        Assert.All(messages, message => Assert.DoesNotContain("4 · Yes", Shown.Text(Shown.Json(message)), StringComparison.Ordinal));
    }

    [Fact]
    public void A_notification_names_nobody_and_says_no_score() => Assert.All(Shown.Messages(), shown =>
        Assert.DoesNotMatch("J\\.K\\.|Ana|Bo |Rosa|Dana|Eli |Strong|[1-5] ·", shown.Message.Summary));

    [Theory]
    [InlineData("TextBlock", "text", "*b* _i_ ~s~ `c` [l](https://x) <at>B</at> {{DATE(2017-02-14T06:08:39Z)}}", "∗b∗ ˍiˍ ∼s∼ ˋcˋ ［l］(https://x) ‹at›B‹/at› {\u2060{DATE(2017-02-14T06:08:39Z)}}")]
    [InlineData("TextBlock", "text", "1. one\n- two\n# three", "1\u2060. one\n\u2060- two\n\u2060# three")]
    [InlineData(null, "title", "4 · Yes: *clearly* able", "4 · Yes: ∗clearly∗ able")]
    [InlineData("TextRun", "text", "*b* {{TIME(2017-02-14T06:08:39Z)}} {{name}}", "*b* {\u2060{TIME(2017-02-14T06:08:39Z)}} {{name}}")]
    [InlineData("Input.Text", "value", "*b* {{DATE(2017-02-14T06:08:39Z)}}", "*b* {{DATE(2017-02-14T06:08:39Z)}}")]
    public void Text_is_escaped_where_teams_reads_markup_and_nowhere_else(string? type, string property, string typed, string said) =>
        Assert.Equal(said, TeamsEscape.Value(type, property, typed));

    [Theory]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("msteams://open", null)]
    [InlineData("not a link", null)]
    [InlineData("https://git.example.com/a", "https://git.example.com/a")]
    public void Only_web_addresses_are_links(string typed, string? link)
    {
        var view = CardSamples.Debrief() with { LeanOn = new LeanOn(typed, null) };
        var links = Shown.Cards.Debrief(view, CardSamples.Zone).SelectMany(page => Elements.Of(page.Card, "Action.OpenUrl"));
        Assert.Equal(link, Elements.Text(links.SingleOrDefault(), "url"));
    }

    private static void Sound(IReadOnlyList<TeamsMessage> messages) => Assert.All(messages, message =>
    {
        Assert.Empty(Elements.FaultsOfMessage(message.Card));
        Assert.Equal(message.Summary, Elements.Text(message.Card, "fallbackText"));
    });

    // A heading, or the name of an item: nothing stands under it.
    private static bool EndsInHeading(JsonNode card)
    {
        var last = card["body"]!.AsArray()[^1]!;
        var inside = last["id"] is null ? last : last["items"]!.AsArray()[^1]!;
        return Elements.Text(last, "style") == "heading" || (Elements.Text(inside, "spacing") == "Medium" && inside["style"] is null);
    }

    private static void Inert(string text) => Assert.DoesNotMatch("[<>*_~`{}]", text);

    private static IEnumerable<string?> Acts(JsonNode card) => Elements.All(card).Where(part => part["data"] is not null).Select(part => Elements.Text(part["data"], "act"));

    private static IEnumerable<string?> States(JsonNode card) => Elements.All(card).Where(part => part["data"] is not null).Select(part => Elements.Text(part["data"], "state"));

    private static int Said(IEnumerable<TeamsMessage> pages, string text) => pages.SelectMany(page => Plain(Elements.Texts(page.Card))).Count(said => said == text);

    private static IEnumerable<string> Plain(IEnumerable<string> texts) => texts.Select(text => NoDates(text.StartsWith("•  ", StringComparison.Ordinal) ? text[3..] : text));

    private static string NoDates(string text) => text.Replace("{\u2060{", "{{", StringComparison.Ordinal);
}
