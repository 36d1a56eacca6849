using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Teams.Cards;

/// <summary>The actions of a card, as a client shows them.</summary>
internal static class CardActions
{
    /// <param name="name">Its title, its id or its verb.</param>
    /// <param name="nth">Of several that are called the same.</param>
    public static JsonObject Find(JsonObject card, string name, int nth, bool knowsExecute)
    {
        var named = CardForm.Parts(card)
            .Where(part => part.Text("type")?.StartsWith("Action.", StringComparison.Ordinal) == true)
            .Select(action => action.Text("type") == "Action.Execute" && !knowsExecute ? action["fallback"] as JsonObject : action)
            .OfType<JsonObject>()
            .Where(action => name == action.Text("title") || name == action.Text("id") || name == action.Text("verb")).ToList();
        return named.ElementAtOrDefault(nth) ?? throw new InvalidOperationException($"There is no {name} to press in {card.ToJsonString()}");
    }

    /// <summary>The data of an action with what the form has.</summary>
    public static JsonObject Data(JsonObject card, JsonObject action, IReadOnlyDictionary<string, string?> typed, FakeDevice device)
    {
        var data = action["data"]?.DeepClone() as JsonObject ?? [];
        if (action.Text("associatedInputs") != "none")
            foreach (var (id, value) in CardForm.Of(card, typed, device))
                data[id] = value?.DeepClone();
        return data;
    }
}
