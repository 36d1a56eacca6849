using System.Text;
using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Slack.BlockKit;

/// <summary>Every limit that Slack documents for messages and views, as a walk over the JSON. The shape itself is <see cref="BlockKitSchema"/>'s.</summary>
public static class BlockKitRules
{
    /// <summary>Undocumented: about 12,000 to 13,200 characters are seen to be refused, and one report has 11,341 (bolt-js#2509, #2867).</summary>
    public const int MostTextOfAMessage = 11_340;

    private const int MostBytesOfAView = 250 * 1024;

    /// <param name="message">At least <c>blocks</c>; may have <c>text</c>.</param>
    public static IReadOnlyList<BlockKitFault> OfMessage(JsonNode message)
    {
        var root = new Walk(message, "", []);
        root.Count("blocks", 50, least: 0);
        Blocks(root, isMessage: true);
        if (Characters(root.At("blocks").Node) > MostTextOfAMessage)
            root.At("blocks").Say("the text of all blocks is too long", "msg_blocks_too_long");
        if (root.All("blocks").Where(block => block.Type == "markdown").Sum(block => Walk.Characters(block.Text("text") ?? "")) > 12_000)
            root.At("blocks").Say("markdown text must be less than 12001 characters", "msg_blocks_too_long");
        foreach (var more in root.All("blocks").Where(block => block.Type is "table" or "data_table").Skip(1))
            more.Say("only one table is allowed", "invalid_attachments");
        return root.Faults;
    }

    public static IReadOnlyList<BlockKitFault> OfView(JsonNode view)
    {
        var root = new Walk(view, "/view", []);
        if (!root.Is("modal", "home"))
            return root.Faults;
        root.Count("blocks", 100);
        root.Length("private_metadata", 3000, least: 0);
        root.Length("callback_id", 255, least: 0);
        root.Length("external_id", 255, least: 0);
        Frame(root);
        Blocks(root, isMessage: false);
        if (Encoding.UTF8.GetByteCount(view.ToJsonString(Verbatim.Json)) > MostBytesOfAView)
            root.Say("must be less than 250kb", "view_too_large");
        return root.Faults;
    }

    private static void Frame(Walk view)
    {
        if (view.Type == "home")
        {
            foreach (var name in (string[])["title", "submit", "close"])
                if (view.Has(name))
                    view.Say($"invalid additional property: {name}");
            return;
        }

        TextRules.Plain(view, "title", 24);
        TextRules.Plain(view, "submit", 24, needed: view.All("blocks").Any(block => block.Type == "input"));
        TextRules.Plain(view, "close", 24, needed: false);
    }

    private static void Blocks(Walk root, bool isMessage)
    {
        foreach (var block in root.All("blocks"))
            BlockRules.Check(block, isMessage);
        foreach (var twice in root.All("blocks").Where(block => block.Has("block_id")).GroupBy(block => block.Text("block_id")).SelectMany(same => same.Skip(1)))
            twice.At("block_id").Say($"`block_id` \"{twice.Text("block_id")}\" already exists");
        foreach (var second in root.All("blocks").Select(block => block.At("element")).Where(element => element.Flag("focus_on_load")).Skip(1))
            second.At("focus_on_load").Say("only one element can have `focus_on_load`");
    }

    private static int Characters(JsonNode? node) => node switch
    {
        JsonObject named => named.Sum(property => property is { Key: "text", Value: JsonValue text } ? Walk.Characters(text.GetValue<string>()) : Characters(property.Value)),
        JsonArray list => list.Sum(Characters),
        _ => 0,
    };
}
