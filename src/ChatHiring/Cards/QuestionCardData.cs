using System.Text.Json.Nodes;
using ChatHiring.Loops;
using ChatHiring.Scorecards;
using ChatHiring.Timeline;

namespace ChatHiring.Cards;

/// <summary>What a question card says, and the two small messages that may take its place: the same in every chat.</summary>
public static class QuestionCardData
{
    public static JsonObject Of(Wording words, ScoreForm form)
    {
        var heading = form.Heading;
        return new()
        {
            ["fallback"] = words.Say("card.for", ("time", LocalTime.Show(heading.StartsAt, heading.ZoneId))),
            ["title"] = heading.Title(),
            ["when"] = words.When(heading),
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

    /// <summary>Its questions, one after the other.</summary>
    public static IEnumerable<JsonObject> Questions(Wording words, ScoreForm form) => form.Items.Select((item, at) =>
    {
        var (tag, who) = words.Tag(item);
        return new JsonObject { ["tag"] = $"{at + 1} · {tag}", ["whoAsks"] = who, ["text"] = item.Item.Text, ["lookForTitle"] = words.Say("card.look-for"), ["lookFor"] = item.Item.LookFor };
    });

    public static JsonObject Receipt(Wording words, CardHeading heading, Receipt receipt, bool changedSinceSubmit) => new()
    {
        ["title"] = heading.Title(),
        ["line"] = words.Say("receipt.line", ("time", LocalTime.Show(receipt.SubmittedAt, heading.ZoneId))),
        ["changed"] = changedSinceSubmit ? words.Say("receipt.changed") : null,
        ["seat"] = heading.Seat.ToString(),
        ["open"] = words.Say("receipt.see-or-change"),
        ["url"] = null,
    };

    /// <summary>In the same place once the debrief is open. Nothing can be changed any more.</summary>
    /// <param name="receipt">Null: no card of theirs is in.</param>
    /// <param name="debrief">Its web page; null leaves the button out.</param>
    public static JsonObject Opened(Wording words, CardHeading heading, Receipt? receipt, Uri? debrief) => new()
    {
        ["title"] = heading.Title(),
        ["line"] = receipt is null
            ? words.Say("inbox.open")
            : words.Say("receipt.in", ("time", LocalTime.Show(receipt.SubmittedAt, heading.ZoneId))) + " " + words.Say("inbox.open"),
        ["changed"] = null,
        ["seat"] = null,
        ["open"] = words.Say("debrief.read"),
        ["url"] = debrief?.AbsoluteUri,
    };

    /// <summary>In the place of the question card of somebody who cannot be there. The reason stays with whoever was told.</summary>
    public static JsonObject Declined(Wording words, ScoreForm form) => new()
    {
        ["fallback"] = words.Say("seat.declined"),
        ["title"] = form.Heading.Title(),
        ["when"] = words.When(form.Heading),
        ["line"] = words.Say(form.CantMakeIt),
        ["seat"] = form.Heading.Seat.ToString(),
        ["can"] = words.Say("decline.can"),
    };
}
