using ChatHiring.Scorecards;

namespace ChatHiring.Cards;

/// <summary>One page of the score form.</summary>
public abstract record FormStep
{
    public sealed record Scored(FormItem Item) : FormStep;

    /// <summary>What is written down without a score.</summary>
    public sealed record Facts(IReadOnlyList<FormFact> Asked) : FormStep;
}

/// <summary>The pages in their order: the kit's items, its facts a few a page, the overall recommendation.</summary>
public static class FormSteps
{
    /// <summary>Each may be as long as evidence, and a dialog cannot be split.</summary>
    private const int MostFacts = 5;

    public static IReadOnlyList<FormStep> Of(ScoreForm form) =>
    [
        .. form.Items.Select(item => new FormStep.Scored(item)),
        .. form.Facts.Chunk(MostFacts).Select(facts => new FormStep.Facts(facts)),
        new FormStep.Scored(form.Overall),
    ];

    /// <summary>The page that holds an item or a fact; null when the form has no such key.</summary>
    public static int? PageOf(ScoreForm form, string key)
    {
        var page = Of(form).Index().Where(step => step.Item switch
        {
            FormStep.Scored scored => scored.Item.Item.Key == key,
            FormStep.Facts facts => facts.Asked.Any(fact => fact.Fact.Key == key),
            _ => false,
        }).Select(step => (int?)step.Index);
        return page.FirstOrDefault();
    }

    /// <summary>Where somebody goes on who comes back: the first page that lacks something; null when nothing does.</summary>
    public static int? FirstGap(ScoreForm form) => form.Gaps.Select(gap => PageOf(form, gap.ItemKey)).Min();
}
