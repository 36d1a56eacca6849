using ChatHiring.Cards;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ChatHiring.Web;

/// <summary>A form that was opened as somebody else, or that no page of ours sent: refused, and what was typed is handed back.</summary>
internal sealed class OutdatedForm(Wording words) : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context is not { Result: IAntiforgeryValidationFailedResult })
        {
            await next();
            return;
        }

        var request = context.HttpContext.Request;
        await FailedPage.For(request, await FailureOf(request)).ExecuteResultAsync(context);
        context.Cancel = true;
    }

    // The token is read from the form, so a form that is too large fails here first.
    private async Task<Failure> FailureOf(HttpRequest request)
    {
        var url = request.GetEncodedPathAndQuery();
        var form = await FailedPage.FormOf(request);
        return form is null && request.HasFormContentType
            ? new Failure(StatusCodes.Status413PayloadTooLarge, words.Say("failed.too-large"), url, null)
            : new Failure(StatusCodes.Status400BadRequest, words.Say("failed.outdated"), url, form);
    }
}
