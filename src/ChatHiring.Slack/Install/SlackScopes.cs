namespace ChatHiring.Slack.Install;

/// <summary>What the bot may do in Slack. Pure.</summary>
internal static class SlackScopes
{
    /// <summary>The least that the product works with; <c>manifests/slack.json</c> asks for the same.</summary>
    public static readonly IReadOnlyList<string> Asked =
        ["chat:write", "commands", "im:write", "im:history", "users:read", "users:read.email", "dnd:read", "channels:read", "groups:read"];

    /// <param name="header">As Slack lists them: comma-separated, in one header or several.</param>
    public static IReadOnlyList<string> Read(IEnumerable<string> header) =>
        [.. header.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    public static IReadOnlyList<string> Missing(IReadOnlyList<string> given) => [.. Asked.Except(given)];

    /// <summary>Those with which the bot could read what people write to each other.</summary>
    public static IReadOnlyList<string> Reading(IReadOnlyList<string> given) =>
        [.. given.Except(Asked).Where(scope => scope.EndsWith(":history", StringComparison.Ordinal) || scope.StartsWith("search:", StringComparison.Ordinal))];

    /// <summary>The others that nothing here needs.</summary>
    public static IReadOnlyList<string> Needless(IReadOnlyList<string> given) => [.. given.Except(Asked).Except(Reading(given))];
}
