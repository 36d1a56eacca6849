using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using ChatHiring.People;
using ChatHiring.Slack;
using ChatHiring.Storage;
using ChatHiring.Teams;
using ChatHiring.Timeline;

namespace ChatHiring.Host.Tests;

/// <summary>Holds the table of docs/run-it.md, the options classes and appsettings.json against each other.</summary>
public sealed class SettingsPageTests
{
    [Fact]
    public void The_table_and_appsettings_name_the_same_keys()
    {
        var table = TableKeys();

        Assert.True(table.Count > 20);
        Assert.Equal(table.Order(), FileKeys().Order());
    }

    [Theory]
    [InlineData("Storage", typeof(StorageOptions), "ConnectionString", "BusySeconds")]
    [InlineData("Organisation", typeof(OrganisationOptions))]
    [InlineData("Slack", typeof(SlackOptions))]
    [InlineData("Teams", typeof(TeamsOptions))]
    [InlineData("Clock", typeof(ClockOptions))]
    public void Every_option_stands_in_the_table(string section, Type options, params string[] notSettings)
    {
        var settable = options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite).Select(p => p.Name).Except(notSettings).ToList();

        Assert.NotEmpty(settable);
        Assert.Empty(settable.Select(name => $"{section}:{name}").Except(TableKeys()));
    }

    private static HashSet<string> TableKeys() =>
    [
        .. Regex.Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "run-it.md")), @"^\| `([A-Za-z:]+)` \|", RegexOptions.Multiline)
            .Select(match => match.Groups[1].Value),
    ];

    private static IEnumerable<string> FileKeys()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "appsettings.json")));
        return [.. file.RootElement.EnumerateObject().Where(property => property.Name is not ("Logging" or "AllowedHosts")).SelectMany(property => Keys(property.Name, property.Value))];
    }

    private static IEnumerable<string> Keys(string name, JsonElement value) => value.ValueKind == JsonValueKind.Object
        ? value.EnumerateObject().SelectMany(property => Keys($"{name}:{property.Name}", property.Value))
        : [name];
}
