using System.Text.Json.Nodes;
using ChatHiring.Scorecards;

namespace ChatHiring.Teams.Cards;

/// <summary>A piece of a card that is never split.</summary>
/// <param name="Fold">What folds it away; null for nothing.</param>
/// <param name="IsHeading">It moves on with what stands under it.</param>
internal sealed record TeamsPart(JsonObject Element, TeamsFold? Fold = null, bool IsHeading = false);

/// <summary>What is folded away until somebody taps it.</summary>
/// <param name="Head">Makes its head, which is tapped, and under it the container of what it hides, from an id that no other has.</param>
internal sealed record TeamsFold(Func<string, IReadOnlyList<JsonObject>> Head);

/// <summary>Splits what is too much for one message. Nothing is ever cut off, and the same parts always give the same messages.</summary>
internal static class TeamsPages
{
    /// <summary>
    /// Of a card as ASCII JSON. Teams takes 100 KB of UTF-16 and asks for at most 80.
    /// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
    /// </summary>
    public const int MostCharacters = 40_000;

    // What frames the parts: the card itself, the head of a page, its buttons.
    private const int Frame = 5_000;

    public static int Length(JsonNode node) => node.ToJsonString().Length;

    /// <summary>A card of a dialog, which cannot be split: where it is too much its texts are shortened.</summary>
    /// <param name="made">Makes the card with texts of so many characters at most.</param>
    public static JsonObject Fitted(Func<int, JsonObject> made)
    {
        var card = made(int.MaxValue);
        for (var most = Evidence.MaxLength; Length(card) > MostCharacters && most > 20; most /= 2)
            card = made(most);
        return card;
    }

    /// <returns>The bodies of the pages: at least one.</returns>
    public static IReadOnlyList<IReadOnlyList<JsonObject>> Split(IEnumerable<TeamsPart> parts)
    {
        var pages = new List<List<TeamsPart>> { new() };
        foreach (var part in parts)
        {
            if (pages[^1].Count > 0 && Length([.. pages[^1], part]) > MostCharacters - Frame)
                pages.Add(LastHeadings(pages[^1]));
            pages[^1].Add(part);
        }

        return [.. pages.Select(Body)];
    }

    private static int Length(IReadOnlyList<TeamsPart> page) => Runs(page).Sum(run => run.Sum(part => Length(part.Element) + 1) + (run[0].Fold?.Head("").Sum(Length) ?? 0));

    // A heading at the end of a page would stand above nothing.
    private static List<TeamsPart> LastHeadings(List<TeamsPart> page)
    {
        var kept = page.FindLastIndex(part => !part.IsHeading) + 1;
        if (kept == 0)
            return [];
        var moved = page[kept..];
        page.RemoveRange(kept, moved.Count);
        return moved;
    }

    private static List<JsonObject> Body(List<TeamsPart> page)
    {
        var body = new List<JsonObject>();
        foreach (var (at, run) in Runs(page).Index())
        {
            if (run[0].Fold is not { } fold)
            {
                body.AddRange(run.Select(part => part.Element));
                continue;
            }

            var head = fold.Head($"fold-{at}");
            var hidden = head[^1]["items"]?.AsArray() ?? throw new InvalidOperationException("The template of a fold does not end in a container.");
            foreach (var part in run)
                hidden.Add((JsonNode)part.Element);
            body.AddRange(head);
        }

        return body;
    }

    private static List<List<TeamsPart>> Runs(IReadOnlyList<TeamsPart> page)
    {
        var runs = new List<List<TeamsPart>>();
        foreach (var part in page)
            if (runs.Count > 0 && part.Fold is not null && ReferenceEquals(runs[^1][0].Fold, part.Fold))
                runs[^1].Add(part);
            else
                runs.Add([part]);
        return runs;
    }
}
