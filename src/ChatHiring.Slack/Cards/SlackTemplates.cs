using System.Text.Json.Nodes;
using ChatHiring.Cards;

namespace ChatHiring.Slack.Cards;

/// <summary>The templates of <c>cards/slack</c>, read once: a broken one is refused at start.</summary>
internal sealed class SlackTemplates(string folder)
{
    private readonly Dictionary<string, CardTemplate> _templates = Directory.EnumerateFiles(folder, "*.json")
        .Select(path => CardTemplate.Load(path, SlackEscape.Value)).ToDictionary(template => template.Name);

    public JsonObject Fill(string name, JsonObject data) => _templates.TryGetValue(name, out var template)
        ? template.Fill(data).AsObject()
        : throw new InvalidDataException($"No card template {name} in {folder}.");

    public SlackMessage Message(string name, JsonObject data)
    {
        var filled = Fill(name, data);
        return new(filled["text"]?.GetValue<string>() ?? throw new InvalidDataException($"Card template {name} has no text."), Blocks(filled));
    }

    /// <summary>Fills a template once for each line of a card and puts its blocks where they belong.</summary>
    public void Insert(JsonArray blocks, int at, string name, IEnumerable<JsonObject> lines)
    {
        foreach (var block in lines.SelectMany(line => Blocks(Fill(name, line))).ToList())
            blocks.Insert(at++, block?.DeepClone());
    }

    public static JsonArray Blocks(JsonObject filled) => filled["blocks"]?.AsArray() ?? throw new InvalidDataException("A card has no blocks.");
}
