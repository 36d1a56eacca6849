using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Teams;

/// <summary>Teams calling the bot: with a token of its issuer, and again where no answer comes.</summary>
/// <param name="time">How long Teams waits goes by it.</param>
public sealed class TeamsSends(HttpClient http, FakeTeams teams, TimeProvider time)
{
    /// <summary>How long Teams waits for an answer to a message or an event.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <param name="fault">What is wrong with the token.</param>
    public Task<TeamsAck> Post(JsonObject activity, TokenFault? fault = null, string path = "/api/messages")
    {
        var serviceUrl = activity.Text("serviceUrl") ?? teams.ServiceUrl;
        return Post(activity.ToJsonString(), fault is null ? teams.Issuer.Bearer(serviceUrl) : fault.Header(teams.Issuer, serviceUrl), path, activity);
    }

    /// <summary>Any body under any header.</summary>
    public Task<TeamsAck> Post(string body, string? authorization, string path = "/api/messages") => Post(body, authorization, path, null);

    /// <summary>Somebody does something, and the device does what it is answered.</summary>
    public async Task<TeamsAck> Play(FakeDevice device, JsonObject activity)
    {
        var ack = await Post(activity);
        device.Take(activity, ack);
        return ack;
    }

    /// <summary>Delivers a message or an event, again where it is not answered in time.</summary>
    public TeamsDelivery Deliver(JsonObject activity, string path = "/api/messages") => TeamsDelivery.Begin(this, activity, path, new TeamsEnvelopes(teams, new FakeDevice(teams, "")), time);

    private async Task<TeamsAck> Post(string body, string? authorization, string path, JsonObject? activity)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        request.Headers.Add("MS-CV", "fake.1");
        if (activity is not null)
        {
            request.Headers.TryAddWithoutValidation("x-ms-conversation-id", activity["conversation"].Text("id"));
            request.Headers.Add("x-ms-tenant-id", teams.Tenant.Id);
        }

        var began = TimeProvider.System.GetTimestamp();
        using var answer = await http.SendAsync(request, CancellationToken.None).OrFail($"an answer to {path}");
        return new TeamsAck(answer.StatusCode, await answer.Content.ReadAsStringAsync(), TimeProvider.System.GetElapsedTime(began));
    }
}

/// <summary>What the bot answered.</summary>
/// <param name="Took">By the real clock: for a test that asks whether two seconds are kept.</param>
public sealed record TeamsAck(HttpStatusCode Status, string Body, TimeSpan Took)
{
    public bool IsOk => (int)Status is >= 200 and < 300;

    /// <summary>The body; null when it is empty.</summary>
    public JsonObject? Json => Body.Length == 0 ? null : JsonNode.Parse(Body)?.AsObject();
}
