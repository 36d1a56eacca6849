using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Teams.Cards;

/// <summary>An object of a card, with where it stands and what was found so far.</summary>
internal sealed record AdaptiveWalk(JsonObject Node, string Place, List<AdaptiveFault> Faults)
{
    public string Type => Node.Text("type") ?? "";

    public void Say(string what, string? at = null) => Faults.Add(new AdaptiveFault(at is null ? Place : $"{Place}/{at}", what));

    public bool Has(string name) => Node[name] is not null;

    /// <summary>The objects of a list; whatever else stands in it is recorded.</summary>
    public IEnumerable<AdaptiveWalk> All(string name)
    {
        if (Node[name] is not JsonArray list)
        {
            if (Has(name))
                Say("is no list", name);
            yield break;
        }

        for (var at = 0; at < list.Count; at++)
            if (list[at] is JsonObject item)
                yield return new AdaptiveWalk(item, $"{Place}/{name}/{at}", Faults);
            else
                Say("is no object", $"{name}/{at}");
    }

    public AdaptiveWalk? One(string name) => Node[name] is JsonObject part ? new AdaptiveWalk(part, $"{Place}/{name}", Faults) : null;

    /// <summary>Only those members, and of each only a value that it may have.</summary>
    public void Knows(IReadOnlyList<string> members)
    {
        foreach (var (name, value) in Node)
        {
            if (!members.Contains(name))
                Say("an unknown member", name);
            if (value is null)
                Say("is null", name);
            if ((AdaptiveCatalogue.Values.GetValueOrDefault((Type, name)) ?? AdaptiveCatalogue.Values.GetValueOrDefault(("", name))) is { } values
                && !values.Contains(Node.Text(name), StringComparer.OrdinalIgnoreCase))
                Say($"must be one of {string.Join(", ", values)}", name);
        }
    }

    public void Needs(string name)
    {
        if (string.IsNullOrWhiteSpace(Node.Text(name)))
            Say($"needs a {name}");
    }
}
