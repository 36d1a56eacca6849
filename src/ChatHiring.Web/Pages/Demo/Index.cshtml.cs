using ChatHiring.Demo;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Web.Pages.Demo;

/// <summary>Development only: three steps from nothing to a debrief, and a whole loop for whoever wants more.</summary>
// Opened by whomever and pressed after a change of person, as the sign-in is.
[IgnoreAntiforgeryToken]
internal sealed class IndexModel : PageModel
{
    public DemoView? Demo { get; private set; }

    public ClockView? Clock { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Clock = HttpContext.RequestServices.GetService<ReadClock>() is { } readClock ? await readClock.Run(cancel) : null;
        Demo = HttpContext.RequestServices.GetService<ReadDemo>() is { } readDemo ? await readDemo.Run(cancel) : null;
        return Demo is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        HttpContext.RequestServices.GetService<AddWholeLoop>() is { } addWholeLoop && !Request.IsFromElsewhere() && await addWholeLoop.Run(cancel)
            ? Redirect("/demo#whole-loop")
            : NotFound();
}
