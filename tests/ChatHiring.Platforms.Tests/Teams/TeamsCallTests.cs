using System.Text.Json.Nodes;
using ChatHiring.Fakes.Teams;
using ChatHiring.Storage;
using ChatHiring.Teams;
using ChatHiring.Teams.Outbound;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ChatHiring.Platforms.Tests.Teams;

/// <summary>What the connector and Entra do to a call, and what is made of it: one table for each.</summary>
public sealed class TeamsCallTests
{
    private const string Ana = "0a000000-0000-0000-0000-000000000001";

    [Fact]
    public async Task Every_row_of_the_table_of_errors_keeps_its_status_and_its_word()
    {
        await using var line = await Line.Open();
        foreach (var row in TeamsFault.Rows.Where(row => row.Status != 429))
        {
            line.Teams.Faults.Next("send", row);
            Assert.Equal(new TeamsAnswer.Refused(row.Status, row.Code), await line.Say());
        }

        line.Teams.Faults.Next("send", new TeamsFault.WritesBlocked());
        Assert.Equal(new TeamsAnswer.Refused(403, "MessageWritesBlocked"), await line.Say());
        Assert.Empty(line.Teams.Messages.All);
        Assert.IsType<TeamsAnswer.Done>(await line.Say());
    }

    [Theory]
    [InlineData(503), InlineData(502), InlineData(500), InlineData(403)]
    public async Task A_page_in_place_of_JSON_is_judged_by_its_status(int status)
    {
        await using var line = await Line.Open();
        line.Teams.Faults.Next("send", new TeamsFault.Page(status));
        Assert.Equal(new TeamsAnswer.Refused(status, ""), await line.Say());
    }

    [Fact]
    public async Task What_perhaps_was_done_is_never_said_to_be_undone()
    {
        await using var line = await Line.Open();
        line.Teams.Faults.Next("send", new TeamsFault.Page(200), new TeamsFault.DropAfter(), new TeamsFault.DropBefore(), new TeamsFault.Hang());
        foreach (var _ in Enumerable.Range(0, 4))
            Assert.IsType<TeamsAnswer.Silent>(await line.Say());
        Assert.Single(line.Teams.Messages.All);
    }

    [Fact]
    public async Task A_limit_with_seconds_is_kept_and_nothing_is_sent_there_before()
    {
        await using var line = await Line.Open();
        line.Teams.Faults.Next("send", new TeamsFault.Limited(60));
        var until = Assert.IsType<TeamsAnswer.Limited>(await line.Say()).Until;
        Assert.Equal(60, (until - TimeProvider.System.GetUtcNow()).TotalSeconds, 5.0);
        Assert.Equal(new TeamsAnswer.Limited(until), await line.Say());
        Assert.Single(line.Teams.Calls, call => call.Operation == "send");
        Assert.IsType<TeamsAnswer.Done>(await line.Read());
    }

    [Fact]
    public async Task A_limit_without_seconds_is_waited_for_twice_as_long_each_time_and_its_end_is_kept_in_mind()
    {
        await using var line = await Line.Open();
        line.Teams.Faults.Next("send", new TeamsFault.Limited(null));
        var until = Assert.IsType<TeamsAnswer.Limited>(await line.Say()).Until;
        Assert.InRange((until - TimeProvider.System.GetUtcNow()).TotalSeconds, 1, 2.5);
        Assert.InRange((line.Pace.Close(line.Chat, null) - TimeProvider.System.GetUtcNow()).TotalSeconds, 3, 5);
        Assert.InRange((line.Pace.Close(line.Chat, null) - TimeProvider.System.GetUtcNow()).TotalSeconds, 6, 10);
    }

    [Fact]
    public async Task A_limit_on_reading_is_kept_by_the_next_reading()
    {
        await using var line = await Line.Open();
        line.Teams.Faults.Next("member", new TeamsFault.Limited(60));
        var limited = Assert.IsType<TeamsAnswer.Limited>(await line.Read());
        Assert.Equal(limited, await line.Read());
        Assert.Single(line.Teams.Calls, call => call.Operation == "member");
        Assert.IsType<TeamsAnswer.Done>(await line.Say());
    }

    [Fact]
    public async Task Whatever_Entra_refuses_for_good_is_said_in_its_word_and_nothing_is_called()
    {
        foreach (var (word, change) in new (string, Action<Line>)[]
        {
            ("AADSTS7000215", line => line.Options.ClientSecret = "other"),
            ("AADSTS700016", line => line.Options.AppId = "b0000000-0000-0000-0000-000000000002"),
            ("AADSTS90002", line => line.Options.TenantId = "7e000000-0000-0000-0000-000000000009"),
            ("AADSTS7000229", line => line.Teams.Faults.Next("token", new TeamsFault.Refused(401, "unauthorized_client", "AADSTS7000229: no service principal"))),
            ("certificate", line => (line.Options.ClientSecret, line.Options.Certificate) = (null, "/nowhere.pfx")),
        })
        {
            await using var line = await Line.Open();
            change(line);
            Assert.Equal(new TeamsAnswer.NoToken(word), await line.Say());
            Assert.DoesNotContain(line.Teams.Calls, call => call.Operation == "send");
        }
    }

