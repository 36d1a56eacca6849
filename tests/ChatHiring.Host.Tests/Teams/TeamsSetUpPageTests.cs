using ChatHiring.Fakes.Teams;
using ChatHiring.Teams.Outbound;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests.Teams;

/// <summary>What the page says of Teams: part by part what works, and what to do.</summary>
public sealed class TeamsSetUpPageTests
{
    [Theory, BothDatabases]
    public async Task An_administrator_reads_what_works(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var rosa = await played.App.As("Rosa Meier");
        foreach (var name in (string[])["rosa", "dana", "ana", "bo", "eli", "mina"])
            await played.Phone(name).Play(played.Phone(name).Payloads.Said("help"));

        var page = await rosa.Get("/set-up");

        Assert.Equal(["Token · Works", "Requests from Teams · Works", "People with the app · Works", "Channel #hiring-backend · Works"], Parts(page).Take(4));
        Assert.Contains($"Entra gives a token to the app {played.Teams.Tenant.AppId}", page.Text, StringComparison.Ordinal);
        Assert.Contains("Slack is not set up", page.Text, StringComparison.Ordinal);
        Assert.Contains("All 6 people on the panels of open loops have the app", page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Before_anything_came_the_page_says_what_to_do(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var teams = await TeamsApp.Teams();
        await using var app = TeamsApp.On(database, teams);

        var page = await (await app.As("Rosa Meier")).Get("/set-up");

        Assert.Equal(["Token · Works", "Requests from Teams · Not tried", "People with the app · Does not work", "Channel #hiring-backend · Does not work"], Parts(page).Take(4));
        Assert.Contains("Write help to ChatHiring in Teams", page.Text, StringComparison.Ordinal);
        Assert.Contains("None of 6 people", page.Text, StringComparison.Ordinal);
        Assert.Contains("ChatHiring is in no team yet", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_panel_of_a_confidential_job_is_not_told_by_its_size()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await WholeLoop.Into(database, text => text
            .Replace("\npeople:", "\npeople:\n  - { email: kim@example.com, name: Kim Lee, roles: [administrator] }", StringComparison.Ordinal)
            .Replace("confidential: false", "confidential: true", StringComparison.Ordinal));
        await using var teams = await TeamsApp.Teams();
        await using var app = TeamsApp.On(database, teams);

        Assert.DoesNotContain("of 6 people", (await (await app.As("Kim Lee")).Get("/set-up")).Text, StringComparison.Ordinal);
        Assert.Contains("of 6 people", (await (await app.As("Rosa Meier")).Get("/set-up")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_are_counted_by_the_chats_that_are_open()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var teams = await TeamsApp.Teams();
        await using var app = TeamsApp.On(database, teams);
        var (ana, bo) = (Phone(app, teams, "ana"), Phone(app, teams, "bo"));
        foreach (var phone in (TeamsPhone[])[ana, bo, Phone(app, teams, "rosa")])
            await phone.Play(phone.Payloads.Said("help"));
        var rosa = await app.As("Rosa Meier");

        Assert.Contains("3 of 6 people", (await rosa.Get("/set-up")).Text, StringComparison.Ordinal);
        await ana.Happens(events => events.Installed("remove"));
        Assert.Contains("2 of 6 people", (await rosa.Get("/set-up")).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_comes_is_seen_by_its_token_and_where_it_is_from(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var teams = await TeamsApp.Teams();
        await using var app = TeamsApp.On(database, teams);
        var (rosa, phone) = (await app.As("Rosa Meier"), Phone(app, teams, "rosa"));

        await phone.Sends.Post(phone.Payloads.Said("help"), TokenFault.Named("no header"));
        Assert.Contains("Requests from Teams · Not tried", Parts(await rosa.Get("/set-up")));
        await phone.Sends.Post(phone.Payloads.Said("help"), TokenFault.Named("another audience"));
        Assert.Contains("their token does not hold", (await rosa.Get("/set-up")).Text, StringComparison.Ordinal);
        var foreign = phone.Payloads.Said("help");
        foreign["conversation"]!["tenantId"] = Guid.Empty.ToString();
        await phone.Sends.Post(foreign);
        Assert.Contains("Requests come from another directory", (await rosa.Get("/set-up")).Text, StringComparison.Ordinal);
        await phone.Sends.Post(phone.Payloads.Said("help"), TokenFault.Named("a key endorsed for another channel"));
        Assert.Contains("Requests from Teams · Does not work", Parts(await rosa.Get("/set-up")));
        await phone.Play(phone.Payloads.Said("help"));
        Assert.Contains("Requests from Teams · Works", Parts(await rosa.Get("/set-up")));
    }

    [Theory]
    [InlineData("Teams:ClientSecret", "another", "Entra does not take the secret")]
    [InlineData("Teams:AppId", "a0000000-0000-0000-0000-000000000009", "The directory knows no app with this id")]
    [InlineData("Teams:TenantId", "7e000000-0000-0000-0000-000000000009", "There is no directory with this id")]
    [InlineData("Teams:Certificate", "/no/such.p12", "The file of Teams:Certificate cannot be read")]
    public async Task A_setting_that_Entra_refuses_is_named_and_channels_wait_for_it(string key, string value, string said)
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var teams = await TeamsApp.Teams();
        await using var app = On(database, teams, (key, value));

        var page = await (await app.As("Rosa Meier")).Get("/set-up");

        Assert.Contains(said, page.Text, StringComparison.Ordinal);
        Assert.Equal(["Token · Does not work", "Requests from Teams · Not tried", "People with the app · Does not work", "Channel #hiring-backend · Not tried"], Parts(page).Take(4));
    }

    [Theory]
    [InlineData("AADSTS7000229: The client application is missing service principal in the tenant.", "not let into the directory")]
    [InlineData("AADSTS7000222: The provided client secret keys are expired.", "The secret has run out")]
    [InlineData(null, "Entra could not be reached")]
    public async Task What_Entra_says_beside_that_is_said_plainly(string? word, string said)
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var teams = await TeamsApp.Teams();
        teams.Faults.Always(call => call.Operation != "token" ? null : word is null ? new TeamsFault.DropBefore() : new TeamsFault.Refused(401, "invalid_client", word));
        await using var app = TeamsApp.On(database, teams);

        Assert.Contains(said, (await (await app.As("Rosa Meier")).Get("/set-up")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("standard", "Everybody in the team reads a standard channel")]
    [InlineData("shared", "shared with another organisation")]
    [InlineData("absent", "No team that ChatHiring is in shows it a channel of that name")]
    [InlineData("archived", "The channel is archived")]
    public async Task A_channel_that_no_debrief_may_go_to_is_named_with_what_to_do(string type, string said)
    {
        await using var played = await TeamsPlayed.On(Engine.Sqlite);
        played.Teams.Tenant.ChangeChannel(TeamsApp.Channel, channel => channel with { Type = type is "standard" or "shared" ? type : "private", HasBot = type != "absent" });
        if (type == "archived")
            await played.Phone("rosa").Happens(events => events.Team(TeamsApp.Team, "teamArchived"));

        var page = await (await played.App.As("Rosa Meier")).Get("/set-up");

        Assert.Contains("Channel #hiring-backend · Does not work", Parts(page));
        Assert.Contains(said, page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_test_message_comes_to_the_askers_own_chat_or_the_page_says_why_not(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var rosa = await played.App.As("Rosa Meier");

        var said = await rosa.Send((await rosa.Get("/set-up")).Form("form.test-message"), []);
        Assert.Contains("Sent. It is in the chat with ChatHiring in Teams.", said.Text, StringComparison.Ordinal);
        Assert.Single(played.Teams.Messages.In(played.Phone("rosa").Chat), message => message.Summary == "A test message");

        played.Teams.Tenant.ForgetChat(TeamsApp.AadOf("rosa"));
        said = await rosa.Send((await rosa.Get("/set-up")).Form("form.test-message"), []);
        Assert.Contains("Sent. It is in the chat", said.Text, StringComparison.Ordinal);
        Assert.Single(played.Teams.Messages.In(played.Phone("rosa").Chat), message => message.Summary == "A test message");

        played.Teams.Tenant.ForgetChat(TeamsApp.AadOf("rosa"));
        played.Teams.Tenant.Change(TeamsApp.AadOf("rosa"), person => person with { IsInstalled = false });
        said = await rosa.Send((await rosa.Get("/set-up")).Form("form.test-message"), []);
        Assert.Contains("The app is not there for this person", said.Text, StringComparison.Ordinal);
    }

    private static TeamsPhone Phone(HostApp app, FakeTeams teams, string name) => new(app.CreateClient(), teams, new FakeDevice(teams, TeamsApp.AadOf(name)));

    private static HostApp On(TestDatabase database, FakeTeams teams, (string Key, string Value) other)
    {
        var settings = new Dictionary<string, string>
        {
            ["Teams:AppId"] = teams.Tenant.AppId,
            ["Teams:TenantId"] = teams.Tenant.Id,
            ["Teams:ClientSecret"] = other.Key == "Teams:Certificate" ? "" : teams.Entra.Secret ?? "",
            ["Teams:OpenIdMetadataUrl"] = teams.OpenIdMetadataUrl.AbsoluteUri,
            ["Teams:AllowedServiceHosts"] = "127.0.0.1",
        };
        settings[other.Key] = other.Value;
        return new(database, services => services.AddHttpClient(TeamsTokens.Client).ConfigurePrimaryHttpMessageHandler(teams.Entra.Detour)) { Settings = settings };
    }

    private static List<string> Parts(Page page) =>
        [.. page.Html.QuerySelectorAll("main h3").Select(part => string.Join(' ', part.TextContent.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)))];
}
