using System.Text.Json;
using System.Text.Json.Nodes;
using ChatHiring.Fakes;

namespace ChatHiring.Platforms.Tests.Teams.Fakes;

/// <summary>
/// Microsoft's own engines for cards, in Node: the one expands a template as ours has to, the other parses the card as a client of 1.5 does.
/// Both are skipped, aloud, where there is no Node.
/// </summary>
internal static class OfficialJudge
{
    private static readonly string[] _packages = ["adaptivecards@3.0.6", "adaptivecards-templating@2.3.1", "adaptive-expressions@4.23.3"];

    private static readonly JsonSerializerOptions _web = new(JsonSerializerDefaults.Web);

    /// <summary>All in one run, since npm and Node take seconds.</summary>
    /// <returns>What they do not agree with, each with the card's name; empty: all is well.</returns>
    public static async Task<IReadOnlyList<string>> Disagrees(IReadOnlyList<CardToJudge> cards)
    {
        using var folder = await NodeFolder.With("Microsoft's own engines for cards", "tests/ChatHiring.Platforms.Tests/Teams/Fakes/judge.mjs", _packages);
        await File.WriteAllTextAsync(folder.At("cards.json"), JsonSerializer.Serialize(cards, _web));
        using var node = folder.Run("cards.json", "verdicts.json");
        var (said, fault) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync().OrFail("the verdict");
        if (node.ExitCode != 0)
            throw new InvalidOperationException($"Node stopped: {await fault} {await said}");
        var verdicts = JsonSerializer.Deserialize<List<Verdict>>(await File.ReadAllTextAsync(folder.At("verdicts.json")), _web) ?? [];
        Assert.Equal(cards.Select(card => card.Name), verdicts.Select(verdict => verdict.Name));
        return [.. cards.Zip(verdicts).SelectMany(pair => Disagrees(pair.First, pair.Second).Select(says => $"{pair.First.Name}: {says}"))];
    }

    private static IEnumerable<string> Disagrees(CardToJudge card, Verdict verdict)
    {
        foreach (var says in verdict.Events)
            yield return says;
        if (Difference(JsonNode.Parse(card.Ours), JsonNode.Parse(verdict.Expanded), "") is { } difference)
            yield return difference;
    }

    /// <summary>The first place at which the two are not the same.</summary>
    private static string? Difference(JsonNode? ours, JsonNode? theirs, string place)
    {
        if (ours is JsonObject left && theirs is JsonObject right)
            return left.Select(member => member.Key).Union(right.Select(member => member.Key))
                .Select(name => left.ContainsKey(name) == right.ContainsKey(name) ? Difference(left[name], right[name], $"{place}/{name}") : $"{place}/{name} is {(left.ContainsKey(name) ? "ours" : "theirs")} only")
                .FirstOrDefault(says => says is not null);
        if (ours is JsonArray some && theirs is JsonArray others && some.Count == others.Count)
            return some.Zip(others).Select((pair, at) => Difference(pair.First, pair.Second, $"{place}/{at}")).FirstOrDefault(says => says is not null);
        return JsonNode.DeepEquals(ours, theirs) ? null : $"{place}: ours {ours?.ToJsonString() ?? "null"}, theirs {theirs?.ToJsonString() ?? "null"}";
    }

    private sealed record Verdict(string Name, string Expanded, IReadOnlyList<string> Events);
}

/// <param name="Template">JSON with places for data.</param>
/// <param name="Data">JSON.</param>
/// <param name="Ours">What our engine made of the two.</param>
internal sealed record CardToJudge(string Name, string Template, string Data, string Ours);
