using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Slack;

/// <summary>A message as it stands now.</summary>
public sealed record FakeMessage(string Channel, string Ts, string Text, JsonArray Blocks)
{
    public string? ThreadTs { get; init; }

    /// <summary>A reply that the channel sees too.</summary>
    public bool IsBroadcast { get; init; }

    public JsonObject? Metadata { get; init; }

    public string By { get; init; } = "";

    /// <summary>The one who sees it; null: everybody.</summary>
    public string? OnlyFor { get; init; }

    /// <summary>Slack refuses to change it: <c>edit_window_closed</c>.</summary>
    public bool IsPastEditing { get; init; }

    public bool IsChanged { get; init; }

    /// <summary>All that a reader could come across, to search in.</summary>
    public string Said => Text + "\n" + Blocks.ToJsonString();

    internal JsonObject Json(bool withMetadata = true)
    {
        var json = new JsonObject { ["type"] = "message", ["user"] = By, ["ts"] = Ts, ["text"] = Text, ["blocks"] = Blocks.DeepClone() };
        if (ThreadTs is not null)
            json["thread_ts"] = ThreadTs;
        if (IsBroadcast)
            json["subtype"] = "thread_broadcast";
        if (Metadata is not null && withMetadata)
            json["metadata"] = Metadata.DeepClone();
        return json;
    }
}
