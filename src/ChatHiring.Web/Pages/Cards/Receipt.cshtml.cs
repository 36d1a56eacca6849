using ChatHiring.Loops;
using ChatHiring.Scorecards;
using Microsoft.AspNetCore.Mvc;

namespace ChatHiring.Web.Pages.Cards;

/// <summary>That the card is in, and since when. Holds no answer.</summary>
internal sealed class ReceiptModel(ReadScoreForm readForm) : PersonPage
{
    public Receipt? Receipt { get; private set; }

    public CardHeading? Heading { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid seat, CancellationToken cancel)
    {
        if (await readForm.Run(Me, new SeatId(seat), cancel) is not { } card)
            return NotFound();
        (Receipt, Heading) = (card.Receipt, card.Heading);
        return Receipt is null ? Redirect($"/cards/{seat}") : Page();
    }
}
