using ChatHiring.Cards;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Scorecards;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace ChatHiring.Web.Pages.Cards;

/// <summary>"I can't make it", with a reason or without, and "I can make it after all".</summary>
internal sealed class CantMakeItModel(ReadScoreForm readForm, DeclineSeat declineSeat, TakeSeatAgain takeSeatAgain, Wording words) : PersonPage
{
    public ScoreForm? Card { get; private set; }

    public string? Refusal { get; private set; }

    public string? Reason { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid seat, CancellationToken cancel)
    {
        Card = await readForm.Run(Me, new SeatId(seat), cancel);
        return Card switch
        {
            null => NotFound(),
            { CantMakeIt.MaySay: false } => Redirect($"/cards/{seat}"),
            _ => Page(),
        };
    }

    public async Task<IActionResult> OnPostAsync(Guid seat, CancellationToken cancel)
    {
        // Not a parameter: what is bound to one can be logged.
        Reason = Request.Form["reason"];
        return await declineSeat.Run(new(Me, new SeatId(seat), Reason), cancel) switch
        {
            DeclineSeat.Outcome.Said => Redirect($"/cards/{seat}"),
            DeclineSeat.Outcome.Refused refused => await Refuse(seat, refused.Why, refused.ZoneId, cancel),
            _ => NotFound(),
        };
    }

    public async Task<IActionResult> OnPostReturnAsync(Guid seat, CancellationToken cancel) =>
        await takeSeatAgain.Run(new(Me, new SeatId(seat)), cancel) switch
        {
            TakeSeatAgain.Outcome.Taken => Redirect($"/cards/{seat}"),
            TakeSeatAgain.Outcome.Refused refused => await Refuse(seat, refused.Why, refused.ZoneId, cancel),
            _ => NotFound(),
        };

    private async Task<IActionResult> Refuse(Guid seat, DeclineRefusal why, string zoneId, CancellationToken cancel)
    {
        Card = await readForm.Run(Me, new SeatId(seat), cancel);
        Refusal = words.Say(why, zoneId);
        Response.StatusCode = why is DeclineRefusal.LongReason or DeclineRefusal.HiddenCharacter ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict;
        return Card is null ? NotFound() : Page();
    }
}
