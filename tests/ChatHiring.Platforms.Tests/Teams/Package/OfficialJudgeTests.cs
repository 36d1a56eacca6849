using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatHiring.Fakes;
using ChatHiring.Tests;

namespace ChatHiring.Platforms.Tests.Teams.Package;

/// <summary>Microsoft's own validation passes our manifest, and refuses what we refuse.</summary>
public sealed class OfficialJudgeTests
{
    private static readonly string[] Packages = ["@microsoft/app-manifest@1.1.2", "fs-extra@11.4.1", "ajv@8.20.0", "ajv-draft-04@1.0.0", "ajv-formats@3.0.1"];

    [Fact]
    public async Task Microsofts_own_validation_passes_our_manifest_and_refuses_what_we_refuse()
    {
        var folder = Directory.CreateTempSubdirectory("chathiring-manifest-");
        try
        {
            await Install(folder.FullName);
            var spoilt = SpoiltManifests.BySchema.ToList();
            var said = await Judged(folder.FullName, [Packed.Manifest, .. spoilt.Select(one => Changed(one.Value))]);

            Assert.Empty(said[0]);
            Assert.Empty(spoilt.Where((_, at) => said[at + 1].Count == 0).Select(one => one.Key));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static JsonObject Changed(Action<JsonObject> change)
    {
        var manifest = Packed.Manifest;
        change(manifest);
        return manifest;
    }

    private static async Task<List<List<string>>> Judged(string folder, IReadOnlyList<JsonObject> manifests)
    {
        var names = manifests.Select((_, at) => $"{at}.json").ToList();
        foreach (var (name, manifest) in names.Zip(manifests))
            await File.WriteAllTextAsync(Path.Combine(folder, name), manifest.ToJsonString());
        using var node = Start("node", folder, ["judge.mjs", .. names]);
        var (said, fault) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync().OrFail("the judge");
        Assert.True(node.ExitCode == 0, await fault);
        return [.. (await said).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<List<string>>(line) ?? [])];
    }

    // Skipped, aloud, where there is no Node, or no way to Microsoft's packages.
    private static async Task Install(string folder)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), """{"private":true,"type":"module"}""");
        File.Copy(Repository.File("tests", "ChatHiring.Platforms.Tests", "Teams", "Package", "judge.mjs"), Path.Combine(folder, "judge.mjs"));
        try
        {
            using var npm = Start("npm", folder, ["install", "--no-audit", "--no-fund", "--ignore-scripts", .. Packages]);
            var (said, fault) = (npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
            await npm.WaitForExitAsync().OrFail("npm install");
            Assert.SkipWhen(npm.ExitCode != 0, $"npm cannot install Microsoft's own validation, and our manifest is not held against it: {await fault} {await said}");
        }
        catch (Win32Exception missing)
        {
            Assert.Skip($"Node or npm is missing: our manifest is not held against Microsoft's own validation. {missing.Message}");
        }
    }

    private static Process Start(string program, string folder, params ReadOnlySpan<string> arguments)
    {
        var how = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            how.ArgumentList.Add(argument);
        return Process.Start(how) ?? throw new InvalidOperationException($"{program} does not start.");
    }
}
