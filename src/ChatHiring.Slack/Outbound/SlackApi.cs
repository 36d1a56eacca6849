using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ChatHiring.Delivery;
using ChatHiring.Slack.Forms;
using ChatHiring.Slack.Install;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatHiring.Slack.Outbound;

/// <summary>Calls Slack's Web API: form-encoded, with the bot's token, and never faster than Slack takes it.</summary>
internal sealed partial class SlackApi(HttpClient http, IOptions<SlackOptions> options, ISlackTokens tokens, SlackPace pace, SlackMoments moments, TimeProvider time, ILogger<SlackApi> log)
{
    private const int MostBytes = 4 * 1024 * 1024;
    private const int LongestDetails = 300;

    /// <summary>How long a call waits for its turn. A delivery may make several calls: it is <see cref="DeliverPosts"/> that bounds them all.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <param name="arguments">Null values are left out; nested ones are JSON already.</param>
    /// <param name="newMessageTo">The channel of a new message, which is limited by itself.</param>
    /// <param name="saysOutage">That the database does not answer is being said: it is not asked for the token.</param>
    public async Task<SlackAnswer> Call(string method, IReadOnlyDictionary<string, string?> arguments, CancellationToken cancel, string? newMessageTo = null, bool saysOutage = false)
    {
        if (((saysOutage ? tokens.Last : null) ?? await tokens.Bot(cancel)) is not { } token)
            return new SlackAnswer.NotInstalled();
        if (await InTurn(method, newMessageTo, cancel) is { } until)
            return new SlackAnswer.Limited(until);
        var answer = await Send(method, arguments, token, newMessageTo, cancel);
        if (answer is SlackAnswer.Refused refused)
            LogRefused(method, refused.Error, Cut(string.Join("; ", refused.Messages)));
        return answer is SlackAnswer.Refused { Error: "token_expired" } && await tokens.Renewed(token, cancel) is { } renewed
            ? await Send(method, arguments, renewed, newMessageTo, cancel)
            : answer;
    }

    // Slack's free text names our fields and may be as long as what was sent.
    private static string Cut(string details) => details.Length <= LongestDetails ? details : details[..LongestDetails];

    // The messages of one debrief are soon done: to put them off to the next sweep would keep people waiting for a quarter of a minute each time.
    private async Task<DateTimeOffset?> InTurn(string method, string? newMessageTo, CancellationToken cancel)
    {
        var most = time.GetUtcNow() + LongestWait;
        while (pace.Take(method, newMessageTo) is { } until)
        {
            if (until > most)
                return until;
            await Task.Delay(until - time.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero, time, cancel);
        }

        return null;
    }

    /// <summary>One call with a token of the caller's choice.</summary>
    internal async Task<SlackAnswer> Send(string method, IReadOnlyDictionary<string, string?> arguments, string token, string? newMessageTo, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Value.Api, method));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = new FormUrlEncodedContent(arguments.Where(argument => argument.Value is not null));
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancel);
            moments.Note(response.Headers.Date?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
            return await Read(method, newMessageTo, response, cancel);
        }
        catch (HttpRequestException unsent) when (unsent.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            LogLost(method, unsent.HttpRequestError.ToString());
            return new SlackAnswer.Unreached();
        }
        catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            LogLost(method, lost.GetType().Name);
            return new SlackAnswer.Silent();
        }
    }

    private async Task<SlackAnswer> Read(string method, string? newMessageTo, HttpResponseMessage response, CancellationToken cancel)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            return Limited(method, newMessageTo, response.Headers.RetryAfter);
        var body = await response.Content.ReadAsByteArrayAsync(cancel);
        if ((int)response.StatusCode >= 500 || body.Length > MostBytes)
            return new SlackAnswer.Silent();
        try
        {
            using var json = JsonDocument.Parse(body);
            // Some methods say it in an answer like any other, without a header.
            return Read(json.RootElement.Clone(), response.Headers) is var answer && answer is SlackAnswer.Refused { Error: "ratelimited" or "rate_limited" }
                ? Limited(method, newMessageTo, retryAfter: null)
                : answer;
        }
        catch (JsonException)
        {
            return new SlackAnswer.Silent();
        }
    }

    private static SlackAnswer Read(JsonElement body, HttpResponseHeaders headers)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("ok", out var ok) || ok.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            return new SlackAnswer.Silent();
        if (ok.GetBoolean())
            return new SlackAnswer.Done(body) { Scopes = headers.TryGetValues("x-oauth-scopes", out var scopes) ? SlackScopes.Read(scopes) : [] };
        return new SlackAnswer.Refused(body.Text("error") ?? "unknown_error", [.. body.Child("response_metadata").Texts("messages"), .. body.Texts("errors")]);
    }

    private SlackAnswer.Limited Limited(string method, string? newMessageTo, RetryConditionHeaderValue? retryAfter)
    {
        var now = time.GetUtcNow();
        var until = now + RetrySchedule.Bounded(retryAfter?.Delta ?? (retryAfter?.Date - now) ?? SlackPace.WithoutRetryAfter);
        pace.Close(method, newMessageTo, until);
        return new(until);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack refused {Method}: {Error} {Details}")]
    private partial void LogRefused(string method, string error, string details);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack gave no answer to {Method}: {Fault}")]
    private partial void LogLost(string method, string fault);
}

/// <summary>The bot's token, wherever it comes from.</summary>
internal interface ISlackTokens
{
    /// <returns>Null: not installed.</returns>
    Task<string?> Bot(CancellationToken cancel);

    /// <summary>What <see cref="Bot"/> gave last, without asking anybody; null before that.</summary>
    string? Last { get; }

    /// <summary>Whether a payload is of the workspace or the organisation that the bot's token is for. Of another one nothing could be answered, and nothing is told.</summary>
    Task<bool> IsFor(JsonElement payload, CancellationToken cancel);

    /// <summary>Called once after Slack said that a token has expired.</summary>
    /// <param name="expired">The token that was used.</param>
    /// <returns>Null: there is no other.</returns>
    Task<string?> Renewed(string expired, CancellationToken cancel);
}
