using ChatHiring.Scorecards;

namespace ChatHiring.Web.Pages.Cards;

/// <summary>One page of the score form on a phone: a question, the facts, or the overall recommendation. A desktop shows all of them.</summary>
/// <param name="Id">The element's id: "item-q7".</param>
/// <param name="At">From 1.</param>
/// <param name="Back">Null on the first.</param>
/// <param name="Next">Null on the last: the review comes after it.</param>
internal sealed record FormStep(string Id, int At, int Of, string? Back, string? Next)
{
    public const string Facts = "item-facts";

    public static IReadOnlyList<FormStep> StepsOf(ScoreForm form)
    {
        List<string> ids = [.. form.Items.Select(ElementId)];
        if (form.Facts.Count > 0)
            ids.Add(Facts);
        ids.Add(ElementId(form.Overall));
        return [.. ids.Select((id, i) => new FormStep(id, i + 1, ids.Count, ids.ElementAtOrDefault(i - 1), ids.ElementAtOrDefault(i + 1)))];
    }

    private static string ElementId(FormItem item) => "item-" + item.Item.Key;
}
