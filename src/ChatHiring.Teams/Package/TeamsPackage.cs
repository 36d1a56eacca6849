using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace ChatHiring.Teams.Package;

/// <summary>The app package that an administrator uploads: the manifest with our app id and domain in it, and two icons.</summary>
public static class TeamsPackage
{
    private const string Manifest = "manifest.json";

    /// <summary>Nothing in the manifest is longer than its description; icons are small.</summary>
    private const int MostBytes = 1024 * 1024;

    // Written times would make two packages of one manifest differ.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="folder">Where the manifest and its icons are.</param>
    /// <param name="appId">A GUID.</param>
    /// <param name="address">Where people find this host.</param>
    /// <returns>The zip and no faults, or one sentence for each fault and no zip.</returns>
    public static (byte[] Zip, IReadOnlyList<string> Faults) Build(string folder, string? appId, Uri? address)
    {
        if (SettingsFaults(appId, address).ToList() is { Count: > 0 } missing)
            return ([], missing);
        var text = File.ReadAllText(Path.Combine(folder, Manifest)).Replace("{{appId}}", appId, StringComparison.Ordinal).Replace("{{domain}}", address?.Authority, StringComparison.Ordinal);
        var icons = Directory.GetFiles(folder, "*.png").Order(StringComparer.Ordinal).Select(path => (Name: Path.GetFileName(path), Bytes: File.ReadAllBytes(path)));
        var zip = Zip([(Manifest, Encoding.UTF8.GetBytes(text)), .. icons]);
        return FaultsOf(zip) is { Count: > 0 } faults ? ([], faults) : (zip, []);
    }

    /// <summary>Judges a package as Teams would.</summary>
    public static IReadOnlyList<string> FaultsOf(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
        if (archive.GetEntry(Manifest) is not { } entry)
            return [$"{Manifest} is not at the top of the package."];
        try
        {
            using var manifest = JsonDocument.Parse(Read(entry));
            return [.. ManifestRules.Faults(manifest.RootElement), .. IconRules.Faults(manifest.RootElement, name => archive.GetEntry(name) is { } icon ? Read(icon) : null)];
        }
        catch (JsonException broken)
        {
            return [$"{Manifest} is no JSON, from line {broken.LineNumber + 1} on."];
        }
    }

    private static IEnumerable<string> SettingsFaults(string? appId, Uri? address)
    {
        if (!Guid.TryParseExact(appId, "D", out _))
            yield return "Teams:AppId is not set to the bot's app id, a GUID. docs/teams.md says where it stands.";
        if (address is null || address.Scheme != Uri.UriSchemeHttps || address.IsLoopback)
            yield return $"PublicUrl '{address}' is no https address at which others find this host. The package names it as where the app comes from.";
    }

    private static byte[] Zip(IReadOnlyList<(string Name, byte[] Bytes)> files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in files)
            {
                var entry = archive.CreateEntry(name);
                entry.LastWriteTime = NoTime;
                using var stream = entry.Open();
                stream.Write(content);
            }

        return bytes.ToArray();
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        if (entry.Length > MostBytes)
            return [];
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
