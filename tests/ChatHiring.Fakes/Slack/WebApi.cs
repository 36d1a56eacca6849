using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatHiring.Fakes.Slack;

/// <summary>Answers calls to the Web API: always 200 and <c>ok</c>, but for limits and outages.</summary>
internal sealed class WebApi(FakeSlack slack, FakeFaults faults, ConcurrentQueue<SlackCall> calls, IReadOnlyList<SlackMethod> methods)
{
    private const string Page = "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Server Error | Slack</title></head><body><h1>Server Error</h1></body></html>";

    public async Task Answer(HttpContext context, CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.Headers.Date = slack.Clock.Now().ToString("R", CultureInfo.InvariantCulture);
        try
        {
            var (call, isJson, lacksCharset) = await CallReader.Read(context.Request, either.Token);
            calls.Enqueue(call);
            var fault = slack.Faults.For(call);
            call.Answered = fault is SlackFault.Refused planned ? planned.Error : fault?.GetType().Name ?? "";
            if (fault is null or SlackFault.DropAfter)
            {
                var answer = Do(call, isJson, lacksCharset);
                call.Answered = fault is null ? answer["error"]?.GetValue<string>() ?? "ok" : call.Answered;
                if (fault is null)
                    await Write(context.Response, 200, answer, either.Token);
            }

            await Spoil(context, fault, either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            context.Abort();
        }
    }

    private static async Task Spoil(HttpContext context, SlackFault? fault, CancellationToken cancel)
    {
        switch (fault)
        {
            case SlackFault.DropAfter or SlackFault.DropBefore:
                context.Abort();
                break;
            case SlackFault.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
                break;
            case SlackFault.Refused refused:
                await Write(context.Response, 200, Refused(new SlackRefusal(refused.Error)), cancel);
                break;
            case SlackFault.Limited limited:
                if (limited.RetryAfterSeconds is { } seconds)
                    context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                await Write(context.Response, 429, Refused(new SlackRefusal("ratelimited")), cancel);
                break;
            case SlackFault.Page page:
                (context.Response.StatusCode, context.Response.ContentType) = (page.Status, "text/html; charset=utf-8");
                await context.Response.WriteAsync(Page, cancel);
                break;
        }
    }

    private JsonObject Do(SlackCall call, bool isJson, bool lacksCharset)
    {
        try
        {
            var method = methods.FirstOrDefault(known => known.Name == call.Method) ?? throw Strange($"unknown method: {call.Method}", "unknown_method");
            if (Fault(method, call) is { } refusal)
                throw refusal;
            if (isJson && !method.TakesJson)
                throw Strange($"{call.Method} does not read JSON", "invalid_arguments");
            foreach (var argument in call.Arguments.Keys.Where(argument => !method.Takes(argument)))
                faults.Add($"unknown argument of {call.Method}: {argument}");
            if (method.Needed.FirstOrDefault(needed => !call.Has(needed)) is { } missing)
                throw Strange($"{call.Method} without {missing}", "invalid_arguments", $"[ERROR] missing required field: {missing}");
            return Done(method.Do(call), lacksCharset);
        }
        catch (SlackRefusal refusal)
        {
            return Refused(refusal);
        }
    }

    private SlackRefusal? Fault(SlackMethod method, SlackCall call)
    {
        var (workspace, token) = (slack.Workspace, call.Token);
        if (method.Token == SlackTokenKind.Client)
            return null;
        if (string.IsNullOrEmpty(token))
            return new SlackRefusal("not_authed");
        if (workspace.IsRevoked(token))
            return new SlackRefusal("token_revoked");
        if (token.StartsWith("xapp", StringComparison.Ordinal) != (method.Token == SlackTokenKind.App))
            return new SlackRefusal("not_allowed_token_type");
        if (token != workspace.AppToken && token != workspace.BotToken && slack.OAuth.FaultOf(token) is { } bad)
            return bad;
        return method.Scope is null || workspace.Scopes.Contains(method.Scope)
            ? null
            : new SlackRefusal("missing_scope") { Also = new Dictionary<string, string> { ["needed"] = method.Scope, ["provided"] = string.Join(',', workspace.Scopes) } };
    }

    private SlackRefusal Strange(string fault, string error, params IReadOnlyList<string> messages)
    {
        faults.Add(fault);
        return new SlackRefusal(error, messages);
    }

    private static JsonObject Done(JsonObject members, bool lacksCharset)
    {
        var answer = new JsonObject { ["ok"] = true };
        foreach (var (name, value) in members)
            answer[name] = value?.DeepClone();
        if (lacksCharset)
            (answer["warning"], answer["response_metadata"]) = ("missing_charset", new JsonObject { ["warnings"] = new JsonArray("missing_charset") });
        return answer;
    }

    private static JsonObject Refused(SlackRefusal refusal)
    {
        var answer = new JsonObject { ["ok"] = false, ["error"] = refusal.Error };
        foreach (var (name, value) in refusal.Also)
            answer[name] = value;
        if (refusal.Messages.Count == 0)
            return answer;
        answer["errors"] = new JsonArray([.. refusal.Messages.Select(message => JsonValue.Create(message.Replace("[ERROR] ", "", StringComparison.Ordinal)))]);
        answer["response_metadata"] = new JsonObject { ["messages"] = new JsonArray([.. refusal.Messages.Select(message => JsonValue.Create(message))]) };
        return answer;
    }

    private static async Task Write(HttpResponse response, int status, JsonObject body, CancellationToken cancel)
    {
        (response.StatusCode, response.ContentType) = (status, "application/json; charset=utf-8");
        await response.WriteAsync(body.ToJsonString(), cancel);
    }
}
