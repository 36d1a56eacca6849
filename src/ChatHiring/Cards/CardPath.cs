using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ChatHiring.Cards;

/// <summary>What a template sees at one place: the data it is in, all data, and the place in the list that is repeated.</summary>
internal sealed record CardScope(JsonNode? Data, JsonNode? Root, int? Index);

/// <summary>What stands between <c>${</c> and <c>}</c>: names and places in lists, from the current data or from <c>$root</c>.</summary>
internal sealed partial class CardPath
{
    private readonly string _text;

    private readonly string[] _steps;

    private CardPath(string text, string[] steps) => (_text, _steps) = (text, steps);

    /// <exception cref="InvalidDataException">More than a path: an operator, a function, a space.</exception>
    public static CardPath Read(string text) => Shape().IsMatch(text)
        ? new CardPath(text, [.. Step().Matches(text).Select(step => step.Value)])
        : throw new InvalidDataException($"'${{{text}}}' is more than a path");

    /// <exception cref="InvalidDataException">The data has nothing there.</exception>
    public JsonNode? Of(CardScope scope) => _steps[0] switch
    {
        "$index" => scope.Index ?? throw new InvalidDataException("$index outside of a list"),
        "$root" => Walk(scope.Root, 1),
        "$data" => Walk(scope.Data, 1),
        _ => Walk(scope.Data, 0),
    };

    private JsonNode? Walk(JsonNode? at, int from)
    {
        foreach (var step in _steps.Skip(from))
            at = Next(at, step);
        return at;
    }

    private JsonNode? Next(JsonNode? at, string step) => at switch
    {
        JsonObject named when named.TryGetPropertyValue(step, out var found) => found,
        JsonArray list when step[0] == '[' && int.Parse(step.AsSpan(1), CultureInfo.InvariantCulture) is var place && place < list.Count => list[place],
        _ => throw new InvalidDataException($"the data has no '{_text}'"),
    };

    [GeneratedRegex(@"^(\$index|(\$root|\$data|[A-Za-z_]\w*)(\.[A-Za-z_]\w*|\[\d{1,4}\])*)$", RegexOptions.ECMAScript)]
    private static partial Regex Shape();

    [GeneratedRegex(@"\$?[A-Za-z_]\w*|\[\d+", RegexOptions.ECMAScript)]
    private static partial Regex Step();
}
