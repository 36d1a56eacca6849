using ChatHiring.Debriefs;
using ChatHiring.Jobs;
using ChatHiring.People;
using ChatHiring.Scorecards;
using CsCheck;

namespace ChatHiring.Platforms.Tests.Cards;

/// <summary>What people may type: markup, mentions, templates, JSON, every script. And cards and debriefs that are full of it.</summary>
internal static class Typed
{
    private static readonly string[] _tricks =
    [
        "<!channel>", "<@U123>", "<https://x.example|here>", "*bold*", "_it_", "~no~", "`code`", "```block```", ":tada:", "> quote", "& < >", "\"}],\"type\":\"mrkdwn\"",
        "${title}", "{{DATE(2017-02-14T06:08:39Z, SHORT)}}", "<at>Bo</at>", "[link](https://x.example)", "1. one", "# head", "שלום עולם", "日本", "👩‍👩‍👧", "@here", "line\nline", "https://x.example", "{\"$when\":false}",
    ];

    public static readonly Gen<string> Short = Gen.Int[0, _tricks.Length - 1].Array[1, 6].Select(at => string.Join(' ', at.Select(i => _tricks[i])));

    public static readonly Gen<string> Long = Gen.Select(Short, Gen.Int[1, 3000], (text, length) => string.Concat(Enumerable.Repeat(text + " ", (length / text.Length) + 1))[..length].Trim())
        .Where(text => Evidence.Read(text).Evidence?.Text == text);

    public static string Cut(string text, int most) => (text.Length <= most ? text : text[..most]).Trim();

    public static ScoreForm Form(string name, string text, int count)
    {
        var items = Enumerable.Range(0, count).Select(at => new KitItem($"q{at}", ItemKind.Question, ChatHiring.Packs.Category.Technical, Cut(name, 80), Cut(text, 2000), Cut(text, 2000))).ToList();
        var form = CardSamples.Form(CardSamples.Heading with { Candidate = name, With = [name], StageName = Cut(name, 80) }, items, [new FormFact(new ChatHiring.Packs.StageFact("f", Cut(name, 80)), text, "")]);
        return form with { Items = [.. form.Items.Select((item, at) => item with { Answer = at == 0 ? Answer.None : CardSamples.Says(3, text) })], Overall = form.Overall with { Answer = CardSamples.Says(3, text) } };
    }

    public static DebriefView Debrief(string name, string text, int panel)
    {
        var items = Enumerable.Range(0, 8).Select(at => new KitItem($"q{at}", ItemKind.Question, ChatHiring.Packs.Category.Technical, Cut(name, 80), "?", "…")).ToList();
        var plan = new InterviewPlan("p", CardSamples.Pack.Rubric, [new Kit("peer", Cut(name, 80), 60, "…", items, [])], null);
        var cards = Enumerable.Range(0, panel).Select(at => CardSamples.Card(at, name, "peer", [.. items.Select(item => (item.Key, 1 + (at % 2 * 3), text)), (InterviewPlan.Overall, 1 + (at % 2 * 3), text)])).ToList();
        return DebriefRules.View(new DebriefFacts(plan, 1, name, name, CardSamples.Start, cards, [new MissingCard(new PersonId(CardSamples.Id(99)), name, "peer", MissingWhy.Excused)], null, name));
    }
}
