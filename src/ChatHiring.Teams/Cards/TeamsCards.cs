using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.Scorecards;

namespace ChatHiring.Teams.Cards;

/// <summary>Everything that Teams shows, from the views that every platform shares. What people typed comes out as typed and pings nobody.</summary>
/// <param name="folder">Where the templates are: <c>cards/teams</c>.</param>
internal sealed class TeamsCards(Wording words, string folder)
{
    private readonly TeamsTemplates _templates = new(folder);

    /// <returns>One message, or more when the questions are long; the first has the buttons and becomes the receipt.</returns>
    public IReadOnlyList<TeamsMessage> QuestionCard(ScoreForm form) => new QuestionCard(_templates, words).Questions(form);

    public TeamsMessage Receipt(CardHeading heading, Receipt receipt, bool changedSinceSubmit = false) =>
        new QuestionCard(_templates, words).Receipt(heading, receipt, changedSinceSubmit);

    /// <inheritdoc cref="QuestionCardData.Opened"/>
    public TeamsMessage Opened(CardHeading heading, Receipt? receipt, Uri? debrief) => new QuestionCard(_templates, words).Opened(heading, receipt, debrief);

    /// <inheritdoc cref="QuestionCardData.Declined"/>
    public TeamsMessage Declined(ScoreForm form) => new QuestionCard(_templates, words).Declined(form);

    /// <inheritdoc cref="Reminders.ToPanellist"/>
    public TeamsMessage Reminder(PostKind kind, CardHeading heading, Reminded? reminded = null) => new Reminders(_templates, words).ToPanellist(kind, heading, reminded);

    /// <inheritdoc cref="Reminders.ToWatcher"/>
    public TeamsMessage Reminder(AttentionItem item, Uri? url) => new Reminders(_templates, words).ToWatcher(item, url);

    /// <inheritdoc cref="Reminders.Test"/>
    public TeamsMessage TestMessage() => new Reminders(_templates, words).Test();

    public TeamsMessage Anchor(LoopId loop, string candidateShown, string jobTitle, CardCount cards) =>
        new DebriefMessages(_templates, words).Anchor(loop, candidateShown, jobTitle, cards);

    /// <returns>The root first, which the anchor becomes; the others are replies, the scores last.</returns>
    public IReadOnlyList<TeamsMessage> Debrief(DebriefView view, string zoneId) =>
        [.. new DebriefMessages(_templates, words).Evidence(view, zoneId), .. new DebriefScores(_templates, words).Scores(view)];

    /// <inheritdoc cref="DebriefMessages.Pointer"/>
    public TeamsMessage DebriefPointer(Uri? page) => new DebriefMessages(_templates, words).Pointer(page);

    /// <summary>The cards alone, as an answer to a command.</summary>
    public TeamsMessage CardsAnswer(Inbox inbox, string sentence) => new ListPages(_templates, words).Cards(inbox, sentence);

    /// <inheritdoc cref="ListPages.Status"/>
    public TeamsMessage Status(Inbox inbox, IReadOnlyList<WatchedLoop> loops, Func<AttentionItem, Uri?> pageOf, Uri? web, string sentence, Func<LoopId, Uri?>? debriefOf = null) =>
        new ListPages(_templates, words).Status(inbox, loops, pageOf, web, sentence, debriefOf);

    /// <inheritdoc cref="ScorePages.Page"/>
    public TeamsDialog ScorePage(ScoreForm form, int step, string state, FormMarks? marks = null, FormPlace place = FormPlace.Dialog) =>
        new ScorePages(_templates, words).Page(form, step, state, marks ?? FormMarks.None, place);

    public TeamsDialog Review(ScoreForm form, string state, string? warning = null, FormPlace place = FormPlace.Dialog) =>
        new ReviewPage(_templates, words).View(form, state, warning, place);

    /// <inheritdoc cref="FormPages.Decline"/>
    public TeamsDialog Decline(ScoreForm form, string? reason = null, string? fault = null) => new FormPages(_templates, words).Decline(form, reason, fault);

    /// <inheritdoc cref="FormPages.GoAhead"/>
    public TeamsDialog GoAhead(GoAheadView view, string state, bool isToConfirm, string? reason = null, string? warning = null, string? fault = null) =>
        new FormPages(_templates, words).GoAhead(view, state, isToConfirm, reason, warning, fault);

    /// <inheritdoc cref="FormPages.Note"/>
    public TeamsDialog Note(string title, IEnumerable<string> paragraphs, IReadOnlyList<TextToCopy>? texts = null, (Uri Url, string Label)? link = null) =>
        new FormPages(_templates, words).Note(title, paragraphs, texts ?? [], link);

    /// <summary>A card with a sentence above it.</summary>
    public JsonObject Under(string sentence, JsonObject card)
    {
        var under = card.DeepClone().AsObject();
        foreach (var element in _templates.Elements("form-warning", new() { ["warning"] = sentence }))
            TeamsTemplates.Body(under).Insert(0, element);
        return under;
    }

    /// <summary>What to do with something that a candidate told in confidence.</summary>
    public TeamsDialog ToldPrivate() => Note(words.Say("private.title"), [words.Say("private.write"), words.Say("private.adjust"), words.Say("private.thank")]);
}
