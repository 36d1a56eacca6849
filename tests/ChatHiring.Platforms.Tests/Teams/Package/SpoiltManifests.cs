using System.Text.Json.Nodes;

namespace ChatHiring.Platforms.Tests.Teams.Package;

/// <summary>Our manifest with one fault each, by the sentence that names it.</summary>
internal static class SpoiltManifests
{
    /// <summary>What the schema refuses too.</summary>
    public static readonly IReadOnlyDictionary<string, Action<JsonObject>> BySchema = new Dictionary<string, Action<JsonObject>>
    {
        ["id 'x' is not a GUID"] = manifest => manifest["id"] = "x",
        ["developer.name has 33 characters, and 32 at most"] = manifest => manifest["developer"]!["name"] = new string('x', 33),
        ["developer.termsOfUseUrl is missing"] = manifest => manifest["developer"]!.AsObject().Remove("termsOfUseUrl"),
        ["developer.websiteUrl is missing"] = manifest => manifest.Remove("developer"),
        ["developer.site is unknown to the schema"] = manifest => manifest["developer"]!["site"] = "x",
        ["name.short has 31 characters"] = manifest => manifest["name"]!["short"] = new string('x', 31),
        ["name.full has 101 characters"] = manifest => manifest["name"]!["full"] = new string('x', 101),
        ["description.short has 81 characters"] = manifest => manifest["description"]!["short"] = new string('x', 81),
        ["description.full has 4001 characters"] = manifest => manifest["description"]!["full"] = new string('x', 4001),
        ["description.full is missing"] = manifest => manifest["description"]!["full"] = 7,
        ["accentColor 'green' is not a colour"] = manifest => manifest["accentColor"] = "green",
        ["icons.outline is missing"] = manifest => manifest["icons"]!.AsObject().Remove("outline"),
        ["bots has 2 entries"] = manifest => manifest["bots"]!.AsArray().Add(manifest["bots"]![0]!.DeepClone()),
        ["bots: botId '{app}' is not a GUID"] = manifest => manifest["bots"]![0]!["botId"] = "{app}",
        ["bots: scopes is missing"] = manifest => manifest["bots"]![0]!.AsObject().Remove("scopes"),
        ["bots: the scope 'everywhere' is unknown"] = manifest => manifest["bots"]![0]!["scopes"]!.AsArray().Add("everywhere"),
        ["commandLists has 4 lists, and 3 at most"] = manifest => Repeat(manifest["bots"]![0]!["commandLists"]!.AsArray(), 4),
        ["commandLists: a list has 13 commands, and 12 at most"] = manifest => Repeat(Commands(manifest), 13),
        ["commandLists: title has 129 characters"] = manifest => Commands(manifest)[0]!["title"] = new string('x', 129),
        ["supportsChannelFeatures is unknown before manifestVersion 1.25"] = manifest => manifest["manifestVersion"] = "1.24",
    };

    public static readonly IReadOnlyDictionary<string, Action<JsonObject>> All = new Dictionary<string, Action<JsonObject>>(BySchema)
    {
        ["manifestVersion '1.99' is none up to 1.30"] = manifest => manifest["manifestVersion"] = "1.99",
        ["$schema is another version's than manifestVersion 1.29"] = manifest => manifest["manifestVersion"] = "1.29",
        ["version 'one' is not three numbers"] = manifest => manifest["version"] = "one",
        ["version '1.02.3' is not three numbers"] = manifest => manifest["version"] = "1.02.3",
        ["developer.privacyUrl 'http://example.com' is not an https address"] = manifest => manifest["developer"]!["privacyUrl"] = "http://example.com",
        ["icons.color '../color.png' is not the name of a PNG"] = manifest => manifest["icons"]!["color"] = "../color.png",
        ["icons.outline names other.png, which is not in the package"] = manifest => manifest["icons"]!["outline"] = "other.png",
        ["bots has 0 entries"] = manifest => manifest.Remove("bots"),
        ["bots: the scope personal is missing"] = manifest => manifest["bots"]![0]!["scopes"] = new JsonArray("team"),
        ["commandLists: a list has no commands"] = manifest => Commands(manifest).Clear(),
        ["commandLists: the bot itself is not in the scope groupChat"] = manifest => manifest["bots"]![0]!["commandLists"]![0]!["scopes"]!.AsArray().Add("groupChat"),
        ["supportsChannelFeatures is missing: from manifestVersion 1.25 on"] = manifest => manifest.Remove("supportsChannelFeatures"),
        ["ChannelMessage.Read.Group lets the bot read what people write"] = manifest => Ask(manifest, "ChannelMessage.Read.Group"),
        ["ChatMessage.Read.Chat lets the bot read what people write"] = manifest => Ask(manifest, "ChatMessage.Read.Chat"),
        ["'{{other}}' is not filled in"] = manifest => manifest["name"]!["full"] = "{{other}}",
    };

    public static JsonArray Commands(JsonObject manifest) => manifest["bots"]![0]!["commandLists"]![0]!["commands"]!.AsArray();

    public static void Repeat(JsonArray list, int count)
    {
        var first = list[0]!;
        while (list.Count < count)
            list.Add(first.DeepClone());
    }

    private static void Ask(JsonObject manifest, string permission) => manifest["authorization"] = new JsonObject
    {
        ["permissions"] = new JsonObject { ["resourceSpecific"] = new JsonArray(new JsonObject { ["name"] = permission, ["type"] = "Application" }) },
    };
}
