using System.Text;
using System.Text.Json;
using ChatHiring.Delivery;
using ChatHiring.Teams.SetUp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Teams.Inbound;

/// <summary>The one route that Teams calls. The token is judged before anything is parsed, and then against what was parsed.</summary>
internal static class TeamsEndpoints
{
    public const string Path = "/api/messages";

    /// <summary>Teams gives up after some fifteen seconds; a sender that takes this long for one activity is none.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Map(Path, (Delegate)Answer).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

    private static async Task<IResult> Answer(HttpContext context)
    {
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        if (!HttpMethods.IsPost(context.Request.Method))
            return Results.StatusCode(StatusCodes.Status405MethodNotAllowed);
        var services = context.RequestServices;
        if (context.Request.Headers.Authorization.Count > 0 && !await services.GetRequiredService<TeamsToken>().HasKeys(context.RequestAborted))
            return Noted(StatusCodes.Status503ServiceUnavailable, TeamsVerdict.NoKeys, services.GetRequiredService<TeamsHeard>());
        if (await services.GetRequiredService<TeamsToken>().Read(context) is not { } caller)
            return Unknown(context, services.GetRequiredService<TeamsHeard>());
        var (body, status) = await InboundBody.Read(context.Request.Body, context.Request.ContentLength, Longest, services.GetRequiredService<TimeProvider>(), context.RequestAborted);
        return body is null ? Results.StatusCode((int)status) : await Handle(caller, body, services, context.RequestAborted);
    }

    private static async Task<IResult> Handle(TeamsCaller caller, ReadOnlyMemory<byte> body, IServiceProvider services, CancellationToken cancel)
    {
        try
        {
            using var json = JsonDocument.Parse(body, PayloadJson.Strict);
            if (TeamsActivity.Read(json.RootElement) is not { } activity)
                return Results.StatusCode(StatusCodes.Status400BadRequest);
            if (await services.GetRequiredService<TeamsGate>().WhyNot(caller, activity, cancel) is { } refused)
                return Refused(refused, services.GetRequiredService<TeamsHeard>());
            services.GetRequiredService<TeamsHeard>().Note(TeamsVerdict.Taken);
            var reply = await services.GetRequiredService<TeamsActivities>().Handle(activity, cancel);
            return reply.Body is { } said ? Results.Text(said.ToJsonString(), "application/json", Encoding.UTF8, reply.Status) : Results.StatusCode(reply.Status);
        }
        catch (JsonException)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
    }

    private static IResult Unknown(HttpContext context, TeamsHeard heard)
    {
        if (context.Request.Headers.Authorization.Count > 0)
            heard.Note(TeamsVerdict.OtherToken);
        return Results.StatusCode(StatusCodes.Status401Unauthorized);
    }

    private static IResult Refused(int status, TeamsHeard heard) =>
        Noted(status, status == StatusCodes.Status401Unauthorized ? TeamsVerdict.OtherToken : TeamsVerdict.Elsewhere, heard);

    private static IResult Noted(int status, TeamsVerdict verdict, TeamsHeard heard)
    {
        heard.Note(verdict);
        return Results.StatusCode(status);
    }
}
