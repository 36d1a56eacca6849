using System.ComponentModel;
using System.Diagnostics;
using ChatHiring.Fakes;
using ChatHiring.Tests;

namespace ChatHiring.Platforms.Tests;

/// <summary>A folder with a script for Node and packages of npm. Where there is no Node, or no way to npm, the test is skipped, aloud.</summary>
internal sealed class NodeFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chathiring-node-");
    private readonly string _script;

    private NodeFolder(string script) => _script = script;

    /// <param name="judges">Who does not get to judge where the test is skipped.</param>
    /// <param name="script">From the root of the repository.</param>
    /// <param name="packages">With their versions.</param>
    public static async Task<NodeFolder> With(string judges, string script, IReadOnlyList<string> packages)
    {
        var folder = new NodeFolder(Path.GetFileName(script));
        try
        {
            await File.WriteAllTextAsync(folder.At("package.json"), """{"private":true,"type":"module"}""");
            File.Copy(Repository.File(script.Split('/')), folder.At(folder._script));
            await folder.Install(judges, packages);
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public string At(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Starts the script.</summary>
    public Process Run(params ReadOnlySpan<string> arguments) => Start("node", [_script, .. arguments]);

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task Install(string judges, IReadOnlyList<string> packages)
    {
        try
        {
            using var node = Start("node", "-e", "process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)");
            await node.WaitForExitAsync();
            Assert.SkipWhen(node.ExitCode != 0, $"Node is older than 20: {judges} do not judge.");
            using var npm = Start("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", .. packages]);
            var (said, fault) = (npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
            await npm.WaitForExitAsync().OrFail("npm install");
            Assert.SkipWhen(npm.ExitCode != 0, $"npm cannot install {judges}, which do not judge: {await fault} {await said}");
        }
        catch (Win32Exception missing)
        {
            Assert.Skip($"Node or npm is missing: {judges} do not judge. {missing.Message}");
        }
    }

    private Process Start(string program, params ReadOnlySpan<string> arguments)
    {
        var how = new ProcessStartInfo(program) { WorkingDirectory = _folder.FullName, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            how.ArgumentList.Add(argument);
        return Process.Start(how) ?? throw new InvalidOperationException($"{program} does not start.");
    }
}