    [Fact]
    public async Task While_Entra_is_down_or_busy_nothing_is_lost_and_the_next_try_works()
    {
        foreach (var fault in new TeamsFault[]
        {
            new TeamsFault.Refused(503, "temporarily_unavailable", "AADSTS90033: A transient error has occurred."), new TeamsFault.Refused(500, "server_error", "AADSTS90100: planned."),
            new TeamsFault.Page(), new TeamsFault.Limited(1), new TeamsFault.DropBefore(), new TeamsFault.DropAfter(), new TeamsFault.Hang(),
        })
        {
            await using var line = await Line.Open();
            var isDown = true;
            line.Teams.Faults.Always(call => isDown && call.Operation == "token" ? fault : null);
            Assert.Equal((fault, typeof(TeamsAnswer.Unreached)), (fault, (await line.Say()).GetType()));
            isDown = false;
            // MSAL keeps away for as long as it was told to.
            Assert.True(fault is TeamsFault.Limited or TeamsFault.Page or TeamsFault.Refused || await line.Say() is TeamsAnswer.Done, $"{fault}");
        }
    }

    [Fact]
    public async Task A_token_that_was_revoked_is_renewed_at_once_and_never_for_ever()
    {
        await using var line = await Line.Open();
        Assert.IsType<TeamsAnswer.Done>(await line.Say());
        line.Teams.Entra.RevokeAll();
        Assert.IsType<TeamsAnswer.Done>(await line.Say());
        Assert.Equal(2, line.Teams.Messages.All.Count);

        line.Teams.Faults.Next("send", new TeamsFault.Refused(401, "BotNotRegistered"));
        Assert.Equal(new TeamsAnswer.Refused(401, "BotNotRegistered"), await line.Say());
        Assert.Equal(2, line.Teams.Calls.Count(call => call.Operation == "token"));
    }

    [Fact]
    public async Task No_token_goes_to_a_host_that_is_not_Teams()
    {
        await using var line = await Line.Open();
        Assert.Equal(new TeamsAnswer.Refused(0, "UnknownServiceHost"), await line.Api.Get(new Uri("https://teams.example.com/"), "/v3/conversations", CancellationToken.None));
        Assert.Empty(line.Teams.Calls);
    }

    private sealed class Line(FakeTeams teams, TeamsOptions options, HttpClient http, TeamsPace pace, TeamsApi api) : IAsyncDisposable
    {
        public FakeTeams Teams => teams;

        public TeamsOptions Options => options;

        public TeamsPace Pace => pace;

        public TeamsApi Api => api;

        public string Chat => teams.Tenant.Person(Ana).ChatId;

        public static async Task<Line> Open()
        {
            var teams = await FakeTeams.Start(TimeProvider.System);
            teams.Tenant.Add(new FakePerson(Ana, "Ana Lima", "ana@example.com"));
            var options = new TeamsOptions { AppId = teams.Tenant.AppId, TenantId = teams.Tenant.Id, ClientSecret = teams.Entra.Secret, AllowedServiceHosts = "127.0.0.1" };
            var (http, pace) = (new HttpClient { Timeout = TimeSpan.FromSeconds(1) }, new TeamsPace(Microsoft.Extensions.Options.Options.Create(options), NewIds.By(TimeProvider.System), TimeProvider.System));
            var tokens = new TeamsTokens(Microsoft.Extensions.Options.Options.Create(options), new Clients(teams));
            return new Line(teams, options, http, pace, new TeamsApi(http, Microsoft.Extensions.Options.Options.Create(options), tokens, pace, TimeProvider.System, NullLogger<TeamsApi>.Instance));
        }

        public Task<TeamsAnswer> Say() =>
            api.Post(new Uri(teams.ServiceUrl), TeamsReference.PathOf(Chat), new JsonObject { ["type"] = "message", ["text"] = "Here." }, Chat, CancellationToken.None);

        public Task<TeamsAnswer> Read() =>
            api.Get(new Uri(teams.ServiceUrl), $"/v3/conversations/{Uri.EscapeDataString(Chat)}/members/{Ana}", CancellationToken.None);

        public async ValueTask DisposeAsync()
        {
            http.Dispose();
            await teams.DisposeAsync();
        }
    }

    private sealed class Clients(FakeTeams teams) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(teams.Entra.Detour()) { Timeout = TimeSpan.FromSeconds(1) };
    }
}
