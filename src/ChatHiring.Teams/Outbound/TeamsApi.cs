using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatHiring.Delivery;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatHiring.Teams.Outbound;

/// <summary>Calls the connector: with the bot's token, at hosts that may get it, and never faster than it takes.</summary>
internal sealed partial class TeamsApi(HttpClient http, IOptions<TeamsOptions> options, TeamsTokens tokens, TeamsPace pace, TimeProvider time, ILogger<TeamsApi> log)
{
    private const int MostBytes = 4 * 1024 * 1024;

    /// <summary>How long a call waits for its turn.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    public Task<TeamsAnswer> Get(Uri service, string path, CancellationToken cancel) => Call(HttpMethod.Get, service, path, null, null, cancel);

    /// <param name="thread">The conversation that is written to.</param>
    public Task<TeamsAnswer> Post(Uri service, string path, JsonObject body, string? thread, CancellationToken cancel) => Call(HttpMethod.Post, service, path, body, thread, cancel);

    public Task<TeamsAnswer> Put(Uri service, string path, JsonObject body, string? thread, CancellationToken cancel) => Call(HttpMethod.Put, service, path, body, thread, cancel);

    public Task<TeamsAnswer> Delete(Uri service, string path, string? thread, CancellationToken cancel) => Call(HttpMethod.Delete, service, path, null, thread, cancel);

    private async Task<TeamsAnswer> Call(HttpMethod method, Uri service, string path, JsonObject? body, string? thread, CancellationToken cancel)
    {
        if (!options.Value.MayCall(service))
            return new TeamsAnswer.Refused(0, "UnknownServiceHost");
        var limit = thread ?? Operation(path);
        if (await InTurn(thread, limit, cancel) is { } until)
            return new TeamsAnswer.Limited(until);
        var (answer, token) = await SendWithToken(method, service, path, body, limit, isFresh: false, cancel);
        // Without a word of its own it is the token that was refused: one that was revoked is kept until it runs out.
        if (answer is TeamsAnswer.Refused { Status: 401, Code: "" } && token is not null)
            (answer, token) = await SendWithToken(method, service, path, body, limit, isFresh: true, cancel);
        if (answer is TeamsAnswer.Refused refused)
            LogRefused(method.Method, refused.Status, refused.Code);
        return answer is TeamsAnswer.Refused { Status: 403, Code: "InvalidBotApiHost" } && service.Host != TeamsCloud.Gcc.Host && !service.IsLoopback
            ? await Send(method, TeamsCloud.Gcc, path, body, token, limit, cancel)
            : answer;
    }

    private async Task<(TeamsAnswer Answer, string? Token)> SendWithToken(HttpMethod method, Uri service, string path, JsonObject? body, string limit, bool isFresh, CancellationToken cancel)
    {
        var (token, whyNot) = await tokens.Bot(cancel, isFresh);
        if (whyNot is null)
            return (await Send(method, service, path, body, token, limit, cancel), token);
        LogNoToken(whyNot is TeamsAnswer.NoToken refused ? refused.Error : whyNot.GetType().Name);
        return (whyNot, null);
    }

    private async Task<DateTimeOffset?> InTurn(string? thread, string limit, CancellationToken cancel)
    {
        var most = time.GetUtcNow() + LongestWait;
        while (pace.Take(thread, limit) is { } until)
        {
            if (until > most)
                return until;
            await Task.Delay(until - time.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero, time, cancel);
        }

        return null;
    }

    private async Task<TeamsAnswer> Send(HttpMethod method, Uri service, string path, JsonObject? body, string? token, string limit, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, new Uri(service.AbsoluteUri.TrimEnd('/') + path));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancel);
            return await Read(response, limit, cancel);
        }
        catch (HttpRequestException unsent) when (unsent.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            LogLost(method.Method, unsent.HttpRequestError.ToString());
            return new TeamsAnswer.Unreached();
        }
        catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            LogLost(method.Method, lost.GetType().Name);
            return new TeamsAnswer.Silent();
        }
    }

    private async Task<TeamsAnswer> Read(HttpResponseMessage response, string limit, CancellationToken cancel)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            return new TeamsAnswer.Limited(pace.Close(limit, response.Headers.RetryAfter is { } after ? after.Delta ?? (after.Date - time.GetUtcNow()) : null));
        pace.Opened(limit);
        var bytes = await response.Content.ReadAsByteArrayAsync(cancel);
        var body = Parsed(bytes);
        if (!response.IsSuccessStatusCode)
            return new TeamsAnswer.Refused((int)response.StatusCode, CodeOf(body));
        return bytes.Length == 0 || body.ValueKind != JsonValueKind.Undefined ? new TeamsAnswer.Done(body) : new TeamsAnswer.Silent();
    }

    // Every second step of a path is an id: /v3/teams/{id}/conversations.
    private static string Operation(string path) => string.Join('/', path.Split('?')[0].Split('/').Where((_, step) => step == 1 || step % 2 == 0));

    private static JsonElement Parsed(byte[] bytes)
    {
        if (bytes.Length is 0 or > MostBytes)
            return default;
        try
        {
            using var json = JsonDocument.Parse(bytes);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }

    // Two shapes are documented: an error with its code, and a number with JSON inside a text, of which the inner word counts.
    private static string CodeOf(JsonElement body)
    {
        if (body.Child("error").Text("code") is { } code)
            return code;
        return body.Text("message") is { } inner && Parsed(Encoding.UTF8.GetBytes(inner)).Text("subCode") is { } word ? word : "";
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Teams refused a {Method}: {Status} {Code}")]
    private partial void LogRefused(string method, int status, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "Entra gives no token: {Error}")]
    private partial void LogNoToken(string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Teams gave no answer to a {Method}: {Fault}")]
    private partial void LogLost(string method, string fault);
}
