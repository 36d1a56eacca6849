using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Slack;

/// <summary>A method of the Web API.</summary>
/// <param name="Needed">Arguments without which it is refused.</param>
/// <param name="Others">The other arguments that it takes; whatever else comes is recorded.</param>
/// <param name="Do">Answers what stands beside <c>"ok":true</c>.</param>
internal sealed record SlackMethod(string Name, string[] Needed, string[] Others, Func<SlackCall, JsonObject> Do)
{
    /// <summary>What the app has to be allowed; null: nothing.</summary>
    public string? Scope { get; init; }

    /// <summary>Whether a JSON body is read; elsewhere Slack sees no arguments in it.</summary>
    public bool TakesJson { get; init; } = true;

    public SlackTokenKind Token { get; init; } = SlackTokenKind.Bot;

    public bool Takes(string argument) => Needed.Contains(argument) || Others.Contains(argument);
}

/// <summary>Who may call.</summary>
internal enum SlackTokenKind
{
    Bot,
    App,
    Client,
}
