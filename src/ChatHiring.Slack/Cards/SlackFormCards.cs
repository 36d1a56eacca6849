using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Jobs;
using ChatHiring.Packs;
using ChatHiring.Scorecards;

namespace ChatHiring.Slack.Cards;

/// <summary>Forms: one question a page, the notes, the review, and plain notices. Only their reader sees them, and no chat keeps them.</summary>
internal sealed class SlackFormCards(SlackTemplates templates, Wording words)
{
    private const int LongestTitle = 24;
    private const int LongestLabel = 2_000;
    private const int LongestRow = 3_000;

    public JsonObject ScorePage(ScoreForm form, string key, string metadata, string? warning)
    {
        var isOverall = key == InterviewPlan.Overall;
        var place = form.Items.ToList().FindIndex(candidate => candidate.Item.Key == key);
        var item = isOverall || place < 0 ? form.Overall : form.Items[place];
        var chosen = item.Answer.Score is { } score && (score.WasAsked || !isOverall) ? Choice(form.Rubric, score) : null;
        return templates.Fill("score-page", new JsonObject
        {
            ["metadata"] = metadata,
            ["title"] = Title(form, isOverall ? null : place + 1),
            ["next"] = words.Say("form.next"),
            ["close"] = words.Say("slack.close"),
            ["pieces"] = SlackTemplates.Json(About(item, warning).Select(piece => piece.ToJson())),
            ["key"] = item.Item.Key,
            ["scoreLabel"] = Label("form.score-for", item.Item.Topic),
            ["evidenceLabel"] = Label("form.evidence-for", item.Item.Topic),
            ["levels"] = SlackTemplates.Json(Choices(form.Rubric, isOverall)),
            ["chosen"] = chosen,
            ["evidence"] = item.Answer.Evidence?.Text,
            ["placeholder"] = words.Say("form.evidence-placeholder"),
            ["hasButtons"] = true,
            ["buttons"] = Buttons(isFirst: place == 0),
        });
    }

    public JsonObject Notes(ScoreForm form, string metadata, string? warning) => templates.Fill("notes-page", new JsonObject
    {
        ["metadata"] = metadata,
        ["title"] = SlackLists.Short(words.Say("slack.notes-title"), LongestTitle),
        ["next"] = words.Say("form.next"),
        ["close"] = words.Say("slack.close"),
        ["pieces"] = SlackTemplates.Json(new[] { new Piece(words.Say("form.facts"), warning, words.Say("form.facts-text")).ToJson() }),
        ["facts"] = SlackTemplates.Json(form.Facts.Select(fact => new JsonObject
        {
            ["key"] = fact.Fact.Key, ["label"] = SlackLists.Short(fact.Fact.Label, LongestLabel), ["text"] = fact.Text,
        })),
        ["hasButtons"] = true,
        ["buttons"] = Buttons(isFirst: false),
    });

    public JsonObject Review(ScoreForm form, string metadata, string? warning) => templates.Fill("review-page", new JsonObject
    {
        ["metadata"] = metadata,
        ["title"] = SlackLists.Short(words.Say("review.title"), LongestTitle),
        ["next"] = words.Say("review.submit"),
        ["close"] = words.Say("slack.close"),
        ["warning"] = warning ?? (form.Gaps.Count > 0 ? $"{words.Say("review.gaps")}: {form.Gaps.Count}" : null),
        ["items"] = SlackTemplates.Json(form.Items.Append(form.Overall).SelectMany(item => Rows(form, item)).Concat(form.Facts.SelectMany(Rows)).Select(row => row.ToJson())),
        ["mayOpen"] = words.Say("review.may-open"),
    });

    public JsonObject Levels(Rubric rubric) =>
        Notice("levels", "form.levels", rubric.Levels.Reverse().Select(level => new Piece(words.Say("score.level", ("number", level.Value), ("name", level.Name)), level.Paragraph)));

    /// <param name="toCopy">What somebody typed that could not be kept.</param>
    public JsonObject Note(string title, IEnumerable<string> paragraphs, IEnumerable<string> toCopy) => Notice(
        "note", title, [.. paragraphs.Select(text => new Piece(Body: text)), .. toCopy.Select(text => new Piece(Quote: text))]);

    private JsonObject Notice(string template, string title, IEnumerable<Piece> pieces) => templates.Fill(template, new JsonObject
    {
        ["title"] = SlackLists.Short(words.Say(title), LongestTitle),
        ["close"] = words.Say("slack.close"),
        ["pieces"] = SlackTemplates.Json(pieces.Select(piece => piece.ToJson())),
    });

    private string Title(ScoreForm form, int? number) => number is { } at
        ? $"{SlackLists.Short(form.Heading.StageName, LongestTitle - 11)} · {words.Say("form.step", ("at", at), ("of", form.Items.Count))}"
        : SlackLists.Short(words.Say("slack.overall-title"), LongestTitle);

    private IEnumerable<Piece> About(FormItem item, string? warning)
    {
        if (warning is not null)
            yield return new Piece(Title: warning);
        yield return new Piece(item.Item.Text, null, $"{words.Say("card.look-for")} {item.Item.LookFor}");
        yield return new Piece(Small: words.Say("form.hidden"));
    }

    private string Label(string word, string topic) => SlackLists.Short(words.Say(word, ("topic", topic)), LongestLabel);

    private IEnumerable<JsonNode> Choices(Rubric rubric, bool isOverall)
    {
        for (var number = 5; number >= 1; number--)
            if (Score.Of(number) is { } score)
                yield return Choice(rubric, score);
        if (!isOverall)
            yield return Choice(rubric, Score.NotAsked);
    }

    private JsonObject Choice(Rubric rubric, Score score) => new()
    {
        ["text"] = SlackLists.Short(words.Say(score, rubric), 75),
        ["anchor"] = score.Number is { } number ? rubric[number].Anchor : null,
        ["value"] = score.ToString(),
    };

    private JsonArray Buttons(bool isFirst) => SlackTemplates.Json(
        new[] { new Button(SlackActions.Levels, words.Say("form.levels")), new Button(SlackActions.Back, words.Say("form.back")) }
            .Take(isFirst ? 1 : 2).Select(button => button.ToJson()));

    private IEnumerable<Row> Rows(ScoreForm form, FormItem item) => Rows(
        item.Item.Topic,
        (item.Answer.Score is { } score ? words.Say(score, form.Rubric) : words.Say("score.none")) + "\n" + (item.Answer.Evidence?.Text ?? (item.Answer.Score is { WasAsked: false } ? "" : words.Say("review.no-evidence"))),
        item.Item.Key);

    private IEnumerable<Row> Rows(FormFact fact) => Rows(fact.Fact.Label, fact.Text ?? words.Say("review.no-fact"), SlackFormState.Notes);

    // A row holds three thousand characters, and so may the evidence alone.
    private IEnumerable<Row> Rows(string topic, string text, string page) => SlackLists.Cut($"{topic}\n{text.TrimEnd()}", LongestRow)
        .Select((part, i) => new Row(part, i == 0 ? new Button(SlackActions.Jump, words.Say("review.change"), page) : null));
}
