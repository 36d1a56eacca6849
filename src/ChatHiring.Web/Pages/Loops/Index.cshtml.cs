using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.Timeline;
using Microsoft.AspNetCore.Mvc;

namespace ChatHiring.Web.Pages.Loops;

/// <summary>"My loops": who owes what since when, what happens next, and what could not be delivered. One click reminds somebody.</summary>
internal sealed class IndexModel(ReadLoops readLoops, ReadNewLoop readNewLoop, SendNudge sendNudge, SendAgain sendAgain, Wording words) : PersonPage
{
    public IReadOnlyList<WatchedLoop> Loops { get; private set; } = [];

    public bool MaySetUp { get; private set; }

    /// <summary>What became of a nudge.</summary>
    [TempData]
    public string? Said { get; set; }

    [TempData]
    public bool WasRefused { get; set; }

    public async Task OnGetAsync(CancellationToken cancel) =>
        (Loops, MaySetUp) = (await readLoops.Run(Me, cancel), await readNewLoop.Jobs(Me, cancel) is not null);

    /// <summary>Reminds somebody of their card, and says who sent it.</summary>
    public async Task<IActionResult> OnPostNudgeAsync(Guid seat, CancellationToken cancel)
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

    /// <summary>Tries what could not be delivered once more.</summary>
    public async Task<IActionResult> OnPostAgainAsync(Guid loop, CancellationToken cancel)
    {
        if (await sendAgain.Run(Me, new LoopId(loop), cancel) is null)
            return NotFound();
        Said = words.Say("loops.trying-again");
        return Redirect("/loops");
    }
}
