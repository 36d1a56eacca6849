using ChatHiring.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatHiring.Web;

/// <summary>The edge at which outages and bugs become a page: a clear sentence and the right status, never a stack trace or what was typed in a log.</summary>
internal sealed partial class WebErrors(RequestDelegate next, ILogger<WebErrors> log)
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
            await FailedPage.Write(context, StatusCodes.Status503ServiceUnavailable, outage.Message);
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            await FailedPage.Write(context, refused.StatusCode, null);
        }
        catch (Exception bug) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            // Not the exception itself: its message may quote what somebody typed.
            LogBug(context.TraceIdentifier, bug.GetType().Name, bug.StackTrace);
            await FailedPage.Write(context, StatusCodes.Status500InternalServerError, null);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Request {Request}: {Sentence}")]
    private partial void LogOutage(string request, string sentence);

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {Request} failed: {Exception} {Stack}")]
    private partial void LogBug(string request, string exception, string? stack);
}
