using ChatHiring.Files;
using ChatHiring.Packs;

namespace ChatHiring.Tests.Packs;

public sealed class PackFileTests
{
    [Fact]
    public void Shipped_pack_has_no_fault() => Assert.Empty(PackFile.Read(Shipped.Text).Faults);

    [Fact]
    public void Shipped_pack_holds_twenty_questions_in_four_categories()
    {
        var questions = Shipped.Pack.Questions;
        Assert.Equal(Enumerable.Range(1, 20).Select(number => $"q{number}"), questions.Select(question => question.Id));
        Assert.All(questions.Take(6), question => Assert.Equal(Category.Behavioural, question.Category));
        Assert.All(questions.Skip(6).Take(6), question => Assert.Equal(Category.Technical, question.Category));
        Assert.All(questions.Skip(12).Take(5), question => Assert.Equal(Category.Situational, question.Category));
        Assert.All(questions.Skip(17), question => Assert.Equal(Category.Values, question.Category));
        Assert.All(questions, question => Assert.InRange(question.Topic.Split(' ').Length, 2, 4));
        Assert.Equal(20, questions.Select(question => question.Topic).Distinct().Count());
    }

    [Fact]
    public void Shipped_rubric_has_five_named_levels_with_short_anchors()
    {
        var rubric = Shipped.Pack.Rubric;
        Assert.Equal(["Strong no", "No", "Mixed", "Yes", "Strong yes"], rubric.Levels.Select(level => level.Name));
        Assert.Equal([1, 2, 3, 4, 5], rubric.Levels.Select(level => level.Value));
        Assert.All(rubric.Levels, level => Assert.InRange(level.Anchor.Length, 20, 75));
    }

    [Fact]
    public void Shipped_stages_are_the_five_with_seven_seats()
    {
        var stages = Shipped.Pack.Stages;
        Assert.Equal(["recruiter-screen", "hiring-manager", "working-session", "peer", "cross-functional"], stages.Select(stage => stage.Key));
        Assert.Equal([30, 45, 90, 45, 45], stages.Select(stage => stage.Minutes));
        Assert.Equal([1, 1, 2, 2, 1], stages.Select(stage => stage.Panellists));
        Assert.Equal(["comp-expectation", "timing"], stages[0].Facts.Select(fact => fact.Key));
        Assert.Equal(3, stages[2].RubricParts.Count);
        Assert.Contains("paid", stages[2].Purpose, StringComparison.Ordinal);
        Assert.Contains("Depth matters more than polish", stages[2].Purpose, StringComparison.Ordinal);
        Assert.Contains("not just the literal ask", stages[2].RubricParts[0].Text, StringComparison.Ordinal);
    }

