using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Slack.BlockKit;

/// <summary>All that is wrong with a message or a view: limits in Slack's words, and the shape where no limit is broken.</summary>
public static class BlockKitFaults
{
    /// <param name="message"><c>text</c> and <c>blocks</c>, and nothing else.</param>
    public static IReadOnlyList<BlockKitFault> OfMessage(JsonNode message) =>
        BlockKitRules.OfMessage(message) is { Count: > 0 } found ? found : Shape(BlockKitSchema.FaultsOfMessage(message), "/blocks");

    public static IReadOnlyList<BlockKitFault> OfView(JsonNode view) =>
        BlockKitRules.OfView(view) is { Count: > 0 } found ? found : Shape(BlockKitSchema.FaultsOfView(view), "/view");

    private static IReadOnlyList<BlockKitFault> Shape(IReadOnlyList<string> faults, string place) => [.. faults.Select(says => new BlockKitFault(place, says))];
}
