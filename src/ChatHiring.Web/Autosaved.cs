using ChatHiring.Cards;
using ChatHiring.Scorecards;
using ChatHiring.Timeline;
using ChatHiring.Web.Pages.Cards;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace ChatHiring.Web;

/// <summary>What the script that saves while somebody types is told.</summary>
internal static class Autosaved
{
    public static bool IsAutosave(this HttpRequest request) => request.Headers["X-Autosave"] == "1";

    public static JsonResult Answer(ScoreForm form, Typed typed, DateTimeOffset at, Wording words)
    {
        var saved = LocalTime.Clock(at, form.Heading.ZoneId);
        var faults = typed.Faults.Select(fault => new Fault(fault.ItemKey, words.Say(fault))).ToList();
        var said = words.Say(faults.Count == 0 ? "form.saved" : "form.saved-but", ("time", saved));
        return new JsonResult(new { saved, said, faults, seen = Seen(form, typed.Answers) });
    }

    public static JsonResult Refused(string sentence) => new(new { said = sentence }) { StatusCode = StatusCodes.Status409Conflict };

    /// <summary>No sentence: nothing is lost while the form is open, and pressing a button says what is wrong.</summary>
    public static JsonResult Failed(int status) => new(new { }) { StatusCode = status };

    // Only where the form shows what is stored. Elsewhere another device wrote, and the next save must still find that out.
    private static Dictionary<string, string> Seen(ScoreForm form, IReadOnlyDictionary<string, TypedAnswer> typed)
    {
        var items = form.Items.Append(form.Overall).Select(item => (item.Item.Key, item.Answer, item.Seen));
        var facts = form.Facts.Select(fact => (fact.Fact.Key, Answer: new Answer(null, Evidence.Read(fact.Text).Evidence), fact.Seen));
        return items.Concat(facts).Where(item => typed.TryGetValue(item.Key, out var answer) && Shows(answer, item.Answer))
            .ToDictionary(item => item.Key, item => item.Seen);
    }

    private static bool Shows(TypedAnswer typed, Answer stored) =>
        (typed.Score is null or TypedAnswer.Clear ? null : typed.Score) == stored.Score?.ToString() && Evidence.Read(typed.Evidence).Evidence == stored.Evidence;

    private sealed record Fault(string Key, string Sentence);
}
