using System.Text.Json.Nodes;
using static ChatHiring.Platforms.Tests.Slack.Fakes.Kit;

namespace ChatHiring.Platforms.Tests.Slack.Fakes;

/// <summary>A limit of Block Kit: what is at it passes, what is one over is refused.</summary>
/// <param name="Made">A message or a view of which something is so long, or there so often.</param>
internal sealed record Limit(string Name, int Most, string Place, string Says, Func<int, JsonObject> Made)
{
    public static IReadOnlyList<Limit> All { get; } =
    [
        Items("blocks of a message", 50, "/blocks", count => new JsonObject { ["blocks"] = Many(count, _ => Section()) }),
        Items("blocks of a modal", 100, "/view/blocks", count => Modal().With("blocks", Many(count, _ => Section()))),
        Items("blocks of a home", 100, "/view/blocks", count => Home().With("blocks", Many(count, _ => Section()))),
        Long("block_id", 255, "/blocks/0/block_id", length => Message(Section().With("block_id", Text(length)))),
        Long("action_id", 255, "/blocks/0/elements/0/action_id", length => Message(Actions(Button().With("action_id", Text(length))))),
        Long("section", 3000, "/blocks/0/text/text", length => Message(Section(Text(length)))),
        Items("fields", 10, "/blocks/0/fields", count => Message(new JsonObject { ["type"] = "section", ["fields"] = Many(count, _ => Plain("x")) })),
        Long("field", 2000, "/blocks/0/fields/0/text", length => Message(new JsonObject { ["type"] = "section", ["fields"] = Many(1, _ => Plain(Text(length))) })),
        Long("header", 150, "/blocks/0/text/text", length => Message(new JsonObject { ["type"] = "header", ["text"] = Plain(Text(length)) })),
        Items("context elements", 10, "/blocks/0/elements", count => Message(Context(count))),
        Long("context text", 3000, "/blocks/0/elements/0/text", length => Message(new JsonObject { ["type"] = "context", ["elements"] = Many(1, _ => Plain(Text(length))) })),
        Items("action elements", 25, "/blocks/0/elements", count => Message(new JsonObject { ["type"] = "actions", ["elements"] = Many(count, _ => Button()) })),
        Long("button text", 75, "/blocks/0/elements/0/text/text", length => Message(Actions(Button(Text(length))))),
        Long("button value", 2000, "/blocks/0/elements/0/value", length => Message(Actions(Button().With("value", Text(length))))),
        Long("button url", 3000, "/blocks/0/elements/0/url", length => Message(Actions(Button().With("url", Text(length))))),
        Long("image url", 3000, "/blocks/0/image_url", length => Message(Image(Text(length), "x"))),
        Long("image alt text", 2000, "/blocks/0/alt_text", length => Message(Image("https://example.com/a.png", Text(length)))),
        Long("input label", 2000, "/view/blocks/0/label/text", length => Modal(Input(Typed()).With("label", Plain(Text(length))))),
        Long("input hint", 2000, "/view/blocks/0/hint/text", length => Modal(Input(Typed()).With("hint", Plain(Text(length))))),
        Long("placeholder", 150, "/view/blocks/0/element/placeholder/text", length => Modal(Input(Typed().With("placeholder", Plain(Text(length)))))),
        Long("initial value", 3000, "/view/blocks/0/element/initial_value", length => Modal(Input(Typed().With("initial_value", Text(length))))),
        new("min_length", 3000, "/view/blocks/0/element/min_length", "must be less than or equal to 3000", value => Modal(Input(Typed().With("min_length", value).With("max_length", 3000)))) { OverSaysMore = true },
        new("max_length", 3000, "/view/blocks/0/element/max_length", "must be less than or equal to 3000", value => Modal(Input(Typed().With("max_length", value)))),
        Items("radio buttons", 10, "/view/blocks/0/element/options", count => Modal(Input(Choice("radio_buttons", count)))),
        Items("checkboxes", 10, "/view/blocks/0/element/options", count => Modal(Input(Choice("checkboxes", count)))),
        Items("select options", 100, "/view/blocks/0/element/options", count => Modal(Input(Choice("static_select", count)))),
        Items("overflow options", 5, "/blocks/0/elements/0/options", count => Message(Actions(Choice("overflow", count)))),
        Items("option groups", 100, "/view/blocks/0/element/option_groups", count => Modal(Input(Groups(count, "x", 1)))),
        Items("options of a group", 100, "/view/blocks/0/element/option_groups/0/options", count => Modal(Input(Groups(1, "x", count)))),
        Long("group label", 75, "/view/blocks/0/element/option_groups/0/label/text", length => Modal(Input(Groups(1, Text(length), 1)))),
        Long("option text", 75, "/view/blocks/0/element/options/0/text/text", length => Modal(Input(OneOption(Option(1).With("text", Plain(Text(length))))))),
        Long("option value", 150, "/view/blocks/0/element/options/0/value", length => Modal(Input(OneOption(Option(1).With("value", Text(length)))))),
        Long("option description", 75, "/view/blocks/0/element/options/0/description/text", length => Modal(Input(OneOption(Option(1).With("description", Plain(Text(length))))))),
        Long("confirm title", 100, "/blocks/0/elements/0/confirm/title/text", length => Message(Actions(Confirmed("title", length)))),
        Long("confirm text", 300, "/blocks/0/elements/0/confirm/text/text", length => Message(Actions(Confirmed("text", length)))),
        Long("confirm yes", 30, "/blocks/0/elements/0/confirm/confirm/text", length => Message(Actions(Confirmed("confirm", length)))),
        Long("confirm no", 30, "/blocks/0/elements/0/confirm/deny/text", length => Message(Actions(Confirmed("deny", length)))),
        Long("view title", 24, "/view/title/text", length => Modal(Section()).With("title", Plain(Text(length)))),
        Long("view submit", 24, "/view/submit/text", length => Modal(Section()).With("submit", Plain(Text(length)))),
        Long("view close", 24, "/view/close/text", length => Modal(Section()).With("close", Plain(Text(length)))),
        Long("private_metadata", 3000, "/view/private_metadata", length => Modal(Section()).With("private_metadata", Text(length))),
        Long("callback_id", 255, "/view/callback_id", length => Modal(Section()).With("callback_id", Text(length))),
        Long("external_id", 255, "/view/external_id", length => Modal(Section()).With("external_id", Text(length))),
        Items("table rows", 100, "/blocks/0/rows", count => Message(Table("table", count, 1))),
        Items("table columns", 20, "/blocks/0/rows/0", count => Message(Table("table", 1, count))),
        Items("data table rows", 201, "/blocks/0/rows", count => Message(Table("data_table", count, 1))),
        new("text of a message", 11_340, "/blocks", "the text of all blocks is too long", length => Message([.. Enumerable.Repeat(2000, 5).Append(length - 10_000).Select(part => Section(Text(part)))])),
    ];

