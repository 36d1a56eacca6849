using ChatHiring.Files;
using ChatHiring.LoopFiles;
using ChatHiring.Loops;
using ChatHiring.Scorecards;

namespace ChatHiring.Demo;

/// <summary>Reads the cards of the demo file.</summary>
internal static class DemoFileCards
{
    private const int MostItems = 30;

    private static readonly FileShape CardShape = new("card", ["loop", "stage", "person", "items"], ["in"]);

    private static readonly FileShape AnswerShape = new("answer", ["item"], ["score", "first-score", "not-asked", "evidence"]);

    public static DemoCard? Read(FileNode node, LoopFile file, FileFaults faults)
    {
        if (FileFields.Of(node, CardShape, faults) is not { } fields)
            return null;
        var card = new DemoCard(
            fields.Line,
            fields.ExternalId("loop"),
            fields.Key("stage"),
            fields.Node("person") is { } person ? LoopFileTexts.Email(person, fields.Name("person"), faults) ?? "" : "",
            fields.FlagOrNull("in") ?? false,
            [.. fields.List("items", MostItems, item => Answer(item, faults)).OfType<DemoAnswer>()]);
        RefuseTwice(card, faults);
        if (!faults.Any && !HasSeat(file, card))
            faults.Add(card.Line, $"{FileFaults.Quote(card.Email)} sits in no {FileFaults.Quote(card.Stage)} of the loop {FileFaults.Quote(card.Loop)}.");
        return card;
    }

    private static DemoAnswer? Answer(FileNode node, FileFaults faults)
    {
        if (FileFields.Of(node, AnswerShape, faults) is not { } fields)
            return null;
        var notAsked = fields.FlagOrNull("not-asked") ?? false;
        if (notAsked ? fields.Has("score") || fields.Has("evidence") : !fields.Has("evidence"))
            faults.Add(fields.Line, "An answer has evidence, and a score unless it is a fact; one that was not asked has neither.");
        return new DemoAnswer(
            fields.Key("item"),
            notAsked ? Score.NotAsked : ScoreOf(fields, "score"),
            ScoreOf(fields, "first-score"),
            fields.Has("evidence") ? fields.Prose("evidence", Evidence.MaxLength) : null);
    }

    private static Score? ScoreOf(FileFields fields, string key) => fields.NumberOrNull(key, 1, 5) is { } number ? Score.Of(number) : null;

    private static void RefuseTwice(DemoCard card, FileFaults faults)
    {
        foreach (var item in card.Answers.GroupBy(answer => answer.Item).Where(item => item.Count() > 1))
            faults.Add(card.Line, $"The card answers {FileFaults.Quote(item.Key)} twice.");
    }

    private static bool HasSeat(LoopFile file, DemoCard card) => file.Loops.Where(loop => loop.Id == card.Loop).SelectMany(loop => loop.Interviews)
        .Any(interview => interview.Stage == card.Stage && interview.Panel.Any(person => person.Email == card.Email));
}
