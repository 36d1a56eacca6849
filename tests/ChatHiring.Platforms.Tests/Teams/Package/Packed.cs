using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using ChatHiring.Teams.Package;
using ChatHiring.Tests;

namespace ChatHiring.Platforms.Tests.Teams.Package;

/// <summary>Packages, sound and spoilt.</summary>
internal static class Packed
{
    public const string AppId = "0b7e3d1c-5a52-4a52-9a52-0123456789ab";

    public static readonly string Folder = Repository.File("manifests", "teams");

    private static readonly Uri Address = new("https://hiring.example.com");

    public static byte[] Ours => TeamsPackage.Build(Folder, AppId, Address) is { Faults.Count: 0 } built ? built.Zip : throw new InvalidOperationException("Our own package is at fault.");

    public static JsonObject Manifest => JsonNode.Parse(Files(Ours)["manifest.json"])!.AsObject();

    public static Dictionary<string, byte[]> Files(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            return content.ToArray();
        });
    }

    /// <summary>Our package with another manifest.</summary>
    public static byte[] With(Action<JsonObject> change)
    {
        var manifest = Manifest;
        change(manifest);
        return With("manifest.json", Encoding.UTF8.GetBytes(manifest.ToJsonString()));
    }

    /// <param name="content">Null: the file is missing.</param>
    public static byte[] With(string name, byte[]? content)
    {
        var files = Files(Ours);
        files.Remove(name);
        if (content is not null)
            files[name] = content;
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (file, its) in files)
            {
                using var stream = archive.CreateEntry(file).Open();
                stream.Write(its);
            }

        return bytes.ToArray();
    }
}
