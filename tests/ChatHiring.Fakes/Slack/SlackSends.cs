using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Slack;

/// <summary>Slack calling the app: signed, in Slack's encodings, with Slack's retries.</summary>
/// <param name="time">What the app takes for now; retries and the three seconds go by it too.</param>
/// <param name="clock">By which what people press and send is signed; the app's when left out.</param>
public sealed class SlackSends(HttpClient http, string secret, TimeProvider time, SlackClock? clock = null)
{
    /// <summary>How long Slack waits for an acknowledgement.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>Delivers an event, again where it is not acknowledged.</summary>
    public SlackDelivery Event(JsonObject body, string path = "/slack/events") => SlackDelivery.Begin(this, body, path, time);

    /// <summary>What somebody pressed, sent or closed. Every slash is escaped and every space a plus, as Slack writes it.</summary>
    /// <param name="sentAt">Long ago, for one that was slow on its way; now when left out.</param>
    public async Task<SlackAck> Interaction(JsonObject payload, string path = "/slack/interactivity", DateTimeOffset? sentAt = null)
    {
        var json = payload.ToJsonString().Replace("/", "\\/", StringComparison.Ordinal);
        var body = await Encoded(new() { ["payload"] = json });
        var at = (sentAt ?? clock?.Now() ?? time.GetUtcNow()).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return await Send(path, body, Form, at, Signature(secret, at, body), null);
    }

    public async Task<SlackAck> Command(Dictionary<string, string> fields, string path = "/slack/commands") => await Post(path, await Encoded(fields), Form);

    /// <summary>Any body, signed.</summary>
    /// <param name="secondsAside">How far the timestamp is from now.</param>
    public Task<SlackAck> Post(string path, string body, string type, IReadOnlyDictionary<string, string>? headers = null, string? otherSecret = null, int secondsAside = 0)
    {
        var at = time.GetUtcNow().AddSeconds(secondsAside).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return Send(path, body, type, at, Signature(otherSecret ?? secret, at, body), headers);
    }

    /// <summary>The signature of a body at an instant (Unix seconds).</summary>
    public static string Signature(string secret, string at, string body) =>
        "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{at}:{body}")));

    private async Task<SlackAck> Send(string path, string body, string type, string at, string signature, IReadOnlyDictionary<string, string>? headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Add("X-Slack-Request-Timestamp", at);
        request.Headers.Add("X-Slack-Signature", signature);
        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
            request.Headers.Add(name, value);
        var began = TimeProvider.System.GetTimestamp();
        using var answer = await http.SendAsync(request, CancellationToken.None).OrFail($"an answer to {path}");
        var said = await answer.Content.ReadAsStringAsync();
        var wantsNoMore = answer.Headers.TryGetValues("x-slack-no-retry", out var no) && no.Contains("1");
        return new SlackAck(answer.StatusCode, said, TimeProvider.System.GetElapsedTime(began), wantsNoMore) { IsJson = answer.Content.Headers.ContentType?.MediaType == "application/json" };
    }

    private static async Task<string> Encoded(Dictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await content.ReadAsStringAsync();
    }
}

/// <summary>What the app answered.</summary>
/// <param name="Took">By the real clock: for a test that asks whether the three seconds are kept.</param>
public sealed record SlackAck(HttpStatusCode Status, string Body, TimeSpan Took, bool WantsNoRetry)
{
    public bool IsOk => (int)Status is >= 200 and < 300;

    public bool IsJson { get; init; }

    /// <summary>The body; null when it is empty.</summary>
    public JsonObject? Json => Body.Length == 0 ? null : JsonNode.Parse(Body)?.AsObject();
}
