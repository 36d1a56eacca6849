using ChatHiring.Scorecards;

namespace ChatHiring.Cards;

/// <summary>One page of the score form.</summary>
public abstract record FormStep
{
    public sealed record Scored(FormItem Item) : FormStep;

    /// <summary>What is written down without a score.</summary>
    public sealed record Facts : FormStep;
}

/// <summary>The pages in their order: the kit's items, the facts where there are any, the overall recommendation.</summary>
public static class FormSteps
{
    public static IReadOnlyList<FormStep> Of(ScoreForm form)
    {
        List<FormStep> steps = [.. form.Items.Select(item => new FormStep.Scored(item))];
        if (form.Facts.Count > 0)
            steps.Add(new FormStep.Facts());
        return [.. steps, new FormStep.Scored(form.Overall)];
    }

    /// <summary>The page that holds an item or a fact; null when the form has no such key.</summary>
    public static int? PageOf(ScoreForm form, string key)
    {
        var page = Of(form).Index().Where(step => step.Item switch
        {
            FormStep.Scored scored => scored.Item.Item.Key == key,
            _ => form.Facts.Any(fact => fact.Fact.Key == key),
        }).Select(step => (int?)step.Index);
        return page.FirstOrDefault();
    }

    /// <summary>Where somebody goes on who comes back: the first page that lacks something; null when nothing does.</summary>
    public static int? FirstGap(ScoreForm form) => form.Gaps.Select(gap => PageOf(form, gap.ItemKey)).Min();
}
