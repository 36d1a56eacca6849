using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Teams;

/// <summary>A path that is answered.</summary>
/// <param name="Pattern">With <c>{names}</c> for ids; without what precedes <c>v3</c>.</param>
internal sealed record FakeRoute(string Operation, string Method, string Pattern, Func<TeamsCall, FakeAnswer> Do)
{
    private readonly string[] _parts = Pattern.Split('/');

    /// <summary>The query that it takes; whatever else comes is recorded.</summary>
    public IReadOnlyList<string> Query { get; init; } = [];

    /// <summary>Whether it asks for the bot's token.</summary>
    public bool IsConnector => _parts[0] == "v3";

    /// <summary>Whether it says no in Entra's words.</summary>
    public bool IsEntra => _parts[0] == "login";

    /// <returns>The ids as they stand in the path; null: another path.</returns>
    public Dictionary<string, string>? Match(IReadOnlyList<string> path)
    {
        if (path.Count != _parts.Length)
            return null;
        var ids = new Dictionary<string, string>();
        foreach (var (part, sent) in _parts.Zip(path))
            if (part.StartsWith('{'))
                ids[part.Trim('{', '}')] = sent;
            else if (part != sent)
                return null;
        return ids;
    }
}

/// <summary>An answer in JSON; without a body it is empty.</summary>
internal sealed record FakeAnswer(int Status, JsonNode? Body);
