using System.Reflection;
using ChatHiring.Debriefs;
using ChatHiring.Jobs;
using ChatHiring.People;
using ChatHiring.Scorecards;
using CsCheck;
using static ChatHiring.Tests.Debriefs.DebriefSample;

namespace ChatHiring.Tests.Debriefs;

public class DebriefRulesTests
{
    private static readonly RevealedCard[] WholePanel =
    [
        Card("Dana", "cross-functional", ("q16", 4), ("overall", 4)),
        Card("Cy", "working-session", ("problem", 5), ("overall", 5)),
        Card("Bo", "peer", ("q13", 3), ("q7", 4), ("q10", 4), ("overall", 4)),
        Card("Ana", "peer", ("q13", 4), ("q7", 0), ("q10", 2), ("overall", 2)),
        Card("Bo", "hiring-manager", ("q18", 4), ("q1", 4), ("overall", 4)),
        Card("Cy", "recruiter-screen", ("must-have-1", 4), ("must-have-2", 0), ("overall", 3)),
    ];

    [Fact]
    public void The_header_holds_the_facts_of_the_reveal() =>
        Assert.Equal(new DebriefHeader("J.K.", "Backend Engineer", 3, 6, RevealedAt), View(WholePanel).Header);

    [Fact]
    public void Evidence_goes_by_category_then_must_haves_then_the_working_session() =>
        Assert.Equal(
            ["Behavioural: q1", "Technical: q7 q10", "Situational: q13 q16", "Values: q18", "MustHave: must-have-1 must-have-2", "RubricPart: problem"],
            View(WholePanel).Evidence.Select(group =>
                $"{group.Category?.ToString() ?? group.Kind.ToString()}: {string.Join(' ', group.Items.Select(item => item.Item.Key))}"));

    [Fact]
    public void Evidence_says_who_said_it_and_who_did_not_ask()
    {
        var technical = View(WholePanel).Evidence[1].Items;

        Assert.Equal(["Ana (not asked)", "Bo: Bo on q7"], technical[0].Pieces.Select(Shown));
        Assert.Equal(["Ana: Ana on q10", "Bo: Bo on q10"], technical[1].Pieces.Select(Shown));
    }

    [Fact]
    public void Recommendations_go_by_stage_then_name_each_with_its_evidence() =>
        Assert.Equal(
            [
                "Cy, Recruiter screen, 3, Cy on overall", "Bo, Hiring manager, 4, Bo on overall", "Cy, Working session, 5, Cy on overall",
                "Ana, Peer interview, 2, Ana on overall", "Bo, Peer interview, 4, Bo on overall", "Dana, Cross-functional, 4, Dana on overall",
            ],
            View(WholePanel).Overall.Select(overall =>
                $"{overall.By.Name}, {overall.By.StageName}, {overall.Score}, {overall.Evidence?.Text}"));

    [Fact]
    public void What_nobody_scored_says_whether_the_cards_say_so() =>
        Assert.Equal(
            ["q1 NoCard", "q16 NoCard", "q18 NoCard", "must-have-2 CardsSaySo", "problem NoCard"],
            View(WholePanel[2], WholePanel[3], WholePanel[5]).NotAsked.Select(item => $"{item.Item.Key} {item.Why}"));

    [Fact]
    public void What_some_of_the_panel_did_not_ask_says_who()
    {
        var view = View(Card("Bo", "peer", ("q13", 0), ("q7", 4), ("q10", 0)), Card("Ana", "peer", ("q13", 0), ("q7", 0), ("q10", 3)));

        Assert.Equal(["q7 Ana", "q10 Bo"], view.NotAskedBySome.Select(item => $"{item.Item.Key} {string.Join(' ', item.NotAskedBy.Select(by => by.Name))}"));
        Assert.Contains(view.NotAsked, item => item.Item.Key == "q13");
    }

    [Fact]
    public void Evidence_of_a_category_says_who_wrote_it_and_whether_it_was_read_two_ways() =>
        Assert.Equal(
            ["Behavioural: Bo", "Technical: Ana Bo, split", "Situational: Ana Bo Dana", "Values: Bo", "MustHave: Cy", "RubricPart: Cy"],
            View(WholePanel).Evidence.Select(group =>
                $"{group.Category?.ToString() ?? group.Kind.ToString()}: {string.Join(' ', group.By.Select(by => by.Name))}{(group.HasTwoReadings ? ", split" : "")}"));

    [Fact]
    public void Only_changed_scores_are_told_first_and_final()
    {
        var view = View(
            Changed("Bo", "peer", [("q7", 0), ("q10", 4), ("overall", 3)], [("q7", 2), ("q10", 4), ("overall", 4)]),
            Changed("Ana", "peer", [("q10", 5)], [("q10", 0)]));

        Assert.Equal(
            ["Ana q10 5 → not-asked", "Bo q7 not-asked → 2", "Bo overall 3 → 4"],
            view.Changed.Select(change => $"{change.By.Name} {change.Item?.Key ?? "overall"} {change.First} → {change.Final}"));
        Assert.Equal("2", view.Scores.Rows.Single(row => row.Item.Key == "q7").Cells.Single(cell => cell is not null)?.ToString());
    }

