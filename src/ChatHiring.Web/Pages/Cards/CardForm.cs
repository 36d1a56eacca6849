using ChatHiring.Cards;
using ChatHiring.Packs;
using ChatHiring.Scorecards;

namespace ChatHiring.Web.Pages.Cards;

/// <summary>A score form as it is shown: what is stored, and over it what was typed and could not be saved.</summary>
internal sealed record CardForm(ScoreForm Form, IReadOnlyList<ItemField> Items, IReadOnlyList<TextField> Facts, IReadOnlyList<FormStep> Steps)
{
    public IEnumerable<TextField> Faulty => Items.Select(item => item.Text).Concat(Facts).Where(text => text.Fault is not null);

    public static CardForm Of(ScoreForm form, Typed typed, Wording words)
    {
        var steps = FormStep.StepsOf(form);
        var items = form.Items.Select((item, i) => Item(form.Rubric, item, i + 1, steps[i], typed, words));
        var facts = form.Facts.Select(fact => Text(fact.Fact.Key, fact.Fact.Label, fact.Text, fact.Seen, typed, words));
        return new CardForm(form, [.. items, Item(form.Rubric, form.Overall, null, steps[^1], typed, words)], [.. facts], steps);
    }

    private static ItemField Item(Rubric rubric, FormItem item, int? number, FormStep step, Typed typed, Wording words)
    {
        var text = Text(item.Item.Key, item.Item.Topic, item.Answer.Evidence?.Text, item.Seen, typed, words);
        var chosen = text.Elsewhere is null ? null : typed.Answers[item.Item.Key].Score;
        return new ItemField(item, rubric, number, step, chosen ?? item.Answer.Score?.ToString(), text);
    }

    private static TextField Text(string key, string topic, string? stored, string seen, Typed typed, Wording words)
    {
        if (typed.Faults.FirstOrDefault(fault => fault.ItemKey == key) is not { } found)
            return new TextField(key, topic, stored ?? "", seen, null, null, false);
        var text = typed.Answers.GetValueOrDefault(key)?.Evidence ?? stored ?? "";
        var hidden = found is AnswerFault.NotEvidence { Why: EvidenceFault.HiddenCharacter };
        return new TextField(
            key, topic, hidden ? Evidence.WithoutHidden(text) : text, seen, words.Say(found), (found as AnswerFault.ChangedElsewhere)?.Stored, hidden);
    }
}

/// <summary>What arrived and what was wrong with it.</summary>
internal sealed record Typed(IReadOnlyDictionary<string, TypedAnswer> Answers, IReadOnlyList<AnswerFault> Faults)
{
    public static readonly Typed Nothing = new(new Dictionary<string, TypedAnswer>(), []);
}

/// <summary>One scored item.</summary>
/// <param name="Number">From 1; null for the overall recommendation, which cannot be "not asked".</param>
/// <param name="Chosen">The value of the radio button that is on.</param>
internal sealed record ItemField(FormItem Item, Rubric Rubric, int? Number, FormStep Step, string? Chosen, TextField Text);

/// <summary>One text of the form.</summary>
/// <param name="Elsewhere">What another device saved meanwhile.</param>
/// <param name="Cleaned">Characters that cannot be saved were taken out of <paramref name="Value"/>.</param>
internal sealed record TextField(string Key, string Topic, string Value, string Seen, string? Fault, Answer? Elsewhere, bool Cleaned);
