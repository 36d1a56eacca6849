using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Platforms.Tests.Cards;
using ChatHiring.Scorecards;
using ChatHiring.Slack.Cards;
using ChatHiring.Tests;
using CsCheck;

namespace ChatHiring.Platforms.Tests.Slack.Cards;

/// <summary>Huge kits, long cards, markup in everything: within Slack's limits, whole, and inert.</summary>
public class AsTypedTests
{
    [Fact]
    public void Whatever_is_shown_is_within_the_limits() => Assert.All(Shown.All(), shown => Assert.Empty(Blocks.Faults(shown.Json)));

    [Fact]
    public void A_question_card_is_split_and_never_cut() => Gen.Select(Typed.Short, Typed.Long, Gen.Int[1, 30]).Holds((name, text, count) =>
    {
        var form = Typed.Form(name, text, count);

        var pages = Shown.Cards.QuestionCard(form);

        Assert.All(pages, page => Assert.Empty(Blocks.Faults(Shown.Json(page))));
        Assert.Equal(count * 2, pages.SelectMany(page => Blocks.Texts(page.Blocks)).Count(said => said == Typed.Cut(text, 2000)));
        Assert.Equal(["open_card", "told_private"], Actions(pages));
        Assert.All(pages, page => Inert(page.Text));
    }, iter: 100);

    [Fact]
    public void What_was_agreed_is_shown_as_typed_below_the_first_block_and_not_in_the_notification() => Gen.Select(Typed.Short, Gen.Int[1, 10]).Holds((text, count) =>
    {
        var agreed = Enumerable.Range(0, count).Select(at => Typed.Cut($"{at} {text}", 200)).ToList();

        var pages = Shown.Cards.QuestionCard(CardSamples.Peer() with { Adjustments = agreed });

        Assert.All(pages, page => Assert.Empty(Blocks.Faults(Shown.Json(page))));
        Assert.Equal(agreed, Blocks.Texts(pages[0].Blocks[1]).TakeLast(count));
        Assert.DoesNotContain(agreed, said => pages.Any(page => page.Text.Contains(said, StringComparison.Ordinal) || Blocks.Texts(page.Blocks[0]).Contains(said)));
    }, iter: 100);

    [Fact]
    public void Every_page_of_a_form_shows_what_was_typed() => Gen.Select(Typed.Short, Typed.Long, Gen.Int[1, 30]).Holds((name, text, count) =>
    {
        var form = Typed.Form(name, text, count);
        var pages = Enumerable.Range(0, FormSteps.Of(form).Count).Select(step => Shown.Cards.ScorePage(form, step, "m", text)).ToList();

        Assert.Equal(count + 2, pages.Count);
        Assert.All(pages.Append(Shown.Cards.Review(form, "m", text)), page => Assert.Empty(Blocks.Faults(page)));
        Assert.Equal(count + 1, pages.Count(page => Blocks.Objects(page).Any(part => part["initial_value"]?.GetValue<string>() == text)));
        Assert.Equal(count + 1, Blocks.Texts(Shown.Cards.Review(form, "m")).Count(said => said == text));
    }, iter: 50);

    [Fact]
    public void A_debrief_is_split_and_never_cut() => Gen.Select(Typed.Short, Typed.Long, Gen.Int[1, 9]).Holds((name, text, panel) =>
    {
        var pages = Shown.Cards.Debrief(Typed.Debrief(name, text, panel), CardSamples.Zone);

        Assert.All(pages, page => Assert.Empty(Blocks.Faults(Shown.Json(page))));
        Assert.All(pages, page => Inert(page.Text));
        Assert.All(pages, page => Assert.DoesNotContain(text, Blocks.Texts(page.Blocks[0])));
        // Each of eight items and the overall, and both sides of every split.
        Assert.Equal((panel * 9) + (panel > 1 ? 16 : 0), pages.SelectMany(page => Blocks.Texts(page.Blocks)).Count(said => said == text));
        Assert.Equal(pages.Select(page => page.Blocks.ToJsonString()), Shown.Cards.Debrief(Typed.Debrief(name, text, panel), CardSamples.Zone).Select(page => page.Blocks.ToJsonString()));
    }, iter: 60);

    [Fact]
    public void A_go_ahead_without_any_number_of_cards_is_one_dialog_that_says_how_many_it_does_not_name() => Gen.Select(Typed.Short, Gen.Int[31, 300], Gen.Bool).Holds((text, count, isToConfirm) =>
    {
        var goAhead = ListSamples.GoAhead with { Missing = [.. Enumerable.Range(0, count).Select(at => new MissingCardOf(new SeatId(CardSamples.Id(at)), Typed.Cut($"{at} {text}", 200), Typed.Cut(text, 80)))] };

        var page = Shown.Cards.GoAhead(goAhead, "m", isToConfirm, Typed.Cut(text, 500));

        Assert.Empty(Blocks.Faults(page));
        var said = Blocks.Texts(page);
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
        SlackMessage[] messages = [Shown.Cards.Reminder(PostKind.ScoreNow, heading), Shown.Cards.Reminder(item, null), Shown.Cards.Receipt(heading, CardSamples.Receipt), Shown.Cards.Anchor(CardSamples.Loop, name, name, new(1, 2))];

        Assert.All(messages, message => Assert.Empty(Blocks.Faults(Shown.Json(message))));
        Assert.All(messages, message => Inert(message.Text));
        Assert.Empty(Blocks.Faults(Shown.Cards.CardsList(inbox)));
        Assert.Empty(Blocks.Faults(Shown.Cards.Home(inbox, [.. Enumerable.Repeat(loop, 60)], _ => null, _ => null, new Uri("https://hiring.example.com"))));
        var goAhead = ListSamples.GoAhead with { CandidateShown = name, Missing = [new MissingCardOf(CardSamples.Seat, name, name)] };
        Assert.Empty(Blocks.Faults(Shown.Cards.GoAhead(goAhead, "m", isToConfirm: true, Typed.Cut(name, 500), name)));
        Assert.Empty(Blocks.Faults(Shown.Cards.Note(name, [name], [new TextToCopy(name, name, name)])));
    });

