using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.Platforms.Tests.Cards;
using ChatHiring.Scorecards;
using ChatHiring.Teams.Cards;
using ChatHiring.Tests;

namespace ChatHiring.Platforms.Tests.Teams.Cards;

/// <summary>Every message and dialog that Teams can show, by name.</summary>
internal static class Shown
{
    public const string State = """{"seat":"2","page":1}""";

    public static readonly Wording Words = Wording.Load(Repository.File("cards", "words.en.json"));

    public static readonly TeamsCards Cards = new(Words, Repository.File("cards", "teams"));

    private static readonly JsonSerializerOptions _short = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions _readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<(string Name, JsonNode Json)> All() =>
        Messages().Select(shown => (shown.Name, Json(shown.Message))).Concat(Dialogs().Concat(OnMessages()).Select(shown => (shown.Name, Json(shown.Dialog))));

    public static JsonNode Json(TeamsMessage message) => new JsonObject { ["summary"] = message.Summary, ["card"] = message.Card.DeepClone() };

    public static JsonNode Json(TeamsDialog dialog) => new JsonObject { ["title"] = dialog.Title, ["card"] = dialog.Card.DeepClone() };

    /// <summary>As it is counted: nothing between, and no character written as another.</summary>
    public static string Line(JsonNode json) => json.ToJsonString(_short);

    public static string Text(JsonNode json) => json.ToJsonString(_readable) + "\n";

    public static IEnumerable<(string Name, TeamsMessage Message)> Messages()
    {
        var heading = CardSamples.Heading;
        yield return ("question-card", Assert.Single(Cards.QuestionCard(CardSamples.Peer())));
        yield return ("question-card-agreed", Assert.Single(Cards.QuestionCard(CardSamples.Peer() with { Adjustments = ["Give 25 % more time in the working session", "Captions are on; speak one at a time"], CantMakeIt = new(true, null, "Rosa Meier") })));
        yield return ("question-card-screen", Assert.Single(Cards.QuestionCard(CardSamples.Screen())));
        yield return ("declined", Cards.Declined(CardSamples.Peer() with { CantMakeIt = new(false, CardSamples.Start, "Rosa Meier") }));
        yield return ("receipt", Cards.Receipt(heading, CardSamples.Receipt));
        yield return ("receipt-opened", Cards.Opened(heading, CardSamples.Receipt, ListSamples.Web));
        yield return ("receipt-opened-without", Cards.Opened(heading, null, null));
        yield return ("receipt-changed", Cards.Receipt(heading, CardSamples.Receipt, changedSinceSubmit: true));
        yield return ("test-message", Cards.TestMessage());
        yield return ("reminder-starts-soon", Cards.Reminder(PostKind.StartsSoon, heading));
        yield return ("reminder-score-now", Cards.Reminder(PostKind.ScoreNow, heading));
        yield return ("reminder-nudge", Cards.Reminder(PostKind.Nudge, heading, new Reminded(CardSamples.Start, "Rosa Meier", "Rosa Meier", false, CardSamples.Start.AddDays(1))));
        yield return ("reminder-closed", Cards.Reminder(PostKind.SeatClosed, heading));
        foreach (var (name, item) in ListSamples.Attention())
            yield return ($"reminder-{name}", Cards.Reminder(item, ListSamples.Web));
        yield return ("reminder-can-after-all", Cards.Reminder(new AttentionItem.CanAfterAll(CardSamples.Loop, "J.K.", CardSamples.Zone, "Bo Lind", "Peer", CardSamples.Start), ListSamples.Web));
        yield return ("anchor", Cards.Anchor(CardSamples.Loop, "J.K.", "Backend Engineer", new CardCount(4, 7)));
        foreach (var (at, message) in Cards.Debrief(CardSamples.Debrief(), CardSamples.Zone).Index())
            yield return ($"debrief-{at}", message);
        yield return ("debrief-pointer", Cards.DebriefPointer(new Uri("https://hiring.example.com/debriefs/1")));
        yield return ("cards-answer", Cards.CardsAnswer(ListSamples.Inbox(), "Which card?"));
        yield return ("status", Cards.Status(ListSamples.Inbox(), [ListSamples.Watched()], _ => ListSamples.Web, ListSamples.Web, "Cards you owe: 2. Cards owed to you: 1.", _ => ListSamples.Web));
        yield return ("status-empty", Cards.Status(new Inbox([], [], [], []), [], _ => null, null, "Cards you owe: 0. Cards owed to you: 0."));
    }

