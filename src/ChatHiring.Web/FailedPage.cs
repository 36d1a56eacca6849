using ChatHiring.Cards;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Web;

/// <summary>The page of a request that failed. Asks no database and no sign-in, and hands back everything that was typed.</summary>
internal static class FailedPage
{
    /// <summary>Writes the page; the script that saves gets the status alone.</summary>
    /// <param name="sentence">What is out of order, fit to be shown; null when nothing is known that helps.</param>
    public static async Task Write(HttpContext context, int status, string? sentence)
    {
        var words = context.RequestServices.GetRequiredService<Wording>();
        var form = await FormOf(context.Request);
        var failure = new Failure(status, Say(words, status, form is not null, sentence), context.Request.GetEncodedPathAndQuery(), form);
        await For(context.Request, failure).ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));
    }

    internal static IActionResult For(HttpRequest request, Failure failure) =>
        request.IsAutosave() ? Autosaved.Failed(failure.Status) : new PartialViewResult
        {
            ViewName = "/Pages/_Failed.cshtml",
            ViewData = new ViewDataDictionary<Failure>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = failure },
            StatusCode = failure.Status,
        };

    /// <summary>Null: nothing was posted, or it cannot be read.</summary>
    internal static async Task<IFormCollection?> FormOf(HttpRequest request)
    {
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException)
        {
            return null;
        }
    }

    private static string Say(Wording words, int status, bool posted, string? sentence) => status switch
    {
        StatusCodes.Status400BadRequest => words.Say("failed.bad-request"),
        StatusCodes.Status401Unauthorized => words.Say("failed.signed-out"),
        StatusCodes.Status413PayloadTooLarge => words.Say("failed.too-large"),
        StatusCodes.Status503ServiceUnavailable when posted => words.Say("failed.not-saved", ("why", sentence ?? "")),
        StatusCodes.Status503ServiceUnavailable => words.Say("failed.not-shown", ("why", sentence ?? "")),
        _ when posted => words.Say("failed.bug-posted"),
        _ => words.Say("failed.bug"),
    };
}

/// <summary>What failed, and what was posted with it.</summary>
/// <param name="Url">Path and query, encoded.</param>
internal sealed record Failure(int Status, string Sentence, string Url, IFormCollection? Form)
{
    public IReadOnlyList<PostedText> Texts => Form is null ? [] : ScoreFormReader.Texts(Form);

    /// <summary>Sending the same again may help: every change is safe to repeat.</summary>
    public bool MayTryAgain => Form is not null
        && Status is StatusCodes.Status401Unauthorized or StatusCodes.Status500InternalServerError or StatusCodes.Status503ServiceUnavailable;

    /// <summary>Every field that is no text, to be sent again as it is.</summary>
    public IEnumerable<(string Name, string Value)> Hidden =>
        from posted in Form ?? FormCollection.Empty
        where !posted.Key.StartsWith(ScoreFormReader.Evidence, StringComparison.Ordinal)
        from value in posted.Value
        select (posted.Key, value ?? "");
}
