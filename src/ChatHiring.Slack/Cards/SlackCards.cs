using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.Scorecards;
using ChatHiring.Timeline;

namespace ChatHiring.Slack.Cards;

/// <summary>Messages, from facts and words. None of them ever holds an answer before the reveal.</summary>
internal sealed class SlackCards(SlackTemplates templates, Wording words)
{
    /// <summary>The questions; several messages where one would be too long.</summary>
    public IReadOnlyList<SlackMessage> QuestionCard(ScoreForm form)
    {
        var heading = form.Heading;
        var pages = SlackPages.Of([About(form), .. form.Items.Select((item, i) => Question(item, i + 1)), new Piece(Small: words.Say("card.last-ten"))]);
        var text = words.Say("slack.questions-for", ("time", LocalTime.Show(heading.StartsAt, heading.ZoneId)));
        return [.. pages.Select((page, i) => templates.Message(
            "question-card", text, i == 0 ? HeadingOf(heading) : null, page, i == pages.Count - 1 ? [Write(heading, "card.score"), Private()] : []))];
    }

    public SlackMessage Receipt(ScoreForm form)
    {
        var time = form.Receipt is { } receipt ? LocalTime.Show(receipt.SubmittedAt, form.Heading.ZoneId) : "";
        var line = words.Say(form.Receipt?.RevealedAt is null ? "receipt.line" : "receipt.in", ("time", time));
        return templates.Message("receipt", words.Say("receipt.in", ("time", time)), HeadingOf(form.Heading), [new Piece(Body: line)], Write(form.Heading, "receipt.see-or-change", isPrimary: false));
    }

    public SlackMessage Reminder(PostView.Reminder reminder)
    {
        var heading = reminder.Heading;
        var line = reminder.Reminded is { } reminded ? words.Say(reminded, heading.ZoneId) : words.Say(reminder.Kind switch
        {
            PostKind.StartsSoon => "slack.starts-soon",
            PostKind.SeatClosed => "seat.closed",
            _ => "slack.score-now",
        });
        var text = words.Say(reminder.Kind == PostKind.StartsSoon ? "slack.starts-soon" : "slack.waiting");
        return templates.Message("reminder", text, null, [new Piece(HeadingOf(heading), line)], Write(heading, "card.score"));
    }

    public SlackMessage Attention(AttentionItem item) =>
        templates.Message("reminder", words.Say("slack.attention"), null, [new Piece(item.CandidateShown, words.Say(item))]);

    public SlackMessage Anchor(PostView.Anchor anchor) => templates.Message(
        "anchor",
        words.Say("slack.count", ("cards", words.Say(anchor.Cards))),
        null,
        [new Piece($"{anchor.CandidateShown} · {anchor.JobTitle}", words.Say("slack.count", ("cards", words.Say(anchor.Cards))))],
        new Button(SlackActions.MyCard, words.Say("slack.my-card"), anchor.Loop.ToString()));

    /// <summary>One line, and where it leads.</summary>
    public SlackMessage Line(string sentence, string? link) =>
        templates.Message("anchor", sentence, null, [new Piece(Body: sentence, Link: link is null ? null : (link, words.Say("debrief.read")))]);

    /// <summary>The cards that wait, each with its button.</summary>
    public SlackMessage Waiting(Inbox inbox, string text) => SlackMessage.Of(templates.Fill("cards-waiting", new JsonObject
    {
        ["text"] = text,
        ["toWrite"] = SlackTemplates.Json(inbox.Waiting.Take(SlackLists.MostRows).Select(item => SlackLists.CardRow(words, item).ToJson())),
    }));

    private Piece About(ScoreForm form)
    {
        var heading = form.Heading;
        var lines = new[]
        {
            words.Say("card.when", ("time", LocalTime.Show(heading.StartsAt, heading.ZoneId)), ("minutes", heading.Minutes)),
            heading.With.Count > 0 ? $"{words.Say("card.with")} {words.Join(heading.With)}" : null,
            $"{words.Say("card.level")} {heading.Level}",
            heading.Purpose,
        };
        return new Piece(Body: string.Join('\n', lines.OfType<string>()));
    }

    private Piece Question(FormItem item, int number)
    {
        var asks = item.YouAsk && item.AskedBy is not null ? words.Say("card.you-ask") : item.AskedBy is { } name ? $"{name} {words.Say("card.asks")}" : null;
        var title = string.Join(" · ", new[] { $"{number}", words.Say(item.Item.Kind, item.Item.Category), asks }.OfType<string>());
        return new Piece(title, item.Item.Text, $"{words.Say("card.look-for")} {item.Item.LookFor}");
    }

    private Button Write(CardHeading heading, string word, bool isPrimary = true) => new(SlackActions.OpenCard, words.Say(word), heading.Seat.ToString(), IsPrimary: isPrimary);

    private Button Private() => new(SlackActions.ToldPrivate, words.Say("slack.private-button"));

    private static string HeadingOf(CardHeading heading) => SlackLists.Short($"{heading.Candidate} · {heading.StageName}", 150);
}
