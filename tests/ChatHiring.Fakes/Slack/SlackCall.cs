namespace ChatHiring.Fakes.Slack;

/// <summary>One call to the Web API as it came in.</summary>
/// <param name="Arguments">By name; nested ones are JSON text, whatever the body was.</param>
/// <param name="Token">The bearer token, or what stood for it; null: none.</param>
public sealed record SlackCall(string Method, IReadOnlyDictionary<string, string> Arguments, string? Token)
{
    /// <summary>An argument, or an empty text.</summary>
    public string this[string name] => Arguments.GetValueOrDefault(name) ?? "";

    public bool Has(string name) => this[name].Length > 0;

    /// <summary>What it was answered with: <c>ok</c>, Slack's error, or the kind of planned fault.</summary>
    public string Answered { get; internal set; } = "";
}
