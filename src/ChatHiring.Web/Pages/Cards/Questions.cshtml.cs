using ChatHiring.Loops;
using ChatHiring.Scorecards;
using Microsoft.AspNetCore.Mvc;

namespace ChatHiring.Web.Pages.Cards;

/// <summary>The question card of a seat: what to ask, and what to look for.</summary>
internal sealed class QuestionsModel(ReadScoreForm readForm) : PersonPage
{
    public ScoreForm? Card { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid seat, CancellationToken cancel)
    {
        Card = await readForm.Run(Me, new SeatId(seat), cancel);
        return Card is null ? NotFound() : Page();
    }
}
