using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Loops;
using ChatHiring.Scorecards;
using ChatHiring.Timeline;

namespace ChatHiring.Slack.Cards;

/// <summary>A panellist who cannot be there: the form in which they say so, and what their question card becomes.</summary>
internal sealed class DeclineCard(SlackTemplates templates, Wording words)
{
    /// <summary>What follows, and room for a reason.</summary>
    public JsonObject Form(ScoreForm form) => templates.Fill("decline", new()
    {
        ["metadata"] = form.Heading.Seat.ToString(),
        ["title"] = words.Say("decline.cant").Fit(Shaped.Title),
        ["close"] = words.Say("decline.stay"),
        ["heading"] = QuestionCard.Title(form.Heading),
        ["when"] = When(form.Heading),
        ["whatHappens"] = words.WhatHappens(form.CantMakeIt),
        ["reason"] = words.Say("go-ahead.reason"),
        ["reasonNote"] = words.WhoReads(form.CantMakeIt),
        ["longest"] = DeclineSeat.MaxReason,
    });

    /// <summary>In the place of the question card. The reason stays with whoever was told.</summary>
    public SlackMessage Said(ScoreForm form) => templates.Message("declined", new()
    {
        ["fallback"] = words.Say("seat.declined"),
        ["title"] = QuestionCard.Title(form.Heading),
        ["when"] = When(form.Heading),
        ["line"] = words.Say(form.CantMakeIt),
        ["seat"] = form.Heading.Seat.ToString(),
        ["can"] = words.Say("decline.can"),
    });

    private string When(CardHeading heading) =>
        words.Say("card.when", ("time", LocalTime.Show(heading.StartsAt, heading.ZoneId)), ("minutes", heading.Minutes));
}
