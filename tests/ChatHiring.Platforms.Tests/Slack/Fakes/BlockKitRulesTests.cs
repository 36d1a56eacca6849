using System.Text.Json.Nodes;
using ChatHiring.Fakes.Slack.BlockKit;
using static ChatHiring.Platforms.Tests.Slack.Fakes.Kit;

namespace ChatHiring.Platforms.Tests.Slack.Fakes;

/// <summary>The walker of limits, held against each limit by itself.</summary>
public class BlockKitRulesTests
{
    public static TheoryData<string> Names { get; } = [.. Limit.All.Select(limit => limit.Name)];

    [Theory, MemberData(nameof(Names))]
    public void What_is_at_a_limit_passes_and_what_is_one_over_does_not(string name)
    {
        var limit = Limit.All.Single(limit => limit.Name == name);

        Assert.Empty(Faults(limit.Made(limit.Most)));
        var over = Faults(limit.Made(limit.Most + 1));
        Assert.Contains($"{limit.Says} [json-pointer:{limit.Place}]", over);
        Assert.True(limit.OverSaysMore || over.Length == 1, string.Join('\n', over));
    }

    [Fact]
    public void Characters_are_counted_as_code_points()
    {
        Assert.Empty(Faults(Message(Section(string.Concat(Enumerable.Repeat("🎉", 3000))))));
        Assert.Single(Faults(Message(Section(string.Concat(Enumerable.Repeat("🎉", 3001))))));
    }

    [Fact]
    public void A_view_of_more_than_250_kilobytes_is_too_large()
    {
        var large = Modal([.. Enumerable.Range(0, 90).Select(_ => Section(Text(2850)))]);
        Assert.Contains(BlockKitRules.OfView(large), fault => fault.Error == "view_too_large");
        Assert.Empty(Faults(Modal([.. Enumerable.Range(0, 90).Select(_ => Section(Text(2700)))])));
    }

    [Fact]
    public void Whatever_else_slack_refuses_is_refused()
    {
        foreach (var (json, says) in Refused())
            Assert.Contains(says, Faults(json));
    }

    private static IEnumerable<(JsonObject Json, string Says)> Refused()
    {
        yield return (Message(Section("")), "must be more than 0 characters [json-pointer:/blocks/0/text/text]");
        yield return (Message(new JsonObject { ["type"] = "section" }), "must define either `text` or `fields` [json-pointer:/blocks/0]");
        yield return (Message(new JsonObject { ["type"] = "header", ["text"] = Plain("x").With("type", "mrkdwn") }), "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]");
        yield return (Message(new JsonObject { ["type"] = "carousel" }), "unsupported type: carousel [json-pointer:/blocks/0/type]");
        yield return (Message(Section().With("block_id", "a"), Section().With("block_id", "a")), "`block_id` \"a\" already exists [json-pointer:/blocks/1/block_id]");
        yield return (Message(Actions(Button().With("action_id", "a"), Button().With("action_id", "a"))), "`action_id` \"a\" already exists [json-pointer:/blocks/0/elements/1/action_id]");
        yield return (Message(Actions()), "no fewer than 1 items allowed [json-pointer:/blocks/0/elements]");
        yield return (Message(Actions(Typed())), "unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]");
        yield return (Message(Section().With("accessory", Typed())), "unsupported type: plain_text_input [json-pointer:/blocks/0/accessory/type]");
        yield return (Modal(Input(Button())), "unsupported type: button [json-pointer:/view/blocks/0/element/type]");
        yield return (Modal(Input(new JsonObject { ["type"] = "number_input" })), "missing required field: is_decimal_allowed [json-pointer:/view/blocks/0/element]");
        yield return (Modal(Input(new JsonObject { ["type"] = "number_input", ["is_decimal_allowed"] = true, ["min_value"] = 1 })), "must be a string [json-pointer:/view/blocks/0/element/min_value]");
        yield return (Modal(Input(Typed().With("min_length", 3).With("max_length", 2))), "must be greater than or equal to min_length [json-pointer:/view/blocks/0/element/max_length]");
        yield return (Modal(Input(Typed().With("max_length", 0))), "must be greater than or equal to 1 [json-pointer:/view/blocks/0/element/max_length]");
        yield return (Modal(Input(Typed().With("min_length", -1))), "must be greater than or equal to 0 [json-pointer:/view/blocks/0/element/min_length]");
        yield return (Modal(Input(Typed().With("max_length", 5).With("initial_value", "123456"))), "must be less than 6 characters [json-pointer:/view/blocks/0/element/initial_value]");
        yield return (Modal(Input(Choice("radio_buttons", 2).With("initial_option", Option(3)))), "`initial_option` must match one of the options [json-pointer:/view/blocks/0/element/initial_option]");
        yield return (Modal(Input(Choice("radio_buttons", 0))), "no fewer than 1 items allowed [json-pointer:/view/blocks/0/element/options]");
        yield return (Modal(Input(Choice("static_select", 1).With("option_groups", new JsonArray()))), "must define either `options` or `option_groups`, not both [json-pointer:/view/blocks/0/element]");
        yield return (Modal(Input(Typed().With("focus_on_load", true)), Input(Typed().With("focus_on_load", true))), "only one element can have `focus_on_load` [json-pointer:/view/blocks/1/element/focus_on_load]");
        yield return (Modal(Input(Typed())).With("title", null), "unsupported type:  [json-pointer:/view/title/type]");
        yield return (Without(Modal(Input(Typed())), "submit"), "missing required field: submit [json-pointer:/view]");
        yield return (Without(Modal(Section()), "title"), "missing required field: title [json-pointer:/view]");
        yield return (Home(Section()).With("title", Plain("x")), "invalid additional property: title [json-pointer:/view]");
        yield return (Modal(new JsonObject { ["type"] = "markdown", ["text"] = "x" }), "unsupported type: markdown [json-pointer:/view/blocks/0]");
        yield return (Message(new JsonObject { ["type"] = "rich_text", ["elements"] = new JsonArray() }), "no fewer than 1 items allowed [json-pointer:/blocks/0/elements]");
        yield return (Message(new JsonObject { ["type"] = "image", ["image_url"] = "https://example.com/a.png" }), "missing required field: alt_text [json-pointer:/blocks/0]");
        yield return (Message(new JsonObject { ["type"] = "table", ["rows"] = new JsonArray(new JsonArray("x")) }, new JsonObject { ["type"] = "table", ["rows"] = new JsonArray(new JsonArray("x")) }), "only one table is allowed [json-pointer:/blocks/1]");
        yield return (Message(new JsonObject { ["type"] = "markdown", ["text"] = Text(6001) }, new JsonObject { ["type"] = "markdown", ["text"] = Text(6000) }), "markdown text must be less than 12001 characters [json-pointer:/blocks]");
    }

    private static JsonObject Without(JsonObject view, string name)
    {
        view.Remove(name);
        return view;
    }

    private static string[] Faults(JsonObject json) => [.. (json.ContainsKey("type") ? BlockKitRules.OfView(json) : BlockKitRules.OfMessage(json)).Select(fault => fault.ToString())];
}
