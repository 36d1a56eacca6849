namespace ChatHiring.Fakes.Slack.BlockKit;

/// <summary>What Slack would refuse, and where.</summary>
/// <param name="Place">A JSON pointer from the arguments of the call: <c>/blocks/0/text</c>, <c>/view/title/text</c>.</param>
/// <param name="Says">In Slack's words.</param>
/// <param name="Error">The error that the whole call is answered with; null for the usual one.</param>
public sealed record BlockKitFault(string Place, string Says, string? Error = null)
{
    public override string ToString() => $"{Says} [json-pointer:{Place}]";
}