    [Fact]
    public void Evidence_written_anew_under_the_same_score_is_no_change()
    {
        var card = Card("Ana", "peer", ("q10", 4));
        var rewritten = new Dictionary<string, Answer> { ["q10"] = new(Score.Of(4), Text("said otherwise")) };

        var view = View(card with { Final = rewritten });

        Assert.Empty(view.Changed);
        Assert.Equal("said otherwise", view.Evidence[0].Items[0].Pieces[0].Evidence?.Text);
    }

    [Fact]
    public void Missing_cards_go_by_stage_then_name_and_say_why()
    {
        MissingCard[] missing =
        [
            new(Person("Bo"), "Bo", "peer", MissingWhy.Unreachable),
            new(Person("Ana"), "Ana", "peer", MissingWhy.Closed),
            new(Person("Dana"), "Dana", "recruiter-screen", MissingWhy.Excused),
        ];

        Assert.Equal(
            ["Dana, Recruiter screen, Excused", "Ana, Peer interview, Closed", "Bo, Peer interview, Unreachable"],
            DebriefRules.View(Facts() with { Missing = missing }).Missing.Select(seat => $"{seat.Name}, {seat.StageName}, {seat.Why}"));
    }

    [Theory]
    [InlineData("https://files.example/output", null)]
    [InlineData(null, "https://files.example/notes")]
    [InlineData(" ", "")]
    public void What_to_lean_on_is_the_working_session_and_the_references_or_none_yet(string? output, string? notes)
    {
        var facts = Facts(WholePanel) with { WorkingSessionOutput = output, ReferenceNotes = notes };

        Assert.Equal(
            new LeanOn(output == " " ? null : output, notes?.Length == 0 ? null : notes),
            DebriefRules.View(facts).LeanOn);
    }

    [Fact]
    public void A_card_of_a_stage_that_the_plan_does_not_know_keeps_its_recommendation()
    {
        var view = View(Card("Ana", "chat", ("overall", 4)), Card("Bo", "peer", ("overall", 3)));

        Assert.Equal(["Bo at Peer interview", "Ana at chat"], view.Overall.Select(overall => $"{overall.By.Name} at {overall.By.StageName}"));
    }

    [Fact]
    public void A_loop_without_any_card_still_has_a_view()
    {
        var view = View();

        Assert.Empty(view.Evidence);
        Assert.Equal(Plan.Kits.Sum(kit => kit.Items.Count), view.NotAsked.Count);
    }

    [Fact]
    public void The_order_in_which_cards_are_read_changes_nothing() =>
        Gen.Select(AnyCards, Gen.Int.Array[9]).Holds((cards, keys) =>
            Assert.Equal(
                Json(View(cards)),
                Json(View([.. cards.Select((card, at) => (card, keys[at])).OrderBy(pair => pair.Item2).Select(pair => pair.card)]))));

    [Fact]
    public void The_order_of_missing_cards_changes_nothing() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 4], Gen.Enum<MissingWhy>()).Array[0, 6].Holds(seats =>
        {
            MissingCard[] missing =
                [.. seats.Select(seat => new MissingCard(Person(Names[seat.Item1]), Names[seat.Item1], Plan.Kits[seat.Item2].StageKey, seat.Item3))];

            Assert.Equal(
                Json(DebriefRules.View(Facts() with { Missing = missing })),
                Json(DebriefRules.View(Facts() with { Missing = [.. missing.Reverse()] })));
        });

    [Fact]
    public void The_evidence_parts_are_the_same_for_a_panel_that_scored_the_other_way_round() => AnyCards.Holds(cards =>
    {
        var view = View(cards);
        var mirrored = View([.. cards.Select(Mirrored)]);
        Assert.Equal(Json(view.TwoReadings), Json(mirrored.TwoReadings));
        Assert.Equal(Json(view.Evidence), Json(mirrored.Evidence));
    });

    [Theory]
    [InlineData(typeof(TwoReadings))]
    [InlineData(typeof(EvidenceGroup))]
    public void The_evidence_parts_have_no_place_for_a_number(Type part)
    {
        var held = TypesHeldBy(part, []);

        Assert.Contains(typeof(Evidence), held);
        Assert.Contains(typeof(Panellist), held);
        Assert.DoesNotContain(held, type => type == typeof(Score) || (type.IsPrimitive && type != typeof(bool)) || type == typeof(decimal));
    }

    [Fact]
    public void Every_piece_of_evidence_is_somewhere_in_the_view() => AnyCards.Holds(cards =>
    {
        var json = Json(View(cards));
        Assert.All(
            cards.SelectMany(card => card.Final.Values).Select(answer => answer.Evidence).OfType<Evidence>(),
            evidence => Assert.Contains($"\"{evidence.Text}\"", json, StringComparison.Ordinal));
    });

    private static string Shown(PieceOfEvidence piece) =>
        piece.NotAsked ? $"{piece.By.Name} (not asked)" : $"{piece.By.Name}: {piece.Evidence?.Text}";

    private static HashSet<Type> TypesHeldBy(Type type, HashSet<Type> seen)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var held = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            held = held.IsGenericType ? held.GetGenericArguments()[0] : held;
            if (seen.Add(held) && held.Namespace?.StartsWith(nameof(ChatHiring), StringComparison.Ordinal) == true)
                TypesHeldBy(held, seen);
        }
        return seen;
    }
}
