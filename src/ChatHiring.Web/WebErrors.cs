using ChatHiring.Cards;
using ChatHiring.Storage;
using ChatHiring.Web.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatHiring.Web;

/// <summary>The edge at which outages and bugs become a page: a clear sentence and the right status, never a stack trace or what was typed in a log.</summary>
internal sealed partial class WebErrors(RequestDelegate next, Wording words, ILogger<WebErrors> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (StorageUnavailableException outage) when (!context.Response.HasStarted)
        {
            LogOutage(context.TraceIdentifier, outage.Message);
            await Write(context, StatusCodes.Status503ServiceUnavailable, outage.Message);
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            await Write(context, refused.StatusCode, null);
        }
        catch (Exception bug) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            // Not the exception itself: its message may quote what somebody typed.
            LogBug(context.TraceIdentifier, bug.GetType().Name, bug.StackTrace);
            await Write(context, StatusCodes.Status500InternalServerError, null);
        }
    }

    private Task Write(HttpContext context, int status, string? sentence)
    {
        if (!ApiProblem.IsAsked(context))
            return FailedPage.Write(context, status, sentence);
        var problem = sentence is null ? ApiProblem.OfStatus(status, words) : ApiProblem.Of(status, words.Say("api.not-saved", ("why", sentence)));
        return problem.ExecuteAsync(context);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Request {Request}: {Sentence}")]
    private partial void LogOutage(string request, string sentence);

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {Request} failed: {Exception} {Stack}")]
    private partial void LogBug(string request, string exception, string? stack);
}