    /// <summary>Each row changes one place of the shipped pack and says which line and sentence it costs.</summary>
    public static TheoryData<string, string, string> Faults() => new()
    {
        { "name: backend-engineer", "name: Backend Engineer", "'name' of the pack must be made of small letters and digits, joined by single hyphens, such as 'hiring-manager', not 'Backend Engineer'." },
        { "title: Backend Engineer", "titel: Backend Engineer", "The pack has an unknown key 'titel'. Known here: name, title, rubric, questions, stages." },
        { "    name: Mixed", "    nmae: Mixed", "The level has an unknown key 'nmae'. Known here: level, name, anchor, paragraph." },
        { "    anchor: Could do parts", "    anchor: And then some more words than fit; Could do parts", "'anchor' of the level has 91 characters; at most 75 fit." },
        { "    category: values\n    topic: changed mind", "    category: culture fit\n    topic: changed mind", "'category' of the question must be one of behavioural, technical, situational, values, not 'culture fit'." },
        { "    topic: rate limiter", "    topic: [rate, limiter]", "'topic' of the question must be a text, not a list." },
        { "- id: q2\n", "- id: q1\n", "The id 'q1' is used twice. Give each question and rubric part an id of its own." },
        { "- id: q2\n", "- id: overall\n", "'overall' is taken by ChatHiring itself. Choose another id." },
        { "- id: q3\n", "- id: must-have-3\n", "'must-have-3' is taken by ChatHiring itself. Choose another id." },
        { "- key: cross-functional", "- key: peer", "The stage 'peer' is given twice." },
        { "minutes: 90", "minutes: 840", "'minutes' of the stage must be a whole number from 5 to 480, not '840'." },
        { "panellists: 2\n    interviewers: Two", "panellists: two\n    interviewers: Two", "'panellists' of the stage must be a whole number from 1 to 10, not 'two'." },
        { "kit: must-haves", "kit: questions", "The recruiter screen scores the job's must-haves and asks no question of the pack: its kit must be must-haves." },
        { "kit: rubric", "kit: must-haves", "The working session is scored on its own written rubric: its kit must be rubric." },
        { "kit: rubric", "kit: questions", "Only a stage whose kit is rubric has 'rubric-parts'." },
        { "      - category: behavioural\n        count: 2", "      - category: technical\n        count: 2", "The hiring manager stage must lead with behavioural questions." },
        { "      - category: technical\n        count: 3", "      - category: values\n        count: 1", "The peer stage must mix technical and situational questions and ask nothing else." },
        { "        count: 1\n        prefers: [q15]\n      - category: values", "        count: 1\n        prefers: [q15]\n      - category: technical", "The cross-functional stage must ask situational and values questions and nothing else." },
        { "prefers: [q7, q9, q11]", "prefers: [q7, q99]", "The stage 'peer' prefers 'q99', which is no technical question of this pack." },
        { "prefers: [q7, q9, q11]", "prefers: [q7, q13]", "The stage 'peer' prefers 'q13', which is no technical question of this pack." },
        { "prefers: [q7, q9, q11]", "prefers: [q7, q7]", "'prefers' of the share of questions lists 'q7' twice." },
        { "        count: 3", "        count: 7", "The stages ask 7 technical questions, but the pack holds 6. A question is asked in one stage only." },
        { "      - key: timing", "      - key: comp-expectation", "'facts' uses a key twice. Give each fact a key of its own." },
    };

    [Theory, MemberData(nameof(Faults))]
    public void A_broken_place_is_refused_with_its_reason(string shipped, string broken, string reason)
    {
        var (pack, faults) = PackFile.Read(Replaced(shipped, broken));
        Assert.Null(pack);
        Assert.Contains(reason, faults.Select(fault => fault.Reason));
    }

    [Theory]
    [InlineData("name: backend-engineer\ntitle: Backend Engineer", "§name: backend-engineer\ntitle:")]
    [InlineData("        count: 3", "        count: §3.5")]
    [InlineData("- id: q2\n", "- id: §q1\n")]
    [InlineData("- key: cross-functional", "- key: §peer")]
    [InlineData("kit: rubric", "kit: §must-haves")]
    public void A_fault_names_its_line(string shipped, string broken)
    {
        var edited = Edited.Of(Shipped.Text, shipped, broken);
        Assert.Contains(edited.Line, PackFile.Read(edited.Text).Faults.Select(fault => fault.Line));
    }

    [Theory]
    [InlineData("level: 5", "level: 4")]
    [InlineData("level: 1", "level: 2")]
    public void A_rubric_without_its_five_levels_is_refused(string shipped, string broken) =>
        Assert.Contains(
            "The rubric must have exactly five levels, 1 to 5, lowest first.",
            PackFile.Read(Replaced(shipped, broken)).Faults.Select(fault => fault.Reason));

    [Fact]
    public void Many_faults_are_listed_at_once()
    {
        var text = Replaced("level: 1", "level: 9").Replace("count: 3", "count: many", StringComparison.Ordinal).Replace("minutes: 90", "minutes: 0", StringComparison.Ordinal);
        Assert.InRange(PackFile.Read(text).Faults.Count, 3, FileFaults.Most);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("rubric: 5\nquestions: {a: b}\nstages: [1, [2], null]")]
    [InlineData("name: x\nrubric: [1]\nquestions: [{}]\nstages: [{kit: []}]")]
    public void A_file_of_another_kind_is_refused(string text)
    {
        var (pack, faults) = PackFile.Read(text);
        Assert.Null(pack);
        Assert.NotEmpty(faults);
    }

    private static string Replaced(string shipped, string broken) => Edited.Of(Shipped.Text, shipped, broken).Text;
}
