using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.Packs;
using ChatHiring.Scorecards;

namespace ChatHiring.Slack.Cards;

/// <summary>Everything that Slack shows, from the views that every platform shares. What people typed comes out as typed and pings nobody.</summary>
/// <param name="folder">Where the templates are: <c>cards/slack</c>.</param>
internal sealed class SlackCards(Wording words, string folder)
{
    private readonly SlackTemplates _templates = new(folder);

    /// <returns>One message, or more when the questions are long; the first has the buttons and becomes the receipt.</returns>
    public IReadOnlyList<SlackMessage> QuestionCard(ScoreForm form) => new QuestionCard(_templates, words).Questions(form);

    public SlackMessage Receipt(CardHeading heading, Receipt receipt, bool changedSinceSubmit = false) =>
        new QuestionCard(_templates, words).Receipt(heading, receipt, changedSinceSubmit);

    /// <inheritdoc cref="QuestionCardData.Opened"/>
    public SlackMessage Opened(CardHeading heading, Receipt? receipt, Uri? debrief) => new QuestionCard(_templates, words).Opened(heading, receipt, debrief);

    /// <inheritdoc cref="QuestionCardData.Declined"/>
    public SlackMessage Declined(ScoreForm form) => new QuestionCard(_templates, words).Declined(form);

    /// <inheritdoc cref="FormPages.Decline"/>
    public JsonObject Decline(ScoreForm form) => new FormPages(_templates, words).Decline(form);

    /// <inheritdoc cref="Reminders.ToPanellist"/>
    public SlackMessage Reminder(PostKind kind, CardHeading heading, Reminded? reminded = null) => new Reminders(_templates, words).ToPanellist(kind, heading, reminded);

    /// <inheritdoc cref="Reminders.ToWatcher"/>
    public SlackMessage Reminder(AttentionItem item, Uri? url) => new Reminders(_templates, words).ToWatcher(item, url);

    /// <inheritdoc cref="Reminders.Test"/>
    public SlackMessage TestMessage() => new Reminders(_templates, words).Test();

    public SlackMessage Anchor(LoopId loop, string candidateShown, string jobTitle, CardCount cards) =>
        new DebriefMessages(_templates, words).Anchor(loop, candidateShown, jobTitle, cards);

    /// <returns>The root first, which the anchor becomes; the others are replies, the scores last.</returns>
    public IReadOnlyList<SlackMessage> Debrief(DebriefView view, string zoneId) =>
        [.. new DebriefMessages(_templates, words).Evidence(view, zoneId), .. new DebriefScores(_templates, words).Scores(view)];

    /// <inheritdoc cref="DebriefMessages.Ping"/>
    public SlackMessage DebriefPing(Uri? permalink) => new DebriefMessages(_templates, words).Ping(permalink);

    /// <inheritdoc cref="DebriefMessages.Pointer"/>
    public SlackMessage DebriefPointer(Uri? permalink) => new DebriefMessages(_templates, words).Pointer(permalink);

    /// <inheritdoc cref="DebriefMessages.Linked"/>
    public SlackMessage Linked(string line, Uri? url, string label) => new DebriefMessages(_templates, words).Linked(line, url, label);

    /// <inheritdoc cref="ScorePages.Page"/>
    public JsonObject ScorePage(ScoreForm form, int step, string metadata, string? warning = null, IReadOnlyList<TextToCopy>? texts = null) =>
        new ScorePages(_templates, words).Page(form, step, metadata, warning, texts ?? []);

    public JsonObject Review(ScoreForm form, string metadata, string? warning = null) => new ReviewPage(_templates, words).View(form, metadata, warning);

    /// <inheritdoc cref="FormPages.GoAhead"/>
    public JsonObject GoAhead(GoAheadView view, string metadata, bool isToConfirm, string? reason = null, string? warning = null) =>
        new FormPages(_templates, words).GoAhead(view, metadata, isToConfirm, reason, warning);

    public JsonObject Levels(Rubric rubric) => new ScorePages(_templates, words).Levels(rubric);

    /// <inheritdoc cref="FormPages.Note"/>
    public JsonObject Note(string title, IEnumerable<string> paragraphs, IReadOnlyList<TextToCopy>? texts = null, (Uri Url, string Label)? link = null) =>
        new FormPages(_templates, words).Note(title, paragraphs, texts ?? [], link);

    /// <summary>What to do with something that a candidate told in confidence.</summary>
    public JsonObject ToldPrivate() => Note(words.Say("private.title"), [words.Say("private.write"), words.Say("private.adjust"), words.Say("private.thank")]);

    public JsonObject CardsList(Inbox inbox) => new ListPages(_templates, words).Cards(inbox);

    /// <summary>The same list under a sentence, as an answer to a command.</summary>
    public SlackMessage CardsAnswer(Inbox inbox, string sentence) => new(
        SlackEscape.Value(null, "text", sentence),
        [new JsonObject { ["type"] = "section", ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = sentence, ["emoji"] = false } }, .. new ListPages(_templates, words).CardsInAMessage(inbox).Select(block => block?.DeepClone())]);

    /// <inheritdoc cref="ListPages.Home"/>
    public JsonObject Home(Inbox inbox, IReadOnlyList<WatchedLoop> loops, Func<AttentionItem, Uri?> pageOf, Func<LoopId, Uri?> debriefOf, Uri? web) =>
        new ListPages(_templates, words).Home(inbox, loops, pageOf, debriefOf, web);
}
