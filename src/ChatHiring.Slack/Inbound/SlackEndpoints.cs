using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatHiring.Delivery;
using ChatHiring.Slack.Forms;
using ChatHiring.Slack.SetUp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace ChatHiring.Slack.Inbound;

/// <summary>The routes that Slack calls. The signature is judged on the raw bytes before anything is parsed.</summary>
internal static class SlackEndpoints
{
    /// <summary>Slack waits three seconds for its answer: a body that is still on its way by then is nobody's.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    private delegate Task<IResult> Handle(byte[] body, HttpContext context);

    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, "/slack/events", Events);
        Map(routes, "/slack/interactivity", Interactivity);
        Map(routes, "/slack/commands", Commands);
        Map(routes, "/slack/options", Options);
    }

    private static void Map(IEndpointRouteBuilder routes, string path, Handle handle) => routes.MapPost(path, async (HttpContext context) =>
    {
        // Slack reads no pages: a status is answer enough.
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        var services = context.RequestServices;
        var time = services.GetRequiredService<TimeProvider>();
        var (body, status) = await InboundBody.Read(context.Request.Body, context.Request.ContentLength, Longest, time, context.RequestAborted);
        if (body is null)
            return Results.StatusCode((int)status);
        if (IsSslCheck(path, body))
            return Results.Ok();
        return IsGenuine(context.Request, body, services, time)
            ? await Answer(handle, body, context)
            : Results.StatusCode(StatusCodes.Status401Unauthorized);
    }).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

    private static bool IsGenuine(HttpRequest request, byte[] body, IServiceProvider services, TimeProvider time)
    {
        if (services.GetRequiredService<IOptions<SlackOptions>>().Value.SigningSecret is not { Length: > 0 } secret)
            return false;
        var verdict = SlackSignature.Judge(secret, Single(request, SlackSignature.TimestampHeader), Single(request, SlackSignature.SignatureHeader), body, time.GetUtcNow());
        // What we ask ourselves says nothing of Slack.
        if (!request.Headers.ContainsKey(SlackKnock.Header))
            services.GetRequiredService<SlackHeard>().Note(verdict);
        return verdict == SlackVerdict.Genuine;
    }

    private static string? Single(HttpRequest request, string header) => request.Headers[header] is [{ } one] ? one : null;

    private static async Task<IResult> Answer(Handle handle, byte[] body, HttpContext context)
    {
        try
        {
            return await handle(body, context);
        }
        catch (JsonException)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
        catch (InvalidDataException)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
    }

    // Slack asks it unsigned of an address that is distributed; nothing else of such a request is read.
    private static bool IsSslCheck(string path, byte[] body) =>
        path == "/slack/commands" && body.Length < 512 && Form(body).TryGetValue("ssl_check", out var asked) && asked == "1";

    private static async Task<IResult> Events(byte[] body, HttpContext context)
    {
        using var json = JsonDocument.Parse(body, PayloadJson.Strict);
        return json.RootElement.Text("type") == "url_verification"
            ? Results.Text(json.RootElement.Text("challenge") ?? "")
            : Result(await context.RequestServices.GetRequiredService<SlackEvents>().Handle(json.RootElement, context.RequestAborted));
    }

    private static async Task<IResult> Interactivity(byte[] body, HttpContext context)
    {
        using var json = JsonDocument.Parse(Form(body).GetValueOrDefault("payload").ToString(), PayloadJson.Strict);
        return Result(await context.RequestServices.GetRequiredService<SlackInteractions>().Handle(json.RootElement, SlackMoments.OfRequest(Single(context.Request, SlackSignature.TimestampHeader)), context.RequestAborted));
    }

    private static async Task<IResult> Commands(byte[] body, HttpContext context)
    {
        var fields = new JsonObject(Form(body).Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value.ToString())));
        using var json = JsonDocument.Parse(fields.ToJsonString());
        return Result(await context.RequestServices.GetRequiredService<SlackCommands>().Handle(json.RootElement, context.RequestAborted));
    }

    // No card of ours asks Slack for options: an old one that did gets none.
    private static Task<IResult> Options(byte[] body, HttpContext context) =>
        Task.FromResult(Result(new SlackReply(new JsonObject { ["options"] = new JsonArray() })));

    private static Dictionary<string, StringValues> Form(byte[] body) => QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body));

    // An empty body closes a form; any other text would leave it open with an error.
    private static IResult Result(SlackReply? reply) =>
        reply is null ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : reply.Body is { } body ? Results.Text(body.ToJsonString(), "application/json", Encoding.UTF8) : Results.Ok();
}
