using ChatHiring.Cards;
using ChatHiring.Loops;
using ChatHiring.Timeline;
using Microsoft.AspNetCore.Mvc;

namespace ChatHiring.Web.Pages.Loops;

/// <summary>One click reminds somebody of their card, and says who sent it.</summary>
internal sealed class NudgeModel(SendNudge sendNudge, Wording words) : PersonPage
{
    [TempData]
    public string? Said { get; set; }

    [TempData]
    public bool WasRefused { get; set; }

    public IActionResult OnGet() => Redirect("/loops");

    public async Task<IActionResult> OnPostAsync(Guid seat, CancellationToken cancel)
    {
        var outcome = await sendNudge.Run(new SendNudge.Command(Me, new SeatId(seat)), cancel);
        if (outcome is SendNudge.Outcome.NotFound)
            return NotFound();
        WasRefused = outcome is SendNudge.Outcome.Refused;
        Said = outcome switch
        {
            SendNudge.Outcome.Refused refused => words.Say(refused.Why, refused.Name),
            SendNudge.Outcome.Sent sent => words.Say("nudge.sent", ("name", sent.Name)),
            _ => null,
        };
        return Redirect("/loops");
    }
}
