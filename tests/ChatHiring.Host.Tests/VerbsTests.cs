using System.IO.Compression;

namespace ChatHiring.Host.Tests;

public sealed class VerbsTests
{
    private static readonly string Sample = Path.Combine(Repository.Root, "samples", "backend-engineer-loop.yaml");

    [Theory, BothDatabases]
    public async Task Import_says_what_it_did_and_a_running_host_sees_it_at_once(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        var early = await HostProcess.Run(database, "loops", "import", Sample);
        Assert.Equal((1, "There is no database yet. Start ChatHiring once: the first start creates it."), early);

        using var host = await HostProcess.Start(database);
        var changed = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.yaml");
        await File.WriteAllTextAsync(changed, (await File.ReadAllTextAsync(Sample)).Replace("jk-backend-2026", "second-loop", StringComparison.Ordinal)
            .Replace("hiring-backend", "hiring-second", StringComparison.Ordinal).Replace("backend-engineer-2026", "second-job", StringComparison.Ordinal));

        var first = await HostProcess.Run(database, "loops", "import", changed);
        var again = await HostProcess.Run(database, "loops", "import", changed);
        File.Delete(changed);

        Assert.Equal((0, "People: 0 added, 0 changed, 6 unchanged. Jobs: 1 added, 0 changed, 0 unchanged. Loops: 1 added, 0 changed, 0 unchanged."), first);
        Assert.Equal((0, "People: 0 added, 0 changed, 6 unchanged. Jobs: 0 added, 0 changed, 1 unchanged. Loops: 0 added, 0 changed, 1 unchanged."), again);
        var ana = await host.As("Ana Silva");
        await ana.Until("/", page => page.Links.Count(link => link.StartsWith("/channels/", StringComparison.Ordinal)) == 2);
        // The second loop's cards come by a tick, so this also says that the sweeps go on ticking.
        await ana.Until("/", page => page.Html.QuerySelectorAll("a[href^='/cards/']").Select(link => link.GetAttribute("href")?.Split('/')[2]).Distinct().Count() == 2);
        Assert.Equal((0, true), await Healthy(database));
    }

    [Fact]
    public async Task A_refused_file_names_every_line_and_changes_nothing()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        using var host = await HostProcess.Start(database);
        var broken = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.yaml");
        await File.WriteAllTextAsync(broken, "loops:\n  - id: x\n    job: nowhere\n    candidate: { name: Kim }\n    interviews:\n      - stage: peer\n        minutes: 900\n");

        var (exit, said) = await HostProcess.Run(database, "loops", "import", broken);
        File.Delete(broken);

        Assert.Equal(1, exit);
        Assert.Contains("nothing was changed", said, StringComparison.Ordinal);
        Assert.Contains("line 7:", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_package_for_Teams_is_written_whole_or_not_at_all()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        var folder = Directory.CreateTempSubdirectory("chathiring-package-");
        var file = Path.Combine(folder.FullName, "app.zip");
        (string, string)[] settings = [("Teams__AppId", "0b7e3d1c-5a52-4a52-9a52-0123456789ab"), ("PublicUrl", "https://hiring.example.com")];

        var bare = await HostProcess.Run(database, "teams-package", "--out", file);
        Assert.Equal(1, bare.Exit);
        Assert.StartsWith("Teams:AppId is not set", bare.Said, StringComparison.Ordinal);
        Assert.Contains("\nPublicUrl 'http://127.0.0.1:0/' is no https address", bare.Said, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was written.", bare.Said, StringComparison.Ordinal);
        Assert.False(File.Exists(file));

        var nowhere = await HostProcess.Run(database, settings, "teams-package", "--out", Path.Combine(folder.FullName, "no", "app.zip"));
        Assert.Equal(1, nowhere.Exit);
        Assert.StartsWith($"There is no folder {Path.Combine(folder.FullName, "no")}.", nowhere.Said, StringComparison.Ordinal);

        var done = await HostProcess.Run(database, settings, "teams-package", "--out", file);
        Assert.Equal((0, $"Wrote {file}. docs/teams.md says where to upload it."), done);
        using (var zip = await ZipFile.OpenReadAsync(file))
            Assert.Equal(["color.png", "manifest.json", "outline.png"], zip.Entries.Select(entry => entry.FullName).Order());
        folder.Delete(recursive: true);
    }

    private static async Task<(int Exit, bool Works)> Healthy(TestDatabase database)
    {
        var (exit, said) = await HostProcess.Run(database, "health");
        return (exit, said.Contains("database: works", StringComparison.Ordinal) && said.Contains("pack backend-engineer: works", StringComparison.Ordinal));
    }
}
