using ChatHiring.Debriefs;
using ChatHiring.Loops;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace ChatHiring.Web.Pages.Loops;

/// <summary>"Open without Ana's card": the reason first, then a second look, then it is open.</summary>
internal sealed class GoAheadModel(ReadGoAhead readGoAhead, GiveGoAhead giveGoAhead) : PersonPage
{
    public GoAheadView? View { get; private set; }

    public GoAheadRefusal? Refusal { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>The reason is given; one more press opens it.</summary>
    public bool IsToConfirm { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid loop, CancellationToken cancel)
    {
        View = await readGoAhead.Run(Me, new LoopId(loop), cancel);
        Refusal = View?.WhyNot;
        return View is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid loop, Guid[] missing, string? reason, string? go, CancellationToken cancel)
    {
        Reason = reason;
        if (go != "open")
            return await Look(loop, go == "look", cancel);
        var outcome = await giveGoAhead.Run(new GiveGoAhead.Command(Me, new LoopId(loop), [.. missing.Select(seat => new SeatId(seat))], reason), cancel);
        return outcome switch
        {
            GiveGoAhead.Outcome.Opened => Redirect($"/loops/{loop}/debrief"),
            GiveGoAhead.Outcome.Refused refused => await Refuse(loop, refused.Why, cancel),
            _ => NotFound(),
        };
    }

    private async Task<IActionResult> Look(Guid loop, bool goesOn, CancellationToken cancel)
    {
        View = await readGoAhead.Run(Me, new LoopId(loop), cancel);
        Refusal = View?.WhyNot ?? (goesOn ? GiveGoAhead.ReasonFault(Reason) : null);
        IsToConfirm = goesOn && Refusal is null;
        return Show(Refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IActionResult> Refuse(Guid loop, GoAheadRefusal why, CancellationToken cancel)
    {
        View = await readGoAhead.Run(Me, new LoopId(loop), cancel);
        Refusal = why;
        return Show(why switch
        {
            GoAheadRefusal.NotYours => StatusCodes.Status403Forbidden,
            GoAheadRefusal.NoReason or GoAheadRefusal.LongReason => StatusCodes.Status422UnprocessableEntity,
            _ => StatusCodes.Status409Conflict,
        });
    }

    private IActionResult Show(int status)
    {
        if (View is null)
            return NotFound();
        Response.StatusCode = status;
        return Page();
    }
}
