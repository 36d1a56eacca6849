using System.Text.Json;
using ChatHiring.Debriefs;
using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.Packs;
using ChatHiring.People;
using ChatHiring.Scorecards;
using CsCheck;

namespace ChatHiring.Tests.Debriefs;

/// <summary>A small plan of all five stages, and cards for it in one line. A score of 0 says "not asked".</summary>
internal static class DebriefSample
{
    public static readonly DateTimeOffset RevealedAt = new(2026, 6, 2, 15, 20, 0, TimeSpan.Zero);

    public static readonly string[] Names = ["Ana", "Bo", "Cy", "Dana"];

    public static readonly InterviewPlan Plan = new(
        "backend-engineer",
        new Rubric([]),
        [
            Stage("recruiter-screen", "Recruiter screen", MustHave("must-have-1"), MustHave("must-have-2")),
            Stage("hiring-manager", "Hiring manager", Question("q18", Category.Values), Question("q1", Category.Behavioural)),
            Stage("working-session", "Working session", new KitItem("problem", ItemKind.RubricPart, null, "problem", "?", "…")),
            Stage("peer", "Peer interview", Question("q13", Category.Situational), Question("q7", Category.Technical), Question("q10", Category.Technical)),
            Stage("cross-functional", "Cross-functional", Question("q16", Category.Situational)),
        ],
        null);

    /// <summary>Any cards at all, up to nine of four people.</summary>
    public static readonly Gen<RevealedCard[]> AnyCards =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 4], Gen.Int[0, 5].Array[4], Gen.Int[0, 5].Array[4])
            .Array[0, 9]
            .Select(cards => cards.Select((card, seat) => AnyCard(seat, card.Item1, card.Item2, card.Item3, card.Item4)).ToArray());

    public static DebriefView View(params RevealedCard[] cards) => DebriefRules.View(Facts(cards));

    public static DebriefFacts Facts(params IReadOnlyList<RevealedCard> cards) =>
        new(Plan, 3, "J.K.", "Backend Engineer", RevealedAt, cards, [], "https://files.example/output", null);

    // Seats run against the alphabet, so that an order by name is not one by seat.
    public static RevealedCard Card(string name, string stage, params (string Key, int Score)[] answers) =>
        Card(9 - Array.IndexOf(Names, name), name, stage, Answers(name, answers), Answers(name, answers));

    public static RevealedCard Changed(string name, string stage, (string Key, int Score)[] first, (string Key, int Score)[] final) =>
        Card(9 - Array.IndexOf(Names, name), name, stage, Answers(name, first), Answers(name, final));

    public static PersonId Person(string name) => new(Id(Array.IndexOf(Names, name) + 1));

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    public static Evidence Text(string text) => Assert.IsType<Evidence>(Evidence.Read(text).Evidence);

    /// <summary>Every fact of a view or of a part of it, in order.</summary>
    public static string Json(object part) => JsonSerializer.Serialize(part);

    /// <summary>The same cards from people who saw it the other way round: 1 for 5, 2 for 4.</summary>
    public static RevealedCard Mirrored(RevealedCard card) =>
        card with { First = Mirrored(card.First), Final = Mirrored(card.Final) };

    private static Dictionary<string, Answer> Mirrored(IReadOnlyDictionary<string, Answer> answers) =>
        answers.ToDictionary(
            answer => answer.Key,
            answer => answer.Value.Score!.Value.Number is { } number ? answer.Value with { Score = Score.Of(6 - number) } : answer.Value);

    private static RevealedCard AnyCard(int seat, int person, int stage, int[] first, int[] final)
    {
        string[] keys = [.. Plan.Kits[stage].Items.Select(item => item.Key), InterviewPlan.Overall];
        var name = Names[person];
        return Card(seat, name, Plan.Kits[stage].StageKey, Answers($"{name} at {seat}", Keyed(first)), Answers($"{name} at {seat}", Keyed(final)));

        (string, int)[] Keyed(int[] scores) =>
            [.. keys.Select((key, at) => (key, key == InterviewPlan.Overall ? Math.Max(1, scores[at]) : scores[at]))];
    }

    private static RevealedCard Card(
        int seat, string name, string stage, Dictionary<string, Answer> first, Dictionary<string, Answer> final) =>
        new(new SeatId(Id(seat)), Person(name), name, stage, first, final);

    private static Dictionary<string, Answer> Answers(string name, (string Key, int Score)[] answers) =>
        answers.ToDictionary(
            answer => answer.Key,
            answer => answer.Score == 0
                ? new Answer(Score.NotAsked, null)
                : new Answer(Score.Of(answer.Score), Text($"{name} on {answer.Key}")));

    private static Kit Stage(string key, string name, params KitItem[] items) => new(key, name, 45, "…", items, []);

    private static KitItem Question(string key, Category category) => new(key, ItemKind.Question, category, key, "?", "…");

    private static KitItem MustHave(string key) => new(key, ItemKind.MustHave, null, key, "?", "…");
}
