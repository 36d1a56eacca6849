using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ChatHiring.Delivery;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatHiring.Slack.Install;

/// <summary>Exchanges a code, or a refresh token, for tokens (<c>oauth.v2.access</c>).</summary>
internal sealed partial class SlackOAuth(HttpClient http, IOptions<SlackOptions> options, TimeProvider time, ILogger<SlackOAuth> log)
{
    /// <returns>Null: Slack did not take the code, or gave no answer.</returns>
    public Task<SlackGrant?> Exchange(string code, string redirectUri, CancellationToken cancel) =>
        Ask(new() { ["code"] = code, ["redirect_uri"] = redirectUri }, cancel);

    /// <returns>Null: Slack did not take the token, or gave no answer.</returns>
    public Task<SlackGrant?> Refresh(string refreshToken, CancellationToken cancel) =>
        Ask(new() { ["grant_type"] = "refresh_token", ["refresh_token"] = refreshToken }, cancel);

    private async Task<SlackGrant?> Ask(Dictionary<string, string> form, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Value.Api, "oauth.v2.access"));
        var pair = $"{options.Value.ClientId}:{options.Value.ClientSecret}";
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        request.Content = new FormUrlEncodedContent(form);
        try
        {
            using var response = await http.SendAsync(request, cancel);
            using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancel));
            return Read(json.RootElement);
        }
        catch (Exception lost) when (lost is JsonException or HttpRequestException || (lost is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            LogLost(lost.GetType().Name);
            return null;
        }
    }

    private SlackGrant? Read(JsonElement body)
    {
        var workspace = body.Flag("is_enterprise_install") ? body.Child("enterprise").Text("id") : body.Child("team").Text("id");
        if (!body.Flag("ok") || workspace is null || body.Text("access_token") is not { } access)
            return null;
        var seconds = body.Child("expires_in") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : (int?)null;
        return new(workspace, new(access, body.Text("refresh_token")), seconds is { } live ? time.GetUtcNow().AddSeconds(live) : null);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack gave no answer to a request for tokens: {Fault}")]
    private partial void LogLost(string fault);
}
