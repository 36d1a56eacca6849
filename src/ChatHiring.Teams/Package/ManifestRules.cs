using System.Text.Json;
using System.Text.RegularExpressions;
using ChatHiring.Delivery;

namespace ChatHiring.Teams.Package;

/// <summary>What Teams asks of our manifest: its schema as far as a bot needs it, and what the schema does not know. Pure.</summary>
/// <remarks>Source: the schema v1.30 of microsoft/json-schemas, and "Build apps for shared and private channels".</remarks>
internal static partial class ManifestRules
{
    private static readonly Version Newest = new(1, 30);
    private static readonly Version AsksForChannelFeatures = new(1, 25);

    private static readonly Text[] Texts =
    [
        new("version", 256, SemVer(), "three numbers, such as 1.0.0"),
        new("id", 36, Id(), "a GUID"),
        new("developer.name", 32),
        new("developer.websiteUrl", 2048, Https(), "an https address"),
        new("developer.privacyUrl", 2048, Https(), "an https address"),
        new("developer.termsOfUseUrl", 2048, Https(), "an https address"),
        new("name.short", 30),
        new("name.full", 100, IsRequired: false),
        new("description.short", 80),
        new("description.full", 4000),
        new("icons.color", 2048, FileName(), "the name of a PNG beside the manifest"),
        new("icons.outline", 2048, FileName(), "the name of a PNG beside the manifest"),
        new("accentColor", 7, Colour(), "a colour such as #1F3A34"),
    ];

    private static readonly (string Path, string[] Members)[] Members =
    [
        ("developer", ["name", "mpnId", "websiteUrl", "privacyUrl", "termsOfUseUrl"]),
        ("name", ["short", "full"]),
        ("description", ["short", "full", "features"]),
        ("icons", ["color", "outline", "color32x32"]),
    ];

    /// <returns>One sentence for each fault.</returns>
    public static IReadOnlyList<string> Faults(JsonElement manifest) => manifest.ValueKind != JsonValueKind.Object
        ? ["The manifest is no JSON object."]
        : [.. VersionFaults(manifest), .. Texts.SelectMany(text => text.Faults(manifest)), .. Members.SelectMany(part => Unknown(manifest, part.Path, part.Members)), .. BotRules.Faults(manifest, VersionOf(manifest)), .. ChannelFaults(manifest), .. ReadingFaults(manifest), .. UnfilledFaults(manifest)];

    private static Version VersionOf(JsonElement manifest) => Version.TryParse(manifest.Text("manifestVersion"), out var version) ? version : Newest;

    private static IEnumerable<string> VersionFaults(JsonElement manifest)
    {
        var said = manifest.Text("manifestVersion");
        if (!Version.TryParse(said, out var version) || version > Newest)
            yield return $"manifestVersion '{said}' is none up to {Newest}, whose rules are known here.";
        else if (manifest.Text("$schema") is { } schema && !schema.Contains($"/v{said}/", StringComparison.Ordinal))
            yield return $"$schema is another version's than manifestVersion {said}.";
    }

    private static IEnumerable<string> Unknown(JsonElement manifest, string path, string[] members) => manifest.Child(path) is { ValueKind: JsonValueKind.Object } part
        ? part.EnumerateObject().Where(member => !members.Contains(member.Name)).Select(member => $"{path}.{member.Name} is unknown to the schema.")
        : [];

    private static IEnumerable<string> ChannelFaults(JsonElement manifest)
    {
        var (features, isAsked) = (manifest.Text("supportsChannelFeatures"), VersionOf(manifest) >= AsksForChannelFeatures);
        if (isAsked && features is not "tier1" && BotRules.Scopes(manifest).Contains("team"))
            yield return $"supportsChannelFeatures is missing: from manifestVersion {AsksForChannelFeatures} on, a bot with the scope team says \"tier1\", or the upload fails.";
        if (!isAsked && features is not null)
            yield return $"supportsChannelFeatures is unknown before manifestVersion {AsksForChannelFeatures}.";
    }

    // It gets what is written to it, and never what people write to each other.
    private static IEnumerable<string> ReadingFaults(JsonElement manifest) =>
        Strings(manifest).Where(text => Reading().IsMatch(text)).Distinct().Select(permission => $"{permission} lets the bot read what people write to each other. It never needs to.");

    private static IEnumerable<string> UnfilledFaults(JsonElement manifest) =>
        Strings(manifest).Where(text => text.Contains("{{", StringComparison.Ordinal)).Distinct().Select(text => $"'{text}' is not filled in: known are {{{{appId}}}} and {{{{domain}}}}.");

    private static IEnumerable<string> Strings(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => [json.GetString() ?? ""],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Strings(member.Value)),
        _ => [],
    };

    [GeneratedRegex(@"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)\z")]
    private static partial Regex SemVer();

    [GeneratedRegex(@"^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\z")]
    internal static partial Regex Id();

    [GeneratedRegex(@"^https://[^\s/]+")]
    private static partial Regex Https();

    [GeneratedRegex(@"^[^/\\]+\.png\z")]
    private static partial Regex FileName();

    [GeneratedRegex(@"^#[0-9a-fA-F]{6}\z")]
    private static partial Regex Colour();

    [GeneratedRegex(@"^(Channel|Chat)Message\w*\.Read")]
    private static partial Regex Reading();

    /// <summary>A text somewhere in the manifest.</summary>
    /// <param name="Most">Characters.</param>
    internal sealed record Text(string Path, int Most, Regex? Shape = null, string ShapeIs = "", bool IsRequired = true)
    {
        public IEnumerable<string> Faults(JsonElement from)
        {
            var value = Path.Split('.').Aggregate(from, (json, name) => json.Child(name));
            if (value.ValueKind == JsonValueKind.Undefined && !IsRequired)
                return [];
            return value.ValueKind != JsonValueKind.String || value.GetString() is not { Length: > 0 } text ? [$"{Path} is missing, or is no text."]
                : text.Length > Most ? [$"{Path} has {text.Length} characters, and {Most} at most are allowed."]
                : Shape?.IsMatch(text) is false ? [$"{Path} '{text}' is not {ShapeIs}."]
                : [];
        }
    }
}