    public static IEnumerable<(string Name, TeamsDialog Dialog)> Dialogs()
    {
        foreach (var step in Enumerable.Range(0, 4))
            yield return ($"score-page-{step}", Cards.ScorePage(CardSamples.Half(), step, State));
        yield return ("score-page-empty", Cards.ScorePage(CardSamples.Peer(), 0, State));
        yield return ("score-page-faults", Cards.ScorePage(CardSamples.Half(), 0, State, Faults()));
        yield return ("score-page-conflict", Cards.ScorePage(SavedElsewhere(), 0, State, Conflict()));
        yield return ("facts-page", Cards.ScorePage(CardSamples.Screen(), 2, State));
        yield return ("review-page", Cards.Review(CardSamples.Half(), State, "Some answers are still missing. Your draft is kept."));
        yield return ("review-page-in", Cards.Review(CardSamples.In(), State));
        yield return ("review-page-screen", Cards.Review(CardSamples.Screen(), State));
        yield return ("decline", Cards.Decline(CardSamples.Peer() with { CantMakeIt = new(true, null, "Rosa Meier") }));
        yield return ("decline-fault", Cards.Decline(CardSamples.Peer() with { CantMakeIt = new(true, null, null) }, "Too long, say", "This is 501 characters long, and 500 fit."));
        yield return ("go-ahead-page", Cards.GoAhead(ListSamples.GoAhead, State, isToConfirm: false));
        yield return ("go-ahead-page-changed", Cards.GoAhead(ListSamples.GoAhead with { Missing = [ListSamples.GoAhead.Missing[0]] }, State, isToConfirm: false, "Both have left.", "The cards that are missing have changed meanwhile. Look again."));
        yield return ("go-ahead-page-confirm", Cards.GoAhead(ListSamples.GoAhead, State, isToConfirm: true, "Both have *left* <!here>."));
        yield return ("go-ahead-page-fault", Cards.GoAhead(ListSamples.GoAhead, State, isToConfirm: false, fault: "Say why, in a sentence that can be read."));
        yield return ("note-told-private", Cards.ToldPrivate());
        yield return ("note-not-saved", Cards.Note("Your card", ["The debrief has been open since Tue 2 Jun 17:00 CEST, so your card can no longer change."], [new TextToCopy("rate limiter", "4 · Yes", "They said *that*."), new TextToCopy("indexes", null, " ")], (ListSamples.Web, "Read the debrief")));
    }

    public static IEnumerable<(string Name, TeamsDialog Dialog)> OnMessages()
    {
        yield return ("on-message-score-page", Cards.ScorePage(CardSamples.Half(), 0, State, place: FormPlace.Message));
        yield return ("on-message-review-page", Cards.Review(CardSamples.Half(), State, place: FormPlace.Message));
    }

    private static FormMarks Faults() => new(
        "Not everything could be saved. The rest is.",
        [new AnswerFault.NoSuchScore("q7"), new AnswerFault.NotEvidence("q7", new EvidenceFault.HiddenCharacter("zero width space"))],
        new Dictionary<string, TypedAnswer> { ["q7"] = new("9", "They said that\u200B this is typed.") },
        [new TextToCopy("indexes", "2 · No", "This question is no longer on the card.")]);

    private static ScoreForm SavedElsewhere()
    {
        var form = CardSamples.Half();
        return form with { Items = [form.Items[0] with { Answer = CardSamples.Says(2, "Saved on the phone.") }, .. form.Items.Skip(1)] };
    }

    private static FormMarks Conflict() => FormMarks.None with
    {
        Faults = [new AnswerFault.ChangedElsewhere("q7", CardSamples.Says(2, "Saved on the phone."), CardSamples.Says(5, "Typed here."))],
        Typed = new Dictionary<string, TypedAnswer> { ["q7"] = new("5", "Typed here.") },
    };
}
