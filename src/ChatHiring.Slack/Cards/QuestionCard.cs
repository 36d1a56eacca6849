using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Loops;
using ChatHiring.Packs;
using ChatHiring.Scorecards;
using ChatHiring.Timeline;

namespace ChatHiring.Slack.Cards;

/// <summary>What is asked, who asks it and what to look for; and the two small messages that may take its place.</summary>
internal sealed class QuestionCard(SlackTemplates templates, Wording words)
{
    // The title, and when and with whom: the questions come after them.
    private const int Head = 2;

    /// <returns>One message, or more when the questions are long; the first has the buttons.</returns>
    public IReadOnlyList<SlackMessage> Questions(ScoreForm form)
    {
        var card = templates.Message("question-card", Data(form));
        templates.Insert(card.Blocks, Head, "question-line", form.Items.Index().Select(at => Question(at.Item, at.Index + 1)));
        var actions = card.Blocks[^1];
        card.Blocks.RemoveAt(card.Blocks.Count - 1);
        var pages = SlackPages.Split(card, templates.Message("more", new() { ["line"] = words.Say("card.more") }));
        pages[0].Blocks.Add(actions);
        return pages;
    }

    public SlackMessage Receipt(CardHeading heading, Receipt receipt, bool changedSinceSubmit) => templates.Message("receipt", new()
    {
        ["title"] = Title(heading),
        ["line"] = words.Say("receipt.line", ("time", LocalTime.Show(receipt.SubmittedAt, heading.ZoneId))),
        ["changed"] = changedSinceSubmit ? words.Say("receipt.changed") : null,
        ["seat"] = heading.Seat.ToString(),
        ["open"] = words.Say("receipt.see-or-change"),
    });

    public static string Title(CardHeading heading) => Shaped.Line(heading.Candidate, heading.StageName);

    /// <summary>"Technical · rate limiter", and who asks: "you ask", "Bo asks", or null where one person asks all.</summary>
    public static (string Tag, string? WhoAsks) Tag(Wording words, FormItem item)
    {
        var tag = item.Item.Key == Jobs.InterviewPlan.Overall ? null : words.Say(item.Item.Kind, item.Item.Category);
        var who = item switch
        {
            { AskedBy: null } => null,
            { YouAsk: true } => words.Say("card.you-ask"),
            { AskedBy: { } other } => $"{other} {words.Say("card.asks")}",
        };
        return (Shaped.Line(tag, item.Item.Topic == item.Item.Text ? null : item.Item.Topic), who);
    }

    private JsonObject Data(ScoreForm form)
    {
        var heading = form.Heading;
        var time = LocalTime.Show(heading.StartsAt, heading.ZoneId);
        return new()
        {
            ["fallback"] = words.Say("card.for", ("time", time)),
            ["title"] = Title(heading).Fit(Shaped.Header),
            ["when"] = words.Say("card.when", ("time", time), ("minutes", heading.Minutes)),
            ["with"] = heading.With.Count == 0 ? null : words.Say("loop.with", ("people", words.Join(heading.With))),
            ["job"] = $"{heading.JobTitle} · {words.Say("card.level")} {heading.Level}",
            ["agreedTitle"] = words.Say("card.agreed"),
            ["agreed"] = form.Adjustments.ToList(agreed => agreed),
            ["factsTitle"] = words.Say("form.facts"),
            ["facts"] = form.Facts.ToList(fact => fact.Fact.Label),
            ["lastTen"] = words.Say("card.last-ten"),
            ["seat"] = heading.Seat.ToString(),
            ["open"] = words.Say("card.score"),
            ["toldPrivate"] = words.Say("card.told-private"),
            ["cantMakeIt"] = form.CantMakeIt.MaySay ? words.Say("decline.cant") : null,
        };
    }

    private JsonObject Question(FormItem item, int number)
    {
        var (tag, who) = Tag(words, item);
        return new() { ["tag"] = $"{number} · {tag}", ["whoAsks"] = who, ["text"] = item.Item.Text, ["lookForTitle"] = words.Say("card.look-for"), ["lookFor"] = item.Item.LookFor };
    }
}
