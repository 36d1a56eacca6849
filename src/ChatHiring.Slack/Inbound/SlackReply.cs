using System.Text.Json.Nodes;

namespace ChatHiring.Slack.Inbound;

/// <summary>What Slack is answered, over either transport: nothing, which closes a form, or an object.</summary>
internal sealed record SlackReply(JsonNode? Body = null)
{
    public static readonly SlackReply Empty = new();

    /// <summary>Changes the form on top.</summary>
    public static SlackReply Update(JsonNode view) => new(new JsonObject { ["response_action"] = "update", ["view"] = view });

    /// <summary>Lays another form on top; what is below keeps what was typed.</summary>
    public static SlackReply Push(JsonNode view) => new(new JsonObject { ["response_action"] = "push", ["view"] = view });

    /// <summary>Says what is wrong beside the fields, which keep what was typed.</summary>
    public static SlackReply Errors(IEnumerable<(string Block, string Sentence)> errors) => new(new JsonObject
    {
        ["response_action"] = "errors",
        ["errors"] = new JsonObject(errors.DistinctBy(error => error.Block).Select(error => KeyValuePair.Create(error.Block, (JsonNode?)error.Sentence))),
    });
}
