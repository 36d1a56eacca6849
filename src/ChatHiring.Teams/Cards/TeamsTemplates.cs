using System.Text.Json.Nodes;
using ChatHiring.Cards;

namespace ChatHiring.Teams.Cards;

/// <summary>The templates of <c>cards/teams</c>, read once: a broken one is refused at start.</summary>
internal sealed class TeamsTemplates(string folder)
{
    private readonly Dictionary<string, CardTemplate> _templates = Directory.EnumerateFiles(folder, "*.json")
        .Select(path => CardTemplate.Load(path, TeamsEscape.Value)).ToDictionary(template => template.Name);

    public JsonObject Fill(string name, JsonObject data) => _templates.TryGetValue(name, out var template)
        ? template.Fill(data).AsObject()
        : throw new InvalidDataException($"No card template {name} in {folder}.");

    public TeamsMessage Message(string name, JsonObject data) => Message(Fill(name, data));

    /// <summary>A card without a body yet.</summary>
    /// <param name="isWide">As wide as the chat, where there is room.</param>
    public JsonObject Page(string? summary, bool isWide = false) => Fill("page", new() { ["fallback"] = summary, ["wide"] = isWide });

    /// <summary>A card of its own becomes a message: what a client shows that knows no cards, a notification says too.</summary>
    public static TeamsMessage Message(JsonObject card) => new(card["fallbackText"]?.GetValue<string>() ?? throw new InvalidDataException("A card says nothing in a notification."), card);

    /// <summary>The elements of a piece of a card.</summary>
    public IEnumerable<JsonObject> Elements(string name, JsonObject data) => [.. Body(Fill(name, data)).OfType<JsonObject>().Select(element => element.DeepClone().AsObject())];

    public static JsonArray Body(JsonObject card) => card["body"]?.AsArray() ?? throw new InvalidDataException("A card has no body.");

    public static JsonObject With(JsonObject card, IEnumerable<JsonObject> elements)
    {
        foreach (var element in elements)
            Body(card).Add((JsonNode)element);
        return card;
    }
}
