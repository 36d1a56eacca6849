using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ChatHiring.Fakes.Teams;
using Microsoft.Extensions.Time.Testing;

namespace ChatHiring.Platforms.Tests.Teams.Fakes;

/// <summary>A fake Teams with some people and a team, and somebody who calls it by hand.</summary>
internal sealed class TeamsCaller(FakeTeams teams, FakeTimeProvider time) : IAsyncDisposable
{
    public const string Ana = "0a000000-0000-0000-0000-000000000001";
    public const string Bo = "0b000000-0000-0000-0000-000000000002";
    public const string Gus = "0c000000-0000-0000-0000-000000000003";
    public const string Nia = "0d000000-0000-0000-0000-000000000004";
    public const string Team = "19:team@thread.tacv2";
    public const string Private = "19:private@thread.tacv2";
    public const string Shared = "19:shared@thread.tacv2";

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly string _token = teams.Entra.NewToken();

    public FakeTeams Teams => teams;

    public FakeTimeProvider Time => time;

    public static string Tenant => new FakeTenant().Id;

    public static FakeTenant NewTenant()
    {
        var tenant = new FakeTenant();
        tenant.Add(
            new FakePerson(Ana, "Ana Lima", "ana@example.com"), new FakePerson(Bo, "Bo Berg", "bo@example.com"),
            new FakePerson(Gus, "Gus Guest", "gus@partner.example") { Tenant = "7e000000-0000-0000-0000-000000000009", Role = "guest", Upn = "gus_partner.example#EXT#@example.com" },
            new FakePerson(Nia, "Nia New", "nia@example.com") { IsInstalled = false });
        tenant.Add(new FakeTeam(Team, "Hiring") { Members = [Ana, Bo, Gus] }.With(
            new FakeTeamsChannel(Private, "panel", "private") { Members = [Ana] }, new FakeTeamsChannel(Shared, "partners", "shared") { HasBot = false }));
        return tenant;
    }

    public static async Task<TeamsCaller> Start()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 6, 2, 9, 0, 0, TimeSpan.Zero));
        return new TeamsCaller(await FakeTeams.Start(time, NewTenant()), time);
    }

    /// <param name="path">After <c>v3/</c>, with ids as they are to be sent.</param>
    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, JsonNode? body = null, string? token = "", CancellationToken cancel = default)
    {
        using var request = new HttpRequestMessage(method, $"{teams.ServiceUrl}v3/{path}");
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Length == 0 ? _token : token);
        return await _http.SendAsync(request, cancel);
    }

    /// <returns>The status, with the code of the error where there is one, and the body.</returns>
    public async Task<(string Status, JsonNode? Body)> Call(HttpMethod method, string path, JsonNode? body = null, string? token = "")
    {
        using var answer = await Send(method, path, body, token);
        var text = await answer.Content.ReadAsStringAsync();
        var said = text.Length == 0 ? null : JsonNode.Parse(text);
        var code = (said as JsonObject)?["error"]?["code"]?.GetValue<string>() ?? (said as JsonObject)?["errorCode"]?.ToString();
        return ($"{(int)answer.StatusCode}{(code is null ? "" : " ")}{code}", said);
    }

    public Task<(string Status, JsonNode? Body)> Post(string path, JsonNode body) => Call(HttpMethod.Post, path, body);

    public Task<(string Status, JsonNode? Body)> Get(string path) => Call(HttpMethod.Get, path);

    /// <summary>Somebody's chat, made as the product makes it.</summary>
    public async Task<string> Chat(string aad) => (await Post("conversations", NewChat(aad))).Body!["id"]!.GetValue<string>();

    /// <summary>A card of the bot in Ana's chat.</summary>
    public async Task<TeamsMessage> Show(JsonObject card)
    {
        Assert.Equal("201", (await Post(Activities(teams.Tenant.Person(Ana).ChatId), CardKit.Posted(card))).Status);
        return teams.Messages.All[^1];
    }

    public static JsonObject NewChat(string member) => new() { ["isGroup"] = false, ["members"] = new JsonArray(new JsonObject { ["id"] = member }), ["tenantId"] = Tenant };

    public static JsonObject NewThread(string channel, JsonNode? activity) => new()
    {
        ["isGroup"] = true,
        ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = channel } },
        ["tenantId"] = Tenant,
        ["activity"] = activity,
    };

    public static JsonObject Said(string text) => new() { ["type"] = "message", ["text"] = text };

    public static string Activities(string conversation) => $"conversations/{Uri.EscapeDataString(conversation)}/activities";

    public static string Activity(string conversation, string id) => $"{Activities(conversation)}/{Uri.EscapeDataString(id)}";

    public static bool IsOk(HttpStatusCode status) => (int)status is >= 200 and < 300;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await teams.DisposeAsync();
    }
}
