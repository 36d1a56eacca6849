namespace ChatHiring.Fakes.Slack.BlockKit;

/// <summary>A refusal that a product must never meet: it is recorded.</summary>
internal static class BlockKitRefusal
{
    public static SlackRefusal Refuse(this FakeFaults faults, string error, IReadOnlyList<BlockKitFault> found)
    {
        faults.Add($"{error}: {string.Join("; ", found)}");
        return new SlackRefusal(error, [.. found.Select(fault => $"[ERROR] {fault}")]);
    }
}
