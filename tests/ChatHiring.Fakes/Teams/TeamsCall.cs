using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Teams;

/// <summary>One call to the connector, the issuer or Entra as it came in.</summary>
/// <param name="Operation">
/// <c>create</c>, <c>send</c>, <c>reply</c>, <c>update</c>, <c>delete</c>, <c>member</c>, <c>members</c>, <c>team</c>, <c>channels</c>; <c>metadata</c>, <c>keys</c>;
/// <c>discovery</c>, <c>token</c>, <c>identity</c>. Empty: unknown.
/// </param>
/// <param name="Base">Of the connector what precedes <c>/v3</c>: <c>amer/</c> and the tenant, or <c>teams</c>.</param>
/// <param name="Ids">Those in the path, decoded, by name.</param>
public sealed record TeamsCall(string Operation, string Method, string Path, string Base, IReadOnlyDictionary<string, string> Ids, IReadOnlyDictionary<string, string> Query, string Body)
{
    /// <summary>The bearer token, or what stood for it; null: none.</summary>
    public string? Token { get; init; }

    internal IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The conversation, or an empty text.</summary>
    public string Conversation => this["conversation"];

    public string Activity => this["activity"];

    /// <summary>An id of the path, or an empty text.</summary>
    public string this[string name] => Ids.GetValueOrDefault(name) ?? "";

    /// <summary>The body; empty where there is no JSON object.</summary>
    public JsonObject Json => Parsed() ?? [];

    /// <summary>What it was answered with: the status and Teams' code where there is one, or the kind of planned fault.</summary>
    public string Answered { get; internal set; } = "";

    internal JsonObject? Parsed()
    {
        try
        {
            return Body.Length == 0 ? null : JsonNode.Parse(Body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
