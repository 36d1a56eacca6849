using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChatHiring.Web.Pages;

/// <summary>Signs out, from a page of whomever.</summary>
[IgnoreAntiforgeryToken]
internal sealed class SignOutModel : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        if (Request.IsFromElsewhere())
            return NotFound();
        await HttpContext.SignOutAsync();
        return Redirect("/sign-in");
    }
}
