using System.ComponentModel;
using System.Text.Json.Serialization;
using ChatHiring.Cards;
using ChatHiring.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ChatHiring.Web.Api;

/// <summary>Problem details (RFC 9457).</summary>
internal sealed record ApiProblem(
    [property: Description("about:blank: the status says what kind of problem it is.")] string Type,
    [property: Description("The name of the status.")] string Title,
    [property: Description("The status of the answer.")] int Status,
    [property: Description("What is wrong, as a sentence.")] string Detail,
    [property: Description("With status 422: everything that is wrong with the body, by line.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<FaultBody>? Faults = null) : IResult
{
    public static readonly IReadOnlyList<int> Statuses =
    [
        StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status413PayloadTooLarge,
        StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable,
    ];

    public static ApiProblem None { get; } = Of(StatusCodes.Status500InternalServerError, "");

    public static ApiProblem Of(int status, string sentence) => new("about:blank", ReasonPhrases.GetReasonPhrase(status), status, sentence);

    public static ApiProblem Refused(IReadOnlyList<FileFault> faults, Wording words) =>
        Of(StatusCodes.Status422UnprocessableEntity, words.Say("api.refused")) with { Faults = [.. faults.Select(fault => new FaultBody(fault.Line, fault.Reason))] };

    /// <summary>What a request of the API gets when nothing of ours answered it.</summary>
    public static ApiProblem OfStatus(int status, Wording words) => Of(status, status switch
    {
        StatusCodes.Status404NotFound => words.Say("api.not-found"),
        StatusCodes.Status405MethodNotAllowed => words.Say("api.other-method"),
        StatusCodes.Status413PayloadTooLarge => words.Say("api.too-large"),
        StatusCodes.Status415UnsupportedMediaType => words.Say("api.other-type"),
        >= StatusCodes.Status500InternalServerError => words.Say("failed.bug"),
        _ => words.Say("failed.bad-request"),
    });

    /// <summary>Whether a request is one of the API, so that it is answered in JSON and never by a page.</summary>
    public static bool IsAsked(HttpContext context) => context.Request.Path.StartsWithSegments("/api");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        return httpContext.Response.WriteAsJsonAsync(this, options: null, contentType: "application/problem+json", httpContext.RequestAborted);
    }
}

/// <summary>One thing that is wrong with a body.</summary>
internal sealed record FaultBody(
    [property: Description("The line of the body; the first is 1.")] int Line,
    [property: Description("What is wrong there and what to change, as a sentence.")] string Reason);
