using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.Platforms.Tests.Cards;
using ChatHiring.Slack.Cards;
using ChatHiring.Tests;

namespace ChatHiring.Platforms.Tests.Slack.Cards;

/// <summary>Every message and view that Slack can show, by name.</summary>
internal static class Shown
{
    public static readonly SlackCards Cards = new(Wording.Load(Repository.File("cards", "words.en.json")), Repository.File("cards", "slack"));

    private static readonly JsonSerializerOptions _readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Uri _web = new("https://hiring.example.com/loops");

    public static IEnumerable<(string Name, JsonNode Json)> All() => Messages().Select(shown => (shown.Name, Json(shown.Message))).Concat(Views());

    public static JsonNode Json(SlackMessage message) => new JsonObject { ["text"] = message.Text, ["blocks"] = message.Blocks.DeepClone() };

    public static string Text(JsonNode json) => json.ToJsonString(_readable) + "\n";

    private static IEnumerable<(string Name, SlackMessage Message)> Messages()
    {
        var heading = CardSamples.Heading;
        yield return ("question-card", Assert.Single(Cards.QuestionCard(CardSamples.Peer())));
        yield return ("question-card-agreed", Assert.Single(Cards.QuestionCard(CardSamples.Peer() with { Adjustments = ["Give 25 % more time in the working session", "Captions are on; speak one at a time"], CantMakeIt = new(true, null, "Rosa Meier") })));
        yield return ("declined", Cards.Declined(CardSamples.Peer() with { CantMakeIt = new(false, CardSamples.Start, "Rosa Meier") }));
        yield return ("question-card-screen", Assert.Single(Cards.QuestionCard(CardSamples.Screen())));
        yield return ("receipt", Cards.Receipt(heading, CardSamples.Receipt));
        yield return ("receipt-changed", Cards.Receipt(heading, CardSamples.Receipt, changedSinceSubmit: true));
        yield return ("receipt-opened", Cards.Opened(heading, CardSamples.Receipt, _web));
        yield return ("receipt-opened-without", Cards.Opened(heading, null, null));
        yield return ("test-message", Cards.TestMessage());
        yield return ("reminder-starts-soon", Cards.Reminder(PostKind.StartsSoon, heading));
        yield return ("reminder-score-now", Cards.Reminder(PostKind.ScoreNow, heading));
        yield return ("reminder-nudge", Cards.Reminder(PostKind.Nudge, heading, new Reminded(CardSamples.Start, "Rosa Meier", "Rosa Meier", false, CardSamples.Start.AddDays(1))));
        yield return ("reminder-closed", Cards.Reminder(PostKind.SeatClosed, heading));
        foreach (var (name, item) in ListSamples.Attention())
            yield return ($"reminder-{name}", Cards.Reminder(item, _web));
        yield return ("reminder-can-after-all", Cards.Reminder(new AttentionItem.CanAfterAll(CardSamples.Loop, "J.K.", CardSamples.Zone, "Bo Lind", "Peer", CardSamples.Start), _web));
        yield return ("anchor", Cards.Anchor(CardSamples.Loop, "J.K.", "Backend Engineer", new CardCount(4, 7)));
        foreach (var (at, message) in Cards.Debrief(CardSamples.Debrief(), CardSamples.Zone).Index())
            yield return ($"debrief-{at}", message);
        yield return ("debrief-ping", Cards.DebriefPing(new Uri("https://example.slack.com/archives/C1/p1")));
    }

    private static IEnumerable<(string Name, JsonNode Json)> Views()
    {
        foreach (var step in Enumerable.Range(0, 4))
            yield return ($"score-page-{step}", Cards.ScorePage(CardSamples.Half(), step, "m"));
        yield return ("score-page-warning", Cards.ScorePage(CardSamples.Peer(), 0, "m", "Another device saved something else here meanwhile."));
        yield return ("facts-page", Cards.ScorePage(CardSamples.Screen(), 2, "m"));
        yield return ("review-page", Cards.Review(CardSamples.Half(), "m", "Some answers are still missing. Your draft is kept."));
        yield return ("review-page-in", Cards.Review(CardSamples.In(), "m"));
        yield return ("review-page-screen", Cards.Review(CardSamples.Screen(), "m"));
        yield return ("decline", Cards.Decline(CardSamples.Peer() with { CantMakeIt = new(true, null, "Rosa Meier") }));
        yield return ("levels", Cards.Levels(CardSamples.Pack.Rubric));
        yield return ("go-ahead-page", Cards.GoAhead(ListSamples.GoAhead, "m", isToConfirm: false));
        yield return ("go-ahead-page-changed", Cards.GoAhead(ListSamples.GoAhead with { Missing = [ListSamples.GoAhead.Missing[0]] }, "m", isToConfirm: false, "Both have left.", "The cards that are missing have changed meanwhile. Look again."));
        yield return ("go-ahead-page-confirm", Cards.GoAhead(ListSamples.GoAhead, "m", isToConfirm: true, "Both have *left* <!here>."));
        yield return ("note-told-private", Cards.ToldPrivate());
        yield return ("note-not-saved", Cards.Note("Your card", ["The debrief has been open since Tue 2 Jun 17:00 CEST, so your card can no longer change."], [new TextToCopy("rate limiter", "4 · Yes", "They said *that*."), new TextToCopy("indexes", null, " ")], (_web, "Read the debrief")));
        yield return ("cards-list", Cards.CardsList(ListSamples.Inbox()));
        yield return ("cards-list-empty", Cards.CardsList(new Inbox([], [], [], [])));
        yield return ("home", Cards.Home(ListSamples.Inbox(), [ListSamples.Watched()], _ => _web, _ => _web, _web));
        yield return ("home-empty", Cards.Home(new Inbox([], [], [], []), [], _ => null, _ => null, null));
    }
}
