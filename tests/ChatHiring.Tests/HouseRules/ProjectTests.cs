using System.Xml.Linq;

namespace ChatHiring.Tests.HouseRules;

/// <summary>Who may know whom.</summary>
public class ProjectTests
{
    private static readonly Dictionary<string, string[]> _mayKnow = new()
    {
        ["ChatHiring"] = [],
        ["ChatHiring.Slack"] = ["ChatHiring"],
        ["ChatHiring.Teams"] = ["ChatHiring"],
        ["ChatHiring.Web"] = ["ChatHiring"],
        ["ChatHiring.Host"] = ["ChatHiring", "ChatHiring.Slack", "ChatHiring.Teams", "ChatHiring.Web"],
    };

    // By the start of a name: web framework, job runner and chat platforms stay outside the core, the job runner outside all but the host.
    private static readonly string[] _notInTheCore = ["Microsoft.AspNetCore", "Microsoft.Identity", "Hangfire", "Slack", "Microsoft.Teams", "Microsoft.Bot", "AdaptiveCards"];

    private static readonly string[] _outside = ["PackageReference", "FrameworkReference"];

    [Fact]
    public void Projects_know_only_whom_they_may_know()
    {
        House.Keeps(House.Projects, Strangers);
        Assert.Equal(_mayKnow.Keys.Order(), House.Projects.Select(Name).Order());
    }

    [Fact]
    public void The_core_knows_no_web_framework_no_job_runner_and_no_chat_platform() =>
        House.Keeps([.. House.Projects.Where(project => Name(project) == "ChatHiring")], Outsiders);

    [Fact]
    public void Only_the_host_knows_the_job_runner() => House.Keeps(
        [.. House.Projects.Where(project => Name(project) != "ChatHiring.Host")],
        project => Starting(project, "PackageReference", "Hangfire"));

    [Fact]
    public void Rows_are_hidden_from_adapters_by_the_compiler() =>
        House.Keeps([.. House.Projects.Where(project => Name(project) == "ChatHiring")], OpenStorage);

    [Theory]
    [InlineData("ChatHiring", "ChatHiring.Web", 1)]
    [InlineData("ChatHiring.Slack", "ChatHiring.Web", 1)]
    [InlineData("ChatHiring.Web", "ChatHiring.Host", 1)]
    [InlineData("ChatHiring.Web", "ChatHiring", 0)]
    [InlineData("ChatHiring.Host", "ChatHiring.Web", 0)]
    [InlineData("ChatHiring.Other", "ChatHiring", 1)]
    public void A_stranger_is_found(string project, string other, int faults) =>
        Assert.Equal(faults, Strangers(Project(project, $"""<ProjectReference Include="../{other}/{other}.csproj" />""")).Count());

    [Theory]
    [InlineData("""<PackageReference Include="Microsoft.AspNetCore.DataProtection" />""")]
    [InlineData("""<FrameworkReference Include="Microsoft.AspNetCore.App" />""")]
    [InlineData("""<PackageReference Include="Hangfire.Core" />""")]
    [InlineData("""<PackageReference Include="SlackNet" />""")]
    public void An_outsider_is_found(string item) => Assert.Single(Outsiders(Project("ChatHiring", item)));

    [Theory]
    [InlineData("""<PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" />""", 1)]
    [InlineData("""<PackageReference Include="Npgsql.EntityFrameworkCore.PostgreSQL" PrivateAssets="build" />""", 1)]
    [InlineData("""<PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" PrivateAssets="compile" />""", 0)]
    public void Open_storage_is_found(string item, int faults) => Assert.Equal(faults, OpenStorage(Project("ChatHiring", item)).Count());

    private static SourceFile Project(string name, string item) =>
        new($"src/{name}/{name}.csproj", $"""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup>{item}</ItemGroup></Project>""");

    private static string Name(SourceFile project) => Path.GetFileNameWithoutExtension(project.Name);

    private static IEnumerable<string> Strangers(SourceFile project) =>
        from path in Items(project, "ProjectReference").Select(item => Include(item).Replace('\\', '/'))
        let other = Path.GetFileNameWithoutExtension(path)
        where !_mayKnow.GetValueOrDefault(Name(project), []).Contains(other)
        select $"{project.Path}: may not know {other}";

    private static IEnumerable<string> Outsiders(SourceFile project) =>
        from kind in _outside
        from start in _notInTheCore
        from fault in Starting(project, kind, start)
        select fault;

    private static IEnumerable<string> Starting(SourceFile project, string kind, string start) =>
        from name in Items(project, kind).Select(Include)
        where name.StartsWith(start, StringComparison.Ordinal)
        select $"{project.Path}: may not know {name}";

    private static IEnumerable<string> OpenStorage(SourceFile project) =>
        from item in Items(project, "PackageReference")
        where Include(item).Contains("EntityFrameworkCore", StringComparison.Ordinal) || Include(item).StartsWith("Npgsql", StringComparison.Ordinal)
        where (string?)item.Attribute("PrivateAssets") is not ("compile" or "all")
        select $"""{project.Path}: {Include(item)} needs PrivateAssets="compile", or adapters can name rows""";

    private static IEnumerable<XElement> Items(SourceFile project, string kind) => XDocument.Parse(project.Text).Descendants(kind);

    private static string Include(XElement item) => (string?)item.Attribute("Include") ?? "";
}
