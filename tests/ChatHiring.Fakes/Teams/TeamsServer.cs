using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatHiring.Fakes.Teams;

/// <summary>Answers every call: routes it, asks for the token, spoils it where that is planned.</summary>
internal sealed class TeamsServer(FakeTeams teams, FakeFaults faults, ConcurrentQueue<TeamsCall> calls, IReadOnlyList<FakeRoute> routes)
{
    private const string Page = "<!DOCTYPE html>\n<html><head><title>Service unavailable</title></head><body><h2>Our services aren't available right now</h2></body></html>";

    public async Task Answer(HttpContext context, CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            var (call, route) = await TeamsReader.Read(context, routes, faults, either.Token);
            calls.Enqueue(call);
            var fault = teams.Faults.For(call);
            call.Answered = fault?.GetType().Name ?? "";
            if (fault is null or TeamsFault.DropAfter or TeamsFault.WithoutId)
            {
                var answer = Do(call, route);
                if (fault is null)
                    await Write(context.Response, answer, call, either.Token);
            }

            await Spoil(context, call, route, fault, either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            context.Abort();
        }
    }

    private static async Task Spoil(HttpContext context, TeamsCall call, FakeRoute? route, TeamsFault? fault, CancellationToken cancel)
    {
        switch (fault)
        {
            case TeamsFault.DropAfter or TeamsFault.DropBefore:
                context.Abort();
                break;
            case TeamsFault.WithoutId:
                await Write(context.Response, new FakeAnswer(201, new JsonObject()), call, cancel);
                break;
            case TeamsFault.LimitedUntil until:
                context.Response.Headers.RetryAfter = until.RetryAfter;
                await Write(context.Response, Refused(call, new TeamsRefusal(429, "Throttled", "Too many requests.")), call, cancel);
                break;
            case TeamsFault.Redirected redirected:
                (context.Response.StatusCode, context.Response.Headers.Location) = (307, redirected.To);
                break;
            case TeamsFault.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
                break;
            case TeamsFault.Refused planned:
                await Write(context.Response, Refused(call, route?.IsEntra == true ? TeamsRefusal.OfEntra(planned.Status, planned.Code, planned.Says) : new TeamsRefusal(planned.Status, planned.Code, planned.Says)), call, cancel);
                break;
            case TeamsFault.WritesBlocked:
                await Write(context.Response, Refused(call, TeamsRefusal.WritesBlocked()), call, cancel);
                break;
            case TeamsFault.Limited limited:
                if (limited.RetryAfterSeconds is { } seconds)
                    context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                await Write(context.Response, Refused(call, new TeamsRefusal(429, "Throttled", "Too many requests.")), call, cancel);
                break;
            case TeamsFault.Page page:
                (context.Response.StatusCode, context.Response.ContentType) = (page.Status, "text/html; charset=utf-8");
                await context.Response.WriteAsync(Page, cancel);
                break;
        }
    }

    private FakeAnswer Do(TeamsCall call, FakeRoute? route)
    {
        try
        {
            if (route is null)
                throw Strange($"unknown path: {call.Method} {call.Path}", 404, "NotFound");
            foreach (var name in call.Query.Keys.Where(name => !route.Query.Contains(name)))
                faults.Add($"unknown query of {route.Operation}: {name}");
            if (route.IsConnector)
                Admit(call);
            call.Answered = "";
            return route.Do(call);
        }
        catch (TeamsRefusal refusal)
        {
            return Refused(call, refusal);
        }
        catch (Exception broken)
        {
            // What the fake cannot read the caller should not have sent, and a test has to hear of it.
            faults.Add($"{call.Operation}: the fake broke: {broken}");
            throw;
        }
    }

    private void Admit(TeamsCall call)
    {
        if (!teams.AsksForTokens)
        {
            if (call.Token is not null)
                faults.Add($"{call.Operation}: a token where none is asked for");
        }
        else if (teams.Entra.FaultOf(call.Token) is { } bad)
        {
            if (call.Token is null)
                faults.Add($"{call.Operation}: no token");
            throw new TeamsRefusal(401, "Unauthorized", bad, new JsonObject { ["message"] = "Authorization has been denied for this request." });
        }

        if (!teams.Bases.Contains(call.Base))
            throw Strange($"unknown path: {call.Method} {call.Path}", 404, "NotFound");
    }

    private TeamsRefusal Strange(string fault, int status, string code)
    {
        faults.Add(fault);
        return new TeamsRefusal(status, code, fault);
    }

    private static FakeAnswer Refused(TeamsCall call, TeamsRefusal refusal)
    {
        call.Answered = $"{refusal.Status} {refusal.Code}";
        return new FakeAnswer(refusal.Status, refusal.Body);
    }

    private static async Task Write(HttpResponse response, FakeAnswer answer, TeamsCall call, CancellationToken cancel)
    {
        if (call.Answered.Length == 0)
            call.Answered = answer.Status.ToString(CultureInfo.InvariantCulture);
        response.StatusCode = answer.Status;
        if (answer.Body is null)
            return;
        response.ContentType = "application/json; charset=utf-8";
        await response.WriteAsync(answer.Body.ToJsonString(), cancel);
    }
}
