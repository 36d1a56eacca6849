using ChatHiring.Debriefs;
using ChatHiring.People;
using ChatHiring.Slack;
using ChatHiring.Storage;
using ChatHiring.Teams;
using ChatHiring.Timeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ChatHiring.Host.Tests;

public sealed class CheckSettingsTests
{
    [Fact]
    public async Task The_shipped_settings_start_in_Development() => await Check("Development");

    [Theory]
    [InlineData("Storage:Provider", "Oracle", "Storage:Provider is 'Oracle'; it takes Sqlite or Postgres.")]
    [InlineData("Storage:Provider", "Postgres", "ConnectionStrings:ChatHiring is missing")]
    [InlineData("ConnectionStrings:ChatHiring", "Host=db;Database=x", "ConnectionStrings:ChatHiring names a server")]
    [InlineData("Organisation:TimeZone", "Mars/Base", "Organisation:TimeZone 'Mars/Base' is no IANA time zone")]
    [InlineData("Organisation:HolidaysFile", "days.ics", "Organisation:HolidaysFile 'days.ics' cannot be used. There is no such file")]
    [InlineData("Urls", "http://0.0.0.0:5080", "Urls names http://0.0.0.0:5080")]
    [InlineData("Urls", "http://127.0.0.1:5080;http://*:80", "Urls names http://*:80")]
    [InlineData("Urls", "", "Urls is empty")]
    [InlineData("Kestrel:Endpoints:X:Url", "http://0.0.0.0:80", "Kestrel:Endpoints is set")]
    [InlineData("PublicUrl", "hiring.example.com", "PublicUrl 'hiring.example.com' is no http or https address")]
    [InlineData("DataProtection:Certificate", "/no/such/file.pfx", "DataProtection:Certificate is no PKCS#12 file")]
    [InlineData("Slack:SigningSecret", "x", "Slack:SigningSecret is set, and neither Slack:BotToken nor Slack:ClientId is")]
    [InlineData("Slack:AppToken", "x", "Slack:AppToken is set, and neither")]
    [InlineData("Slack:BotToken", "xoxb-1", "Slack:SigningSecret is missing")]
    [InlineData("Slack:BotToken", "xoxb-1\n", "Slack:BotToken holds a space")]
    [InlineData("Slack:AppToken", "xapp-1\r\n", "Slack:AppToken holds a space")]
    [InlineData("Slack:SigningSecret", " x", "Slack:SigningSecret holds a space")]
    [InlineData("Slack:ClientId", "1. 2", "Slack:ClientId holds a space")]
    [InlineData("Slack:ClientSecret", "x\t", "Slack:ClientSecret holds a space")]
    [InlineData("Slack:ClientId", "1.2", "Slack:ClientSecret is missing")]
    [InlineData("Slack:ApiUrl", "http://slack.com/api/", "Slack:ApiUrl 'http://slack.com/api/' is not Slack's")]
    [InlineData("Slack:ApiUrl", "https://slack.com.example.net/api/", "Slack:ApiUrl 'https://slack.com.example.net/api/' is not Slack's")]
    [InlineData("Slack:ApiUrl", "api", "Slack:ApiUrl 'api' is no address")]
    [InlineData("Teams:TenantId", "x", "Teams:TenantId is set, and Teams:AppId is not")]
    [InlineData("Teams:AppId", "x", "Teams:AppId 'x' is no GUID")]
    [InlineData("Teams:AppId", "01890000-0000-7000-8000-000000000001", "Teams:TenantId is missing")]
    [InlineData("Teams:Cloud", "Mars", "Teams:Cloud is set, and Teams:AppId is not")]
    [InlineData("Teams:AllowUnauthenticated", "perhaps", "Teams:AllowUnauthenticated 'perhaps' is neither true nor false")]
    [InlineData("Debriefs:AllowPublicChannels", "yes", "Debriefs:AllowPublicChannels 'yes' is neither true nor false")]
    [InlineData("Clock:Speed", "fast", "Clock:Speed 'fast' is no number from 1 to 10000.")]
    [InlineData("Clock:Speed", "0", "Clock:Speed '0' is no number from 1 to 10000.")]
    [InlineData("Clock:Speed", "20000", "Clock:Speed '20000' is no number from 1 to 10000.")]
    [InlineData("Clock:Start", "yesterday", "Clock:Start 'yesterday' is no date and time")]
    public async Task A_wrong_setting_stops_the_start_with_one_line_that_names_it(string key, string value, string line)
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => Check("Development", (key, value)));

        Assert.StartsWith(line, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', StartRefusal.Sentence(refused) ?? "\n");
    }

    [Fact]
    public async Task A_wrong_setting_is_one_line_and_nothing_else()
    {
        await using var database = new TestDatabase(Engine.Sqlite);

        var (exit, said) = await HostProcess.Run(database, [("Slack__SigningSecret", "x")]);

        Assert.Equal(1, exit);
        Assert.Equal("ChatHiring does not start: Slack:SigningSecret is set, and neither Slack:BotToken nor Slack:ClientId is. Set one of them, or remove it.", said.Trim());
    }

    [Theory]
    [InlineData(null, null, "Slack is off")]
    [InlineData("xoxb-1", null, "Slack is on over HTTPS")]
    [InlineData("xoxb-1", "xapp-1", "Slack is on over Socket Mode")]
    public void The_start_says_whether_slack_is_on_and_over_what(string? bot, string? app, string line) =>
        Assert.StartsWith(line, Greeting.Chats(new SlackOptions { BotToken = bot, AppToken = app }, new TeamsOptions()), StringComparison.Ordinal);

    [Theory]
    [InlineData(null, null, "Teams is off")]
    [InlineData("0e000000-0000-0000-0000-00000000000a", null, "Teams is on: ")]
    [InlineData(null, "true", "TEAMS IS ON WITHOUT PROOF OF WHO ASKS")]
    public void The_start_says_whether_teams_is_on_and_aloud_when_anybody_is_believed(string? app, string? unauthenticated, string line) =>
        Assert.Contains(line, Greeting.Chats(new SlackOptions(), new TeamsOptions { AppId = app, AllowUnauthenticated = unauthenticated }), StringComparison.Ordinal);

    [Theory]
    [InlineData(null, "http://127.0.0.1:5080", "ChatHiring is open at http://127.0.0.1:5080")]
    [InlineData("http://127.0.0.1:5080/", "http://127.0.0.1:5080", "ChatHiring is open at http://127.0.0.1:5080/")]
    [InlineData("https://hiring.example.com", "http://127.0.0.1:5080", "ChatHiring is open at https://hiring.example.com, and on this machine at http://127.0.0.1:5080")]
    [InlineData("https://hiring.example.com", null, "ChatHiring is open at https://hiring.example.com")]
    [InlineData(null, null, null)]
    public void The_start_says_where_it_is_open_for_everybody_and_on_this_machine(string? told, string? here, string? line) =>
        Assert.Equal(line, Greeting.Open(told is null ? null : new Uri(told), here));

    [Fact]
    public async Task Socket_Mode_takes_an_app_level_token_and_no_signing_secret()
    {
        await Check("Development", ("Slack:BotToken", "xoxb-1"), ("Slack:AppToken", "xapp-1"));

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => Check("Development", ("Slack:BotToken", "xoxb-1"), ("Slack:AppToken", "xoxb-1")));

        Assert.StartsWith("Slack:AppToken is no app-level token", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Teams:TenantId", "x", "Teams:TenantId 'x' is no GUID")]
    [InlineData("Teams:ClientSecret", "", "Teams:ClientSecret, Teams:Certificate and Teams:ManagedIdentityClientId are all missing")]
    [InlineData("Teams:Certificate", "bot.pfx", "Teams:ClientSecret and Teams:Certificate are both set")]
    [InlineData("Teams:Cloud", "Mars", "Teams:Cloud 'Mars' is neither Public nor UsGov")]
    [InlineData("Teams:OpenIdMetadataUrl", "https://example.net/keys", "Teams:OpenIdMetadataUrl 'https://example.net/keys' is not Microsoft's")]
    [InlineData("Teams:AllowedServiceHosts", "smba.trafficmanager.net, evil.trafficmanager.net", "Teams:AllowedServiceHosts names evil.trafficmanager.net")]
    public async Task A_bot_that_is_half_set_up_stops_the_start(string key, string value, string line)
    {
        var sound = new Dictionary<string, string> { ["Teams:AppId"] = Guid.Empty.ToString(), ["Teams:TenantId"] = Guid.Empty.ToString(), ["Teams:ClientSecret"] = "s" };
        await Check("Development", [.. sound.Select(setting => (setting.Key, setting.Value))]);
        sound[key] = value;

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => Check("Development", [.. sound.Select(setting => (setting.Key, setting.Value))]));

        Assert.StartsWith(line, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Without_a_configured_sign_in_the_web_does_not_start_outside_Development(string environment) =>
        Assert.Contains("no sign-in outside Development", (await Assert.ThrowsAsync<StartRefusedException>(() => Check(environment))).Message, StringComparison.Ordinal);

    private static Task Check(string environment, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(Repository.Root, "appsettings.json"))
            .AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value)))
            .Build();
        var storage = configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new();
        storage.ConnectionString = configuration.GetConnectionString("ChatHiring");
        return new CheckSettings(
            configuration,
            new Environment(environment),
            Options.Create(storage),
            Options.Create(configuration.GetSection(OrganisationOptions.Section).Get<OrganisationOptions>() ?? new()),
            Options.Create(configuration.GetSection(SlackOptions.Section).Get<SlackOptions>() ?? new()),
            Options.Create(configuration.GetSection(TeamsOptions.Section).Get<TeamsOptions>() ?? new()),
            Options.Create(configuration.GetSection(ClockOptions.Section).Get<ClockOptions>() ?? new()),
            Options.Create(configuration.GetSection(DebriefsOptions.Section).Get<DebriefsOptions>() ?? new()),
            TimeProvider.System).StartingAsync(CancellationToken.None);
    }

    private sealed class Environment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "ChatHiring";

        public string ContentRootPath { get; set; } = "/";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
