using System.Globalization;
using System.Text.Json;
using ChatHiring.Delivery;
using ChatHiring.Scorecards;

namespace ChatHiring.Teams.Inbound;

/// <summary>What Teams tells of, as far as every kind of it has the same.</summary>
internal sealed record TeamsActivity(string Type, JsonElement Json)
{
    /// <returns>Null: it has no type, or an id that no database keeps.</returns>
    public static TeamsActivity? Read(JsonElement json) =>
        json.Text("type") is { Length: > 0 } type && new TeamsActivity(type, json) is var read && !read.Ids.Any(id => id?.Contains('\0', StringComparison.Ordinal) ?? false) ? read : null;

    public string? Id => Json.Text("id");

    /// <summary>What tells it from every other: its id is of its conversation. Null when Teams gave none.</summary>
    public string? Claim => Id is { Length: > 0 } id && ConversationId is { } conversation ? $"{id}:{conversation}" : null;

    /// <summary>Of an invoke.</summary>
    public string? Name => Json.Text("name");

    /// <summary><c>msteams</c>.</summary>
    public string? Channel => Json.Text("channelId");

    public Uri? Service => Uri.TryCreate(Json.Text("serviceUrl"), UriKind.Absolute, out var url) ? url : null;

    public string? ConversationId => Json.Child("conversation").Text("id");

    public bool IsPersonal => Json.Child("conversation").Text("conversationType") is "personal" || (ConversationId?.StartsWith("a:", StringComparison.Ordinal) ?? false);

    /// <summary>Who acts: their Entra object id, which is the same for every bot; null when Teams names none.</summary>
    public string? Sender => Json.Child("from").Text("aadObjectId") is { Length: > 0 } id ? id.ToLowerInvariant() : null;

    /// <summary>Named in two places, of which either may be missing.</summary>
    public IReadOnlyList<string> Tenants => [.. new[] { Json.Child("conversation").Text("tenantId"), Json.Child("channelData").Child("tenant").Text("id") }.OfType<string>()];

    public JsonElement Value => Json.Child("value");

    /// <summary>What a client that shows no dialogs pressed, sent as a message; null: it was written.</summary>
    public string? Pressed => Value.Text("act");

    public JsonElement Team => Json.Child("channelData").Child("team");

    private IEnumerable<string?> Ids => [Id, ConversationId, Sender, Team.Text("id")];

    /// <summary>When it was sent, by Teams' clock; null when Teams does not say.</summary>
    public DateTimeOffset? At => DateTimeOffset.TryParse(Json.Text("timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.ToUniversalTime() : null;

    /// <inheritdoc cref="At"/>
    public FormMoment? Moment => At is { } at ? new FormMoment(at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)) : null;

    /// <summary>The IANA zone of the client that sent it.</summary>
    public string? Zone => Json.Children("entities").Where(entity => entity.Text("type") == "clientInfo").Select(entity => entity.Text("timezone")).FirstOrDefault(zone => zone is not null);

    /// <summary>What was typed, without the mention of the bot.</summary>
    public string Said
    {
        get
        {
            var said = Json.Text("text") ?? "";
            var us = Json.Child("recipient").Text("id");
            foreach (var mention in Json.Children("entities").Where(entity => entity.Text("type") == "mention" && entity.Child("mentioned").Text("id") == us))
                if (mention.Text("text") is { Length: > 0 } text)
                    said = said.Replace(text, "", StringComparison.Ordinal);
            return said.Replace('\u00a0', ' ').Trim();
        }
    }
}
