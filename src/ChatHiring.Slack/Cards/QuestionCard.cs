using ChatHiring.Cards;
using ChatHiring.Loops;
using ChatHiring.Scorecards;

namespace ChatHiring.Slack.Cards;

/// <summary>What is asked, who asks it and what to look for; and the two small messages that may take its place.</summary>
internal sealed class QuestionCard(SlackTemplates templates, Wording words)
{
    // The title, and when and with whom: the questions come after them.
    private const int Head = 2;

    /// <returns>One message, or more when the questions are long; the first has the buttons.</returns>
    public IReadOnlyList<SlackMessage> Questions(ScoreForm form)
    {
        var card = templates.Message("question-card", QuestionCardData.Of(words, form).Fit(SlackLimits.Header, "title"));
        templates.Insert(card.Blocks, Head, "question-line", QuestionCardData.Questions(words, form));
        var actions = card.Blocks[^1];
        card.Blocks.RemoveAt(card.Blocks.Count - 1);
        var pages = SlackPages.Split(card, templates.Message("more", new() { ["line"] = words.Say("card.more") }));
        pages[0].Blocks.Add(actions);
        return pages;
    }

    public SlackMessage Receipt(CardHeading heading, Receipt receipt, bool changedSinceSubmit) =>
        templates.Message("receipt", QuestionCardData.Receipt(words, heading, receipt, changedSinceSubmit));

    /// <inheritdoc cref="QuestionCardData.Opened"/>
    public SlackMessage Opened(CardHeading heading, Receipt? receipt, Uri? debrief) => templates.Message("receipt", QuestionCardData.Opened(words, heading, receipt, debrief));

    public SlackMessage Declined(ScoreForm form) => templates.Message("declined", QuestionCardData.Declined(words, form));
}
