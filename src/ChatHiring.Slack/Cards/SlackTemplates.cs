using System.Text.Json.Nodes;
using ChatHiring.Cards;

namespace ChatHiring.Slack.Cards;

/// <summary>The templates in <c>cards/slack</c>, read once.</summary>
internal sealed class SlackTemplates
{
    private readonly Dictionary<string, CardTemplate> _templates;

    /// <exception cref="InvalidDataException">A template that cannot be read; names it.</exception>
    public SlackTemplates(string folder) => _templates = Directory.GetFiles(folder, "*.json")
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => CardTemplate.Load(file, Escape), StringComparer.Ordinal);

    public IEnumerable<string> Names => _templates.Keys;

    public SlackMessage Message(string name, string text, string? heading, IEnumerable<Piece> pieces, params IReadOnlyList<Button> buttons) => SlackMessage.Of(Fill(name, new JsonObject
    {
        ["text"] = text,
        ["heading"] = heading,
        ["pieces"] = Json(pieces.Select(piece => piece.ToJson())),
        ["hasButtons"] = buttons.Count > 0,
        ["buttons"] = Json(buttons.Select(button => button.ToJson())),
    }));

    public JsonObject Fill(string name, JsonObject data) => _templates[name].Fill(data).AsObject();

    public static JsonArray Json(IEnumerable<JsonNode> nodes) => [.. nodes];

    // People's words stand in plain text and in text runs, which are read as they are. Markup is escaped, and so is the fallback.
    private static string Escape(string? kind, string property, string value) => kind == "mrkdwn" || (kind is null && property == "text") ? SlackText.Escape(value) : value;
}
