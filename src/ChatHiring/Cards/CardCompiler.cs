using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatHiring.Cards;

/// <summary>Reads a template's JSON once and refuses what the language does not know, each with its place.</summary>
internal sealed class CardCompiler(CardEscape escape)
{
    public CardPart Read(JsonObject card) => Object(card, "$");

    private CardPart Part(JsonNode? node, string place, string? type, string property) => node switch
    {
        JsonObject inner => Object(inner, place),
        JsonArray list => new CardPart.List(place, [.. list.Select((element, at) => Part(element, $"{place}[{at}]", type, property))]),
        JsonValue text when text.GetValueKind() == JsonValueKind.String => Text(text.GetValue<string>(), place, type, property),
        _ => new CardPart.Literal(place, node?.DeepClone()),
    };

    private CardPart.Node Object(JsonObject node, string place)
    {
        var type = TypeOf(node, place);
        CardPath? data = null;
        CardCondition? when = null;
        var properties = new List<KeyValuePair<string, CardPart>>();
        foreach (var (name, value) in node)
        {
            var at = $"{place}.{name}";
            if (name == "$data")
                data = Path(Expression(value, at), at);
            else if (name == "$when")
                when = Condition(Expression(value, at), at);
            else if (IsPlain(name) || (name == "$schema" && place == "$"))
                properties.Add(new(name, Part(value, at, type, name)));
            else
                throw new InvalidDataException($"{at}: no such word in a card template");
        }

        return new CardPart.Node(place, data, when, properties);
    }

    // The official language takes a condition that is true or false and nothing else: '!!' makes one of any value.
    private static CardCondition Condition(string text, string place) => text switch
    {
        ['!', '!', .. var path] => new(Path(path, place), false),
        ['!', .. var path] => new(Path(path, place), true),
        _ => new(Path(text, place), false),
    };

    private static bool IsPlain(string name) => !name.StartsWith('$') && !name.Contains("${", StringComparison.Ordinal);

    // How a text is escaped hangs on the type, so no data may choose it.
    private static string? TypeOf(JsonObject node, string place)
    {
        if (node["type"] is not JsonValue value || value.GetValueKind() != JsonValueKind.String)
            return null;
        var type = value.GetValue<string>();
        return type.Contains("${", StringComparison.Ordinal) ? throw new InvalidDataException($"{place}.type: a type is written out") : type;
    }

    private CardPart Text(string text, string place, string? type, string property)
    {
        var parts = Parts(text, place, value => escape(type, property, value)).ToList();
        return parts switch
        {
            [] => new CardPart.Literal(place, text),
            [var only] => only,
            _ => new CardPart.Text(place, parts),
        };
    }

    private static IEnumerable<CardPart> Parts(string text, string place, Func<string, string> escaped)
    {
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf("${", at, StringComparison.Ordinal);
            if (open != at)
                yield return new CardPart.Literal(place, text[at..(open < 0 ? text.Length : open)]);
            if (open < 0)
                yield break;
            var close = text.IndexOf('}', open);
            if (close < 0)
                throw new InvalidDataException($"{place}: '${{' is never closed");
            yield return new CardPart.Value(place, Path(text[(open + 2)..close], place), escaped);
            at = close + 1;
        }
    }

    private static string Expression(JsonNode? value, string place) =>
        value is JsonValue text && text.GetValueKind() == JsonValueKind.String && text.GetValue<string>() is ['$', '{', .. var inner, '}']
            ? inner
            : throw new InvalidDataException($"{place}: write '${{path}}'");

    private static CardPath Path(string text, string place)
    {
        try
        {
            return CardPath.Read(text);
        }
        catch (InvalidDataException wrong)
        {
            throw new InvalidDataException($"{place}: {wrong.Message}", wrong);
        }
    }
}
