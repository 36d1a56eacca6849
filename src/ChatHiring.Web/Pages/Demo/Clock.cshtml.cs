using ChatHiring.Demo;
using ChatHiring.Timeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Web.Pages.Demo;

/// <summary>Development only: moves the product clock on, to the next step or by a day.</summary>
// Pressed by whomever, as everything of the demo.
[IgnoreAntiforgeryToken]
internal sealed class ClockModel(FastForward fastForward, ProductClock clock) : PageModel
{
    public IActionResult OnGet() => Redirect("/demo#clock");

    public async Task<IActionResult> OnPostAsync(string? go, CancellationToken cancel)
    {
        if (HttpContext.RequestServices.GetService<ReadClock>() is null || Request.IsFromElsewhere())
            return NotFound();
        if (go == "day")
            await fastForward.To(clock.Now.AddDays(1), cancel);
        else
            await fastForward.ToNextStep(cancel);
        return Redirect("/demo#clock");
    }
}
