using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Slack.BlockKit;

/// <summary>A place in a message or a view, and what is said of it. Slack counts characters as code points.</summary>
internal readonly record struct Walk(JsonNode? Node, string Place, List<BlockKitFault> Faults)
{
    public string Type => Text("type") ?? "";

    public bool Has(string name) => (Node as JsonObject)?.ContainsKey(name) == true;

    public Walk At(string name) => new((Node as JsonObject)?[name], $"{Place}/{name}", Faults);

    public IEnumerable<Walk> All(string name)
    {
        var (list, place, faults) = ((Node as JsonObject)?[name] as JsonArray, $"{Place}/{name}", Faults);
        return list is null ? [] : list.Select((item, at) => new Walk(item, $"{place}/{at}", faults));
    }

    public string? Text(string name) => Node is JsonObject named && named[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public bool Flag(string name) => Node is JsonObject named && named[name] is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    public int? Number(string name) => Node is JsonObject named && named[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    public void Say(string what, string? error = null) => Faults.Add(new(Place, what, error));

    /// <summary>A string that has to be there, or may be missing, within its length.</summary>
    public void Length(string name, int most, bool needed = false, int least = 1)
    {
        if (!Has(name))
        {
            if (needed)
                Say($"missing required field: {name}");
            return;
        }

        if (Text(name) is not { } text)
            At(name).Say("must be a string");
        else if (Characters(text) > most)
            At(name).Say($"must be less than {most + 1} characters");
        else if (Characters(text) < least)
            At(name).Say($"must be more than {least - 1} characters");
    }

    /// <summary>A list of so many items at most, and so many at least.</summary>
    public void Count(string name, int most, int least = 1)
    {
        if (!Has(name))
        {
            if (least > 0)
                Say($"missing required field: {name}");
            return;
        }

        if ((Node as JsonObject)?[name] is not JsonArray list)
            At(name).Say("must be an array");
        else if (list.Count > most)
            At(name).Say($"no more than {most} items allowed");
        else if (list.Count < least)
            At(name).Say($"no fewer than {least} items allowed");
    }

    /// <summary>One of these types, or it is said that it is none.</summary>
    public bool Is(params ReadOnlySpan<string> types)
    {
        if (types.Contains(Type))
            return true;
        At("type").Say($"unsupported type: {Type}");
        return false;
    }

    public static int Characters(string text) => text.EnumerateRunes().Count();
}
