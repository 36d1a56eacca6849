using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatHiring.Cards;

/// <summary>A piece of a compiled template. Filled it is one node, none (<c>$when</c>) or several (<c>$data</c> over a list).</summary>
/// <param name="Place">Where it stands in the template: <c>$.blocks[2].text</c>.</param>
internal abstract record CardPart(string Place)
{
    public abstract IEnumerable<JsonNode?> Fill(CardScope scope);

    protected JsonNode? Find(CardPath path, CardScope scope)
    {
        try
        {
            return path.Of(scope);
        }
        catch (InvalidDataException missing)
        {
            throw Wrong(missing.Message);
        }
    }

    protected InvalidDataException Wrong(string what) => new($"{Place}: {what}");

    /// <summary>What the template says as it stands.</summary>
    internal sealed record Literal(string Place, JsonNode? Content) : CardPart(Place)
    {
        public override IEnumerable<JsonNode?> Fill(CardScope scope) => [Content?.DeepClone()];
    }

    /// <summary>A value that keeps its JSON type. As a whole property it is left out when it is null.</summary>
    internal sealed record Value(string Place, CardPath Path, Func<string, string> Escape) : CardPart(Place)
    {
        public override IEnumerable<JsonNode?> Fill(CardScope scope) => [Find(Path, scope) switch
        {
            JsonValue text when text.GetValueKind() == JsonValueKind.String => Escape(text.GetValue<string>()),
            JsonValue other => other.DeepClone(),
            null => throw Wrong("the value is null, and only a whole property can be left out"),
            _ => throw Wrong("the value is an object or a list, and a value never becomes structure"),
        }];

        public bool IsNull(CardScope scope) => Find(Path, scope) is null;
    }

    /// <summary>A text with values in it.</summary>
    internal sealed record Text(string Place, IReadOnlyList<CardPart> Parts) : CardPart(Place)
    {
        public override IEnumerable<JsonNode?> Fill(CardScope scope) =>
            [string.Concat(Parts.SelectMany(part => part.Fill(scope)).Select(node => node?.ToString()))];
    }

    internal sealed record List(string Place, IReadOnlyList<CardPart> Elements) : CardPart(Place)
    {
        public override IEnumerable<JsonNode?> Fill(CardScope scope) => [new JsonArray([.. Elements.SelectMany(element => element.Fill(scope))])];
    }

    /// <param name="Data">What the object is about: a list repeats it, anything else is its data; null for the data around it.</param>
    internal sealed record Node(string Place, CardPath? Data, CardCondition? When, IReadOnlyList<KeyValuePair<string, CardPart>> Properties) : CardPart(Place)
    {
        public override IEnumerable<JsonNode?> Fill(CardScope scope) =>
            Scopes(scope).Where(inner => When is null || When.Holds(Find(When.Path, inner))).Select(JsonNode? (inner) => One(inner));

        private IEnumerable<CardScope> Scopes(CardScope scope) => (Data is null ? scope.Data : Find(Data, scope)) switch
        {
            _ when Data is null => [scope],
            JsonArray list => list.Select((data, at) => new CardScope(data, scope.Root, at)),
            var data => [scope with { Data = data }],
        };

        private JsonObject One(CardScope scope)
        {
            var filled = new JsonObject();
            foreach (var (name, part) in Properties)
            {
                if (part is Value value && value.IsNull(scope))
                    continue;
                var values = part.Fill(scope).ToList();
                if (values.Count > 1)
                    throw part.Wrong("only an element of a list can be repeated");
                if (values.Count == 1)
                    filled.Add(name, values[0]);
            }

            return filled;
        }
    }
}

/// <summary>A <c>$when</c>: what is null, false or an empty list does not hold.</summary>
internal sealed record CardCondition(CardPath Path, bool Negated)
{
    public bool Holds(JsonNode? value) => (value is not (null or JsonArray { Count: 0 }) && value.GetValueKind() != JsonValueKind.False) != Negated;
}