    [Fact]
    public void A_list_of_the_longest_names_answers_a_command() => Gen.Select(Typed.Long, Gen.Int[0, 50]).Holds((text, count) =>
    {
        var name = Typed.Cut(text, 200);
        var item = ListSamples.Inbox().Waiting[0] with { Heading = CardSamples.Heading with { Candidate = name, StageName = name, JobTitle = name }, Reminded = new Reminded(CardSamples.Start, name, name, true, CardSamples.Start) };
        var answer = Shown.Cards.CardsAnswer(new Inbox([], [.. Enumerable.Repeat(item, count)], [], []), "Two cards wait for you.");

        Assert.Empty(Blocks.Faults(Shown.Json(answer)));
        Assert.Equal(Math.Min(count, 7), Blocks.Objects(answer.Blocks).Count(part => part["action_id"]?.GetValue<string>() == "open_card"));
    }, iter: 60);

    [Fact]
    public void A_reason_is_shown_as_typed_to_whoever_was_told_below_the_first_block_and_not_in_the_notification() => Typed.Short.Holds(text =>
    {
        var item = new AttentionItem.Declined(CardSamples.Loop, "J.K.", CardSamples.Zone, text, "Peer", CardSamples.Start, text);

        var message = Shown.Cards.Reminder(item, null);

        Assert.Empty(Blocks.Faults(Shown.Json(message)));
        Assert.Contains(Blocks.Texts(message.Blocks[1]), said => said.EndsWith(text, StringComparison.Ordinal));
        Assert.Equal("A loop needs your attention", message.Text);
        Assert.Empty(Blocks.Faults(Shown.Cards.Home(new Inbox([item], [], [], []), [], _ => null, _ => null, null)));
    });

    [Fact]
    public void A_candidate_without_initials_still_makes_a_card()
    {
        var heading = CardSamples.Heading with { Candidate = "" };
        var item = new AttentionItem.Late(CardSamples.Loop, "", CardSamples.Zone, "Ana Silva", "Peer", CardSamples.Start);

        Assert.Empty(Blocks.Faults(Shown.Json(Shown.Cards.Reminder(PostKind.Nudge, heading))));
        Assert.Empty(Blocks.Faults(Shown.Json(Shown.Cards.Reminder(item, null))));
        Assert.Empty(Blocks.Faults(Shown.Json(Shown.Cards.Anchor(CardSamples.Loop, "", "Backend Engineer", new(1, 2)))));
        Assert.Empty(Blocks.Faults(Shown.Cards.Home(new Inbox([item], [ListSamples.Inbox().Waiting[0] with { Heading = heading }], [], []), [ListSamples.Watched() with { CandidateShown = "" }], _ => null, _ => null, null)));
    }

    [Fact]
    public void Before_the_reveal_no_message_and_no_list_holds_an_answer()
    {
        var form = CardSamples.Half();
        var said = form.Items[0].Answer.Evidence!.Text;
        JsonNode[] seen = [.. Shown.Cards.QuestionCard(form).Select(Shown.Json), .. Shown.All().Where(shown => !shown.Name.StartsWith("debrief", StringComparison.Ordinal) && shown.Json["type"]?.GetValue<string>() != "modal").Select(shown => shown.Json)];

        Assert.All(seen, json => Assert.DoesNotContain(said, Blocks.Texts(json)));
        Assert.All(seen, json => Assert.DoesNotContain("4 · Yes", Shown.Text(json), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<!channel> & *b* _i_ ~s~ `c` :tada: 15:02", "&lt;!channel&gt; &amp; ∗b∗ ˍiˍ ∼s∼ ˋcˋ ꞉tada꞉ 15:02")]
    public void A_notification_reads_no_markup(string typed, string said) => Assert.Equal(said, SlackEscape.Value(null, "text", typed));

    [Theory]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("slack://open", null)]
    [InlineData("not a link", null)]
    [InlineData("https://git.example.com/a", "https://git.example.com/a")]
    public void Only_web_addresses_are_links(string typed, string? link)
    {
        var view = CardSamples.Debrief() with { LeanOn = new LeanOn(typed, null) };
        var links = Shown.Cards.Debrief(view, CardSamples.Zone).SelectMany(page => Blocks.Objects(page.Blocks)).Where(part => part["type"]?.GetValue<string>() == "link");
        Assert.Equal(link, links.SingleOrDefault()?["url"]?.GetValue<string>());
    }

    private static void Inert(string text) => Assert.DoesNotMatch(@"[<>*_~`]|:[a-z]+:", text);

    private static string[] Actions(IEnumerable<SlackMessage> pages) =>
        [.. pages.SelectMany(page => Blocks.Objects(page.Blocks)).Select(part => part["action_id"]).OfType<JsonValue>().Select(id => id.GetValue<string>())];
}
