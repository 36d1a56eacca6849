using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>Slack as far as somebody asks it whether the app is set up: the token, one page of channels, and one message.</summary>
internal sealed class SetUpSlack : HttpMessageHandler
{
    public const string WholeScopes = "chat:write,commands,im:write,im:history,users:read,users:read.email,dnd:read,channels:read,groups:read";

    /// <summary>The answer to auth.test; null: none comes.</summary>
    public string? Us { get; set; } = """{"ok":true,"team":"Example Inc","team_id":"T1","user":"chathiring","user_id":"U0BOT","bot_id":"B1"}""";

    public string? Scopes { get; set; } = WholeScopes;

    public string Channel { get; set; } = """{"id":"C1","name":"hiring-backend","is_private":true,"is_member":true,"is_archived":false,"is_ext_shared":false}""";

    /// <summary>The address that nobody here has.</summary>
    public string? NotHere { get; set; }

    /// <summary>Every new message, by where it went.</summary>
    public ConcurrentQueue<(string To, string Text, string Blocks)> Messages { get; } = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var form = QueryHelpers.ParseQuery(await request.Content!.ReadAsStringAsync(cancellationToken));
        var body = Answer(request.RequestUri?.Segments[^1] ?? "", field => form[field].ToString());
        // As a client that has waited as long as it would.
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body ?? throw new TaskCanceledException("No answer."), Encoding.UTF8, "application/json") };
        if (Scopes is { } scopes)
            answer.Headers.Add("x-oauth-scopes", scopes);
        return answer;
    }

    /// <summary>The body of an answer; null: none comes.</summary>
    public string? Answer(string method, Func<string, string> field)
    {
        switch (method)
        {
            case "auth.test":
                return Us;
            case "conversations.list":
                return $$"""{"ok":true,"channels":[{{Channel}}]}""";
            case "users.lookupByEmail" when field("email") == NotHere:
                return """{"ok":false,"error":"users_not_found"}""";
            case "users.lookupByEmail":
                return $$$"""{"ok":true,"user":{"id":"U{{{field("email").Split('@')[0].ToUpperInvariant()}}}","deleted":false,"is_bot":false}}""";
            case "chat.postMessage":
                Messages.Enqueue((field("channel"), field("text"), field("blocks")));
                return """{"ok":true,"channel":"D1","ts":"1.1"}""";
            default:
                return """{"ok":false,"error":"service_unavailable"}""";
        }
    }
}
