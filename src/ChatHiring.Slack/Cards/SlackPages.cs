using System.Text.Json.Nodes;

namespace ChatHiring.Slack.Cards;

/// <summary>Splits what is too much for one message. Nothing is ever cut off, and the same blocks always give the same messages.</summary>
internal static class SlackPages
{
    // Slack takes 50 blocks, and refuses a message whose blocks hold more than about 11,000 characters together (bolt-js 2509, 2867).
    public const int MostBlocks = 45;

    public const int MostCharacters = 9000;

    /// <param name="more">A message whose blocks stand before what follows the first message.</param>
    public static IReadOnlyList<SlackMessage> Split(SlackMessage whole, SlackMessage more)
    {
        var pages = new List<SlackMessage>();
        var page = new List<JsonNode>();
        foreach (var block in Taken(whole.Blocks))
        {
            if (page.Count + 1 > MostBlocks || (page.Count > 0 && Length(page) + Length(block) > MostCharacters))
            {
                var moved = LastHeaders(page);
                pages.Add(Page(pages.Count == 0 ? whole : more, page));
                page = [.. Taken((JsonArray)more.Blocks.DeepClone()), .. moved];
            }

            page.Add(block);
        }

        pages.Add(Page(pages.Count == 0 ? whole : more, page));
        return pages;
    }

    /// <summary>What a person can read in a block, in characters.</summary>
    public static int Length(JsonNode? node) => node switch
    {
        JsonObject named => named.Sum(property => property.Value is JsonValue text && property.Key is "text" or "url" ? TextLength(property.Value) : Length(property.Value)),
        JsonArray list => list.Sum(Length),
        _ => 0,
    };

    private static int Length(List<JsonNode> page) => page.Sum(Length);

    private static int TextLength(JsonNode? text) => text?.ToString().Length ?? 0;

    private static SlackMessage Page(SlackMessage like, List<JsonNode> blocks) => new(like.Text, [.. blocks]);

    // A heading at the end of a message would stand above nothing.
    private static List<JsonNode> LastHeaders(List<JsonNode> page)
    {
        var kept = page.FindLastIndex(block => block["type"]?.GetValue<string>() is not ("header" or "divider")) + 1;
        if (kept == 0)
            return [];
        var moved = page[kept..];
        page.RemoveRange(kept, moved.Count);
        return moved;
    }

    private static List<JsonNode> Taken(JsonArray blocks)
    {
        List<JsonNode> taken = [.. blocks.OfType<JsonNode>()];
        blocks.Clear();
        return taken;
    }
}
