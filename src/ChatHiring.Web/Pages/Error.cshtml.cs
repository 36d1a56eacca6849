using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChatHiring.Web.Pages;

/// <summary>A status without a page of its own, in plain words. Reached by re-execution, whatever the method was.</summary>
[IgnoreAntiforgeryToken]
internal sealed class ErrorModel : PageModel
{
    public int Code { get; private set; }

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code) => Code = Response.StatusCode = code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;
}
