using ChatHiring.Debriefs;
using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.Packs;
using ChatHiring.People;
using ChatHiring.Scorecards;
using ChatHiring.Tests;

namespace ChatHiring.Platforms.Tests.Cards;

/// <summary>Views to show: a peer interview of two people, a recruiter screen, and a panel that is split.</summary>
internal static class CardSamples
{
    public const string Zone = "Europe/Berlin";

    public static readonly DateTimeOffset Start = new(2026, 6, 2, 12, 0, 0, TimeSpan.Zero);

    public static readonly RolePack Pack = PackShelf.Load(Repository.File("packs")).Find("backend-engineer")!;

    public static readonly LoopId Loop = new(Id(1));

    public static readonly SeatId Seat = new(Id(2));

    public static readonly CardHeading Heading = new(
        Seat, Loop, "J.K.", "Backend Engineer", "Senior", "Peer interview", "Learn how they build.", 60, Start, Start.AddMinutes(60), Zone, ["Bo Lind"]);

    public static readonly Receipt Receipt = new(Seat, Start.AddMinutes(62), 1, new CardCount(4, 7), null, Loop, new ChannelId(Id(3)));

    private static readonly KitItem _overall = new(
        InterviewPlan.Overall, ItemKind.Question, null, "overall recommendation", "Your overall recommendation", "What the whole interview showed.");

    public static ScoreForm Peer() => Form(
        Heading, [Item("q7"), Item("q10"), Item("q13")], []);

    public static ScoreForm Half()
    {
        var form = Peer();
        return form with
        {
            Items = [form.Items[0] with { Answer = Says(4, "They said that a counter per key in Redis is enough, which suggests they have run one.") }, form.Items[1] with { Answer = new Answer(Score.NotAsked, null) }, form.Items[2]],
            Gaps = [new Gap("q13", true, true), new Gap(InterviewPlan.Overall, false, true)],
            Overall = form.Overall with { Answer = new Answer(Score.Of(4), null) },
        };
    }

    /// <summary>The card that is in, unchanged.</summary>
    public static ScoreForm In()
    {
        var form = Peer();
        return form with { Receipt = Receipt, Items = [.. form.Items.Select(item => item with { Answer = Says(4, "They said that a counter per key in Redis is enough, which suggests they have run one.") })], Overall = form.Overall with { Answer = Says(4, "Knows why, and says what it costs.") }, Gaps = [] };
    }

    public static ScoreForm Screen() => Form(
        Heading with { StageName = "Recruiter screen", With = [], Minutes = 30 },
        [MustHave(1, "Has built and run backend services in production for several years"), MustHave(2, "Is at home in one typed language, such as C#, Java, Go or Rust")],
        [new FormFact(new StageFact("comp-expectation", "Compensation they expect, against the band of the job"), "Around 95,000.", ""), new FormFact(new StageFact("timing", "Timing: when they could start"), null, "")]);

    public static ScoreForm Form(CardHeading heading, IReadOnlyList<KitItem> items, IReadOnlyList<FormFact> facts) => new(
        heading, Pack.Rubric, [.. items.Select((item, at) => new FormItem(item, heading.With.Count == 0 ? null : at % 2 == 0 ? "Ana Silva" : heading.With[0], at % 2 == 0, Answer.None, ""))],
        new FormItem(_overall, null, false, Answer.None, ""), facts, [.. items.Append(_overall).Select(item => new Gap(item.Key, true, true))], SeatState.Owed, null, null, null, false, "");

    public static DebriefView Debrief()
    {
        var plan = new InterviewPlan("backend-engineer", Pack.Rubric, [
            new Kit("hiring-manager", "Hiring manager", 45, "…", [Item("q1"), Item("q18")], []),
            new Kit("peer", "Peer interview", 60, "…", [Item("q7"), Item("q10"), Item("q13")], []),
        ], null);
        return DebriefRules.View(new DebriefFacts(plan, 3, "J.K.", "Backend Engineer", Start.AddHours(3), [
            Card(4, "Dana Okafor", "hiring-manager", ("q1", 4, "They walked back from the alert to a lost index, one hypothesis at a time, which suggests a method."), ("q18", 3, "They said that they like building for other developers, without an example."), (InterviewPlan.Overall, 4, "Calm and structured; the motivation stayed thin.")),
            Card(5, "Ana Silva", "peer", ("q7", 4, "They named token bucket and said where the count may be wrong for a second, which suggests they have run one."), ("q10", 2, "They said \"add an index on everything\", which suggests that they have not seen writes slow down."), ("q13", 0, ""), (InterviewPlan.Overall, 2, "Good on limits, weak on data.")),
            Card(6, "Bo Lind", "peer", ("q7", 4, "They chose to drop the exact count to stay fast, and said so."), ("q10", 4, "They first asked for the query plan and the row counts, which suggests they measure before they add anything."), ("q13", 3, "They told the customer at once; the second step was left open."), (InterviewPlan.Overall, 4, "I would like to work with them.")),
        ], [new MissingCard(new PersonId(Id(9)), "Eli Novak", "hiring-manager", MissingWhy.Closed)], "https://git.example.com/candidates/c-16/working-session", null,
            new GivenGoAhead("Rosa Meier", Start.AddHours(3), "Eli is on leave.")));
    }

    public static Answer Says(int score, string evidence) => new(Score.Of(score), Evidence.Read(evidence).Evidence);

    public static KitItem MustHave(int number, string text) => new($"must-have-{number}", ItemKind.MustHave, null, text, text, "A concrete example.");

    public static RevealedCard Card(int seat, string name, string stage, params (string Key, int Score, string Evidence)[] answers)
    {
        var final = answers.ToDictionary(answer => answer.Key, answer => answer.Score == 0 ? new Answer(Score.NotAsked, null) : Says(answer.Score, answer.Evidence));
        var first = name == "Bo Lind" ? new Dictionary<string, Answer>(final) { ["q13"] = Says(2, "They told the customer.") } : final;
        return new RevealedCard(new SeatId(Id(seat)), new PersonId(Id(seat + 20)), name, stage, first, final);
    }

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private static KitItem Item(string id)
    {
        var question = Pack.Questions.First(asked => asked.Id == id);
        return new KitItem(id, ItemKind.Question, question.Category, question.Topic, question.Text, question.LookFor);
    }
}
