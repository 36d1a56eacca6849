using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Teams.Cards;

/// <summary>The form of a card: what a client sends of it, as texts, and nothing for what is unanswered.</summary>
internal static class CardForm
{
    /// <param name="typed">What somebody typed or chose, by input; null empties it.</param>
    public static JsonObject Of(JsonObject card, IReadOnlyDictionary<string, string?> typed, FakeDevice device)
    {
        var (inputs, sent) = (Inputs(card).ToList(), new JsonObject());
        foreach (var id in typed.Keys.Where(id => !inputs.Any(input => input.Text("id") == id)))
            throw new InvalidOperationException($"There is no input {id} in {card.ToJsonString()}");
        foreach (var input in inputs)
        {
            var id = input.Text("id") ?? "";
            var isTouched = typed.TryGetValue(id, out var value) && !(device.LosesTypedText && input.Text("type") == "Input.Text");
            var shown = isTouched ? Possible(input, value) : Preset(input);
            if (string.IsNullOrEmpty(shown) && input["isRequired"]?.GetValueKind() == JsonValueKind.True)
                throw new InvalidOperationException($"The client sends nothing: {input.Text("errorMessage")} ({id})");
            var isLost = !isTouched && device.SendsNoSavedChoice && input.Text("type") == "Input.ChoiceSet";
            if (!string.IsNullOrEmpty(shown) && !isLost)
                sent[id] = shown;
        }

        return sent;
    }

    public static IEnumerable<JsonObject> Inputs(JsonNode? node) => Parts(node).Where(part => part.Text("type")?.StartsWith("Input.", StringComparison.Ordinal) == true);

    /// <summary>Every object of a card, as it is shown: without fallbacks and without the product's data.</summary>
    public static IEnumerable<JsonObject> Parts(JsonNode? node) => node switch
    {
        JsonObject named => named.Where(member => member.Key is not ("fallback" or "data" or "refresh")).SelectMany(member => Parts(member.Value)).Prepend(named),
        JsonArray list => list.SelectMany(Parts),
        _ => [],
    };

    private static string? Preset(JsonObject input) => input["value"]?.ToString() ?? (input.Text("type") == "Input.Toggle" ? input.Text("valueOff") ?? "false" : null);

    private static string? Possible(JsonObject input, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return null;
        if (input["maxLength"]?.GetValue<int>() is { } most && value.Length > most)
            throw new InvalidOperationException($"{input.Text("id")} takes {most} characters, not {value.Length}.");
        if (input.Text("type") == "Input.ChoiceSet" && value.Split(',').FirstOrDefault(one => !input["choices"]!.AsArray().Any(choice => choice.Text("value") == one)) is { } other)
            throw new InvalidOperationException($"There is no choice {other} in {input.ToJsonString()}");
        return value;
    }
}
