using ChatHiring.Cards;
using ChatHiring.Debriefs;
using ChatHiring.Jobs;
using ChatHiring.Scorecards;
using ChatHiring.Timeline;

namespace ChatHiring.Slack.Cards;

/// <summary>A debrief as messages: evidence first, in the root and its thread; then the scores, always in a message of their own.</summary>
internal sealed class SlackDebrief(SlackTemplates templates, Wording words)
{
    public IReadOnlyList<SlackMessage> Of(DebriefView view, string zoneId)
    {
        var header = view.Header;
        var opened = words.Say("debrief.opened", ("cards", header.CardsIn), ("time", LocalTime.Show(header.RevealedAt, zoneId)), ("version", header.PlanVersion));
        var evidence = SlackPages.Of([new Piece($"{header.CandidateShown} · {header.JobTitle}", opened + GoneAhead(view)), .. TwoReadings(view), .. Evidence(view), .. LeanOn(view)]);
        var scores = SlackPages.Of([.. Scores(view), .. Overall(view), .. Ending(view)]);
        return
        [
            .. evidence.Select((page, i) => templates.Message("debrief", words.Say("slack.debrief-open"), i == 0 ? words.Say("debrief.title") : null, page)),
            .. scores.Select((page, i) => templates.Message("debrief", words.Say("slack.debrief-scores"), i == 0 ? words.Say("debrief.scores") : null, page)),
        ];
    }

    private string GoneAhead(DebriefView view) => view.GoAhead is { } given
        ? "\n" + words.OneOrMany("debrief.gone-ahead-one", "debrief.gone-ahead", [.. view.Missing.Select(seat => seat.Name)], ("name", given.By))
        : "";

    private IEnumerable<Piece> TwoReadings(DebriefView view)
    {
        foreach (var (split, i) in view.TwoReadings.Select((split, i) => (split, i)))
        {
            yield return new Piece(i == 0 ? words.Say("debrief.two-readings") : null, split.Item.Topic);
            yield return Said(split.One.By, false, split.One.Evidence);
            yield return Said(split.Other.By, false, split.Other.Evidence);
        }
    }

    private IEnumerable<Piece> Evidence(DebriefView view)
    {
        foreach (var group in view.Evidence)
        {
            yield return new Piece(words.Say(group.Kind, group.Category));
            foreach (var item in group.Items)
            {
                yield return new Piece(Body: item.Item.Text);
                foreach (var piece in item.Pieces)
                    yield return Said(piece.By, piece.NotAsked, piece.Evidence);
            }
        }
    }

    private Piece Said(Panellist by, bool notAsked, Evidence? evidence) => new(
        Small: $"{by.Name} · {by.StageName}{(notAsked ? " · " + words.Say("debrief.did-not-ask") : "")}",
        Quote: evidence?.Text ?? (notAsked ? null : words.Say("debrief.no-evidence")));

    private IEnumerable<Piece> LeanOn(DebriefView view)
    {
        if (view.PanelSplit)
            yield return new Piece(words.Say("debrief.lean-on"), words.Say("debrief.lean-on-text"));
        yield return Linked("debrief.working-session", view.LeanOn.WorkingSessionOutput);
        yield return Linked("debrief.references", view.LeanOn.ReferenceNotes);
    }

    private Piece Linked(string word, string? url) => url is null
        ? new Piece(Body: $"{words.Say(word)} {words.Say("debrief.none-yet")}")
        : IsPage(url) ? new Piece(Body: words.Say(word), Link: (url, url)) : new Piece(Body: $"{words.Say(word)} {url}");

    private static bool IsPage(string url) => Uri.TryCreate(url, UriKind.Absolute, out var page) && page.Scheme is "http" or "https";

    private IEnumerable<Piece> Scores(DebriefView view)
    {
        foreach (var row in view.Scores.Rows)
        {
            var given = row.Cells.Zip(view.Scores.Panellists).Where(cell => cell.First is not null).Select(cell => $"{cell.Second.Name} {Show(cell.First ?? Score.NotAsked)}");
            yield return new Piece(row.Item.Topic, string.Join(" · ", [.. given, .. row.Split ? [words.Say("debrief.split")] : Array.Empty<string>()]));
        }

        foreach (var category in view.Categories)
            yield return new Piece(
                words.Say("debrief.split-category", ("category", words.Say(ItemKind.Question, category.Category))),
                string.Join(" · ", category.Medians.Select(median => $"{median.Name} {Number(median.Median)}").Append(Range(category)).Concat(category.Split ? [words.Say("debrief.split")] : [])));
    }

    private string Range(CategorySpread spread) => spread.Min == spread.Max
        ? words.Say("debrief.one-value", ("value", Number(spread.Min)))
        : words.Say("debrief.range", ("min", Number(spread.Min)), ("max", Number(spread.Max)));

    private IEnumerable<Piece> Overall(DebriefView view)
    {
        yield return new Piece(words.Say("debrief.overall"), view.PanelSplit ? words.Say("debrief.panel-split") : null);
        foreach (var card in view.Overall)
            yield return new Piece(Body: $"{card.By.Name} · {card.By.StageName} · {words.Say(card.Score, view.Rubric)}", Quote: card.Evidence?.Text);
    }

    private IEnumerable<Piece> Ending(DebriefView view) => new (string Word, IEnumerable<string> Lines)[]
    {
        ("debrief.changed", view.Changed.Select(change =>
            $"{change.By.Name}, {change.Item?.Topic ?? words.Say("overall.topic")}: {words.Say("debrief.changed-line", ("first", Show(change.First)), ("final", Show(change.Final)))}")),
        ("debrief.agreed", view.Agreed.Select(item => item.Topic)),
        ("debrief.disagreed", view.Disagreed.Select(item => item.Topic)),
        ("debrief.not-asked-by", view.NotAskedBySome.Select(item => $"{item.Item.Topic} ({string.Join(", ", item.NotAskedBy.Select(by => by.Name))})")),
        ("debrief.not-asked", view.NotAsked.Select(item => $"{item.Item.Topic} ({item.StageName}, {words.Say(item.Why)})")),
        ("debrief.missing", view.Missing.Select(seat => $"{seat.Name} ({seat.StageName}, {words.Say(seat.Why)})")),
    }
    .Select(part => new Piece(words.Say(part.Word), string.Join('\n', part.Lines))).Where(piece => piece.Body?.Length > 0);

    private string Show(Score score) => score.WasAsked ? score.ToString() : words.Say("score.not-asked");

    private static string Number(decimal number) => number.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);
}
