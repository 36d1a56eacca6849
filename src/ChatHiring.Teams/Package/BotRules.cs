using System.Text.Json;
using ChatHiring.Delivery;

namespace ChatHiring.Teams.Package;

/// <summary>What Teams asks of the bot in the manifest, and what we ask of it. Pure.</summary>
internal static class BotRules
{
    private const int MostLists = 3;

    private static readonly Version MoreCommands = new(1, 24);

    private static readonly string[] Needed = ["personal", "team"];

    private static readonly string[] Known = ["team", "personal", "groupChat", "copilot"];

    private static readonly ManifestRules.Text[] OfABot = [new("botId", 36, ManifestRules.Id(), "a GUID")];

    private static readonly ManifestRules.Text[] OfACommand = [new("title", 128), new("description", 4000, IsRequired: false)];

    public static IReadOnlyList<string> Scopes(JsonElement manifest) => [.. manifest.Children("bots").SelectMany(bot => bot.Texts("scopes"))];

    public static IEnumerable<string> Faults(JsonElement manifest, Version version) => manifest.Children("bots").ToList() switch
    {
        [var bot] => OfABot.SelectMany(text => text.Faults(bot)).Select(fault => $"bots: {fault}")
            .Concat(ScopeFaults("bots", bot)).Concat(Needed.Except(bot.Texts("scopes")).Select(scope => $"bots: the scope {scope} is missing.")).Concat(ListFaults(bot, version)),
        var bots => [$"bots has {bots.Count} entries, and this app is one bot."],
    };

    private static IEnumerable<string> ScopeFaults(string where, JsonElement from) =>
        from.Child("scopes").ValueKind != JsonValueKind.Array ? [$"{where}: scopes is missing."] : from.Texts("scopes").Except(Known).Select(scope => $"{where}: the scope '{scope}' is unknown.");

    private static IEnumerable<string> ListFaults(JsonElement bot, Version version)
    {
        var lists = bot.Children("commandLists").ToList();
        if (lists.Count > MostLists)
            yield return $"commandLists has {lists.Count} lists, and {MostLists} at most are allowed.";
        var most = version >= MoreCommands ? 12 : 10;
        foreach (var fault in lists.SelectMany(list => ListFaults(list, bot.Texts("scopes"), most)))
            yield return $"commandLists: {fault}";
    }

    private static IEnumerable<string> ListFaults(JsonElement list, IEnumerable<string> ofBot, int most)
    {
        var commands = list.Children("commands").ToList();
        var faults = ScopeFaults("a list", list).Concat(list.Texts("scopes").Intersect(Known).Except(ofBot).Select(scope => $"the bot itself is not in the scope {scope}."));
        if (commands.Count == 0)
            faults = faults.Append("a list has no commands.");
        if (commands.Count > most)
            faults = faults.Append($"a list has {commands.Count} commands, and {most} at most are allowed.");
        return faults.Concat(commands.SelectMany(command => OfACommand.SelectMany(text => text.Faults(command))));
    }
}