    /// <summary>Over the limit another limit is broken too.</summary>
    public bool OverSaysMore { get; init; }

    private static Limit Long(string name, int most, string place, Func<int, JsonObject> made) => new(name, most, place, $"must be less than {most + 1} characters", made);

    private static Limit Items(string name, int most, string place, Func<int, JsonObject> made) => new(name, most, place, $"no more than {most} items allowed", made);

    private static JsonObject Image(string url, string alt) => new() { ["type"] = "image", ["image_url"] = url, ["alt_text"] = alt };

    private static JsonObject OneOption(JsonObject option) => new() { ["type"] = "radio_buttons", ["options"] = new JsonArray(option) };

    private static JsonObject Groups(int groups, string label, int options) => new()
    {
        ["type"] = "static_select",
        ["option_groups"] = Many(groups, _ => new JsonObject { ["label"] = Plain(label), ["options"] = Many(options, Option) }),
    };

    private static JsonObject Confirmed(string part, int length)
    {
        var confirm = new JsonObject { ["title"] = Plain("x"), ["text"] = Plain("x"), ["confirm"] = Plain("x"), ["deny"] = Plain("x") };
        return Button().With("confirm", confirm.With(part, Plain(Text(length))));
    }

    private static JsonObject Table(string type, int rows, int columns) => new() { ["type"] = type, ["rows"] = Many(rows, _ => Many(columns, _ => new JsonObject { ["type"] = "raw_text", ["text"] = "x" })) };
}
