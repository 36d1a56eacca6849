using ChatHiring.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Hosting;

namespace ChatHiring.Web.Pages;

/// <summary>Development only: sign in as anybody, by one press.</summary>
// A token names who opened the page, and changing person from a page of the person before is what this is for.
[IgnoreAntiforgeryToken]
internal sealed class SignInModel(ReadPeople readPeople, IHostEnvironment environment) : PageModel
{
    public IReadOnlyList<PersonLink> Everybody { get; private set; } = [];

    public string ReturnUrl { get; private set; } = "/";

    public async Task<IActionResult> OnGetAsync(string? returnUrl, CancellationToken cancel)
    {
        if (!environment.IsDevelopment())
            return NotFound();
        ReturnUrl = Local(returnUrl);
        Everybody = await readPeople.All(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid person, string? returnUrl, CancellationToken cancel)
    {
        if (!environment.IsDevelopment() || Request.IsFromElsewhere() || await readPeople.Find(new PersonId(person), cancel) is not { } found)
            return NotFound();
        const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
        await HttpContext.SignInAsync(Scheme, SignedIn.As(found, Scheme));
        return LocalRedirect(Local(returnUrl));
    }

    private string Local(string? returnUrl) => Url.IsLocalUrl(returnUrl) ? returnUrl : "/";
}
