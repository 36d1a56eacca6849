using System.Text.Json.Nodes;
using ChatHiring.Cards;

namespace ChatHiring.Platforms.Tests.Teams.Fakes;

/// <summary>The judges agree with what is right and find what is not.</summary>
public class OfficialJudgeTests
{
    private const string Card = """
        {"type":"AdaptiveCard","version":"1.5","body":[
          {"type":"TextBlock","text":"${who.name} · ${stage}","wrap":true},
          {"type":"TextBlock","$when":"${isLate}","text":"Late.","wrap":true},
          {"type":"Container","$data":"${questions}","items":[{"type":"TextBlock","text":"${$index}: ${text} for ${$root.stage}","wrap":true}]}]}
        """;

    private const string Form = """
        {"type":"AdaptiveCard","version":"1.5","body":[
          {"type":"Input.ChoiceSet","id":"score","label":"Score","style":"expanded","choices":[{"$data":"${levels}","title":"${text}","value":"${value}"}]},
          {"type":"Input.Text","id":"evidence","label":"Evidence","isMultiline":true,"maxLength":"${most}"}],
         "actions":[{"type":"Action.Submit","title":"Next","data":{"card":"${card}"}}]}
        """;

    [Fact]
    public async Task Microsofts_own_engines_agree_with_ours_and_find_what_is_wrong()
    {
        const string People = """{"who":{"name":"Ana"},"stage":"Peer","isLate":false,"questions":[{"text":"Why?"},{"text":"How?"}]}""";
        const string Levels = """{"levels":[{"text":"Low","value":"1"},{"text":"High","value":"5"}],"most":3000,"card":"c1"}""";
        var (right, form) = (Ours("card", Card, People), Ours("form", Form, Levels));
        Assert.Empty(await OfficialJudge.Disagrees([right, form]));
        Assert.Equal(
            [
                "text: /body/0/text: ours \"Bo \\u00B7 Peer\", theirs \"Ana \\u00B7 Peer\"", "extra: /speak is ours only", "unknown: Unknown element type \"TextBlok\". Fallback will be used if present.",
                "unknown: /body/0/type: ours \"TextBlok\", theirs \"TextBlock\"", "twice: Duplicate Id \"score\".", "twice: /body/1/id: ours \"score\", theirs \"evidence\"",
                "missing: /body/0/text: ours \"Ana \\u00B7 Peer\", theirs \"Ana \\u00B7 ${nothing}\"",
            ],
            await OfficialJudge.Disagrees(
            [
                Changed(right, "text", card => card["body"]![0]!["text"] = "Bo · Peer"), Changed(right, "extra", card => card["speak"] = "x"), Changed(right, "unknown", card => card["body"]![0]!["type"] = "TextBlok"),
                Changed(form, "twice", card => card["body"]![1]!["id"] = "score"), Changed(right, "missing", _ => { }) with { Template = Card.Replace("${stage}", "${nothing}", StringComparison.Ordinal) },
            ]));
    }

    private static CardToJudge Ours(string name, string template, string data) =>
        new(name, template, data, CardTemplate.Read(name, template, (_, _, value) => value).Fill(JsonNode.Parse(data)!).ToJsonString());

    private static CardToJudge Changed(CardToJudge card, string name, Action<JsonNode> change)
    {
        var ours = JsonNode.Parse(card.Ours)!;
        change(ours);
        return card with { Name = name, Ours = ours.ToJsonString() };
    }
}
