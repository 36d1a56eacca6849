using ChatHiring.Debriefs;
using ChatHiring.Loops;
using Microsoft.AspNetCore.Mvc;

namespace ChatHiring.Web.Pages.Debriefs;

/// <summary>The whole debrief: evidence before any number. While the loop is sealed, a count and why.</summary>
internal sealed class DebriefModel(ReadDebrief readDebrief) : PersonPage
{
    public ReadDebrief.Outcome.Sealed? Sealed { get; private set; }

    public LoopId Loop { get; private set; }

    public ReadDebrief.Outcome.Open? Open { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid loop, CancellationToken cancel)
    {
        var outcome = await readDebrief.Run(Me, Loop = new LoopId(loop), cancel);
        (Sealed, Open) = (outcome as ReadDebrief.Outcome.Sealed, outcome as ReadDebrief.Outcome.Open);
        return outcome is ReadDebrief.Outcome.NotFound ? NotFound() : Page();
    }
}
