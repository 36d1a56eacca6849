using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatHiring.Cards;

/// <summary>How a platform writes a value into a text of a card. What the template itself says is never escaped.</summary>
/// <param name="type">The <c>type</c> of the object that the text stands in; null where it has none.</param>
/// <param name="property">The property it stands under; in a list, the list's.</param>
public delegate string CardEscape(string? type, string property, string value);

/// <summary>
/// A card as JSON with places for data, in a small, strict part of the Adaptive Card template language: <c>${path}</c> inside texts,
/// <c>$data</c>, <c>$when</c>, <c>$index</c>, <c>$root</c>. It is filled as a tree, so no value becomes structure or is read as a template.
/// </summary>
public sealed class CardTemplate
{
    private readonly CardPart _card;

    private CardTemplate(string name, CardPart card) => (Name, _card) = (name, card);

    /// <summary>The file's name without folder and ending.</summary>
    public string Name { get; }

    /// <exception cref="InvalidDataException">No JSON, or something that the language does not know; names the file and the place.</exception>
    public static CardTemplate Load(string path, CardEscape escape) => Read(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path), escape);

    /// <inheritdoc cref="Load"/>
    public static CardTemplate Read(string name, string json, CardEscape escape) =>
        new(name, Named(name, () => new CardCompiler(escape).Read(Parse(json))));

    /// <exception cref="InvalidDataException">The template asks for something that the data has not; names the template and the place.</exception>
    public JsonNode Fill(JsonNode data) => Named(Name, () =>
        _card.Fill(new CardScope(data, data, null)).SingleOrDefault() ?? throw new InvalidDataException("$: left out or repeated as a whole"));

    private static JsonObject Parse(string json)
    {
        try
        {
            var options = new JsonDocumentOptions { AllowDuplicateProperties = false };
            return JsonNode.Parse(json, null, options) as JsonObject ?? throw new InvalidDataException("$: a card is an object");
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"no JSON: {broken.Message}", broken);
        }
    }

    private static T Named<T>(string name, Func<T> part)
    {
        try
        {
            return part();
        }
        catch (InvalidDataException wrong)
        {
            throw new InvalidDataException($"Card template {name}, {wrong.Message}", wrong);
        }
    }
}
