using System.Text.Json.Nodes;
using ChatHiring.Debriefs;
using ChatHiring.Loops;
using ChatHiring.Packs;
using ChatHiring.Scorecards;

namespace ChatHiring.Cards;

/// <summary>A choice of a score.</summary>
/// <param name="Value">As <see cref="TypedAnswer.Score"/> reads it.</param>
/// <param name="Level">Null: not asked, or none yet.</param>
public sealed record ScoreChoice(string Text, string Value, Level? Level);

/// <summary>What the pages of a form say, but for how they are left: the same in every chat.</summary>
public static class FormData
{
    /// <summary>What one dialog of each chat has room for.</summary>
    private const int MostMissing = 30;

    /// <param name="texts">What the warning is about, to be copied.</param>
    public static JsonObject Page(Wording words, ScoreForm form, int step, string? warning, IEnumerable<TextToCopy> texts)
    {
        var data = FormSteps.Of(form)[step] switch
        {
            FormStep.Scored scored => Scored(words, scored.Item),
            FormStep.Facts facts => Facts(words, facts.Asked),
            _ => throw new ArgumentOutOfRangeException(nameof(step)),
        };
        data["warning"] = warning.OrNull();
        data["copies"] = TextToCopy.Data(words, texts);
        data["heading"] = form.Heading.Title();
        data["next"] = words.Say("form.next");
        data["back"] = step == 0 ? null : words.Say("form.back");
        return data;
    }

    /// <summary>A saved score needs a choice that clears it: a choice of one cannot be let go of.</summary>
    public static IEnumerable<ScoreChoice> Choices(Wording words, ScoreForm form, FormItem item)
    {
        foreach (var level in form.Rubric.Levels)
            yield return new($"{level.Value} · {level.Name}", $"{level.Value}", level);
        if (item != form.Overall)
            yield return new(words.Say("score.not-asked"), Score.NotAsked.ToString(), null);
        if (item.Answer.Score is not null)
            yield return new(words.Say("form.no-score-yet"), TypedAnswer.Clear, null);
    }

    public static JsonObject Decline(Wording words, ScoreForm form) => new()
    {
        ["title"] = words.Say("decline.cant"),
        ["close"] = words.Say("decline.stay"),
        ["heading"] = form.Heading.Title(),
        ["when"] = words.When(form.Heading),
        ["whatHappens"] = words.WhatHappens(form.CantMakeIt),
        ["reason"] = words.Say("go-ahead.reason"),
        ["reasonNote"] = words.WhoReads(form.CantMakeIt),
        ["longest"] = DeclineSeat.MaxReason,
    };

    /// <param name="isToConfirm">The next press opens the debrief.</param>
    /// <param name="reason">As it was typed; null at first.</param>
    public static JsonObject GoAhead(Wording words, GoAheadView view, bool isToConfirm, string? reason, string? warning)
    {
        var names = view.Missing.Select(missing => missing.Name).ToList();
        return new()
        {
            ["title"] = words.Say("go-ahead.title"),
            ["submit"] = words.Say(isToConfirm ? "go-ahead.open-debrief" : "go-ahead.next"),
            ["close"] = words.Say("go-ahead.leave"),
            ["warning"] = warning.OrNull(),
            ["heading"] = Shaped.Line(view.CandidateShown, view.JobTitle, words.Say(view.Cards)),
            ["missing"] = view.Missing.Take(MostMissing).ToList(missing => new JsonObject { ["name"] = missing.Name, ["stage"] = missing.StageName }),
            ["more"] = ListData.More(words, view.Missing.Count - MostMissing),
            ["what"] = isToConfirm
                ? words.OneOrMany("go-ahead.confirm-one", "go-ahead.confirm", names)
                : words.OneOrMany("go-ahead.what-happens-one", "go-ahead.what-happens", names),
            ["noWayBack"] = isToConfirm ? words.Say("go-ahead.no-way-back") : null,
            ["why"] = words.Say("go-ahead.reason"),
            ["note"] = words.Say("go-ahead.reason-note"),
            ["longest"] = GiveGoAhead.MaxReason,
            ["reason"] = reason.OrNull(),
        };
    }

    private static JsonObject Facts(Wording words, IReadOnlyList<FormFact> asked) => new()
    {
        ["factsTitle"] = words.Say("form.facts"),
        ["factsText"] = words.Say("form.facts-text"),
        ["placeholder"] = words.Say("form.fact-placeholder"),
        ["facts"] = asked.ToList(fact => new JsonObject { ["key"] = fact.Fact.Key, ["label"] = fact.Fact.Label, ["draft"] = fact.Text.OrNull() }),
    };

    private static JsonObject Scored(Wording words, FormItem item)
    {
        var (tag, who) = words.Tag(item);
        return new()
        {
            ["tag"] = tag,
            ["whoAsks"] = who,
            ["text"] = item.Item.Text,
            ["lookForTitle"] = words.Say("card.look-for"),
            ["lookFor"] = item.Item.LookFor,
            ["hidden"] = words.Say("receipt.hidden"),
            ["key"] = item.Item.Key,
            ["scoreFor"] = words.Say("form.score-for", ("topic", item.Item.Topic)),
            ["evidenceFor"] = words.Say("form.evidence-for", ("topic", item.Item.Topic)),
            ["draft"] = item.Answer.Evidence?.Text,
            ["placeholder"] = words.Say("form.evidence-placeholder"),
        };
    }
}
