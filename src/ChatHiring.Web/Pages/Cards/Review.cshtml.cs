using ChatHiring.Cards;
using ChatHiring.Loops;
using ChatHiring.Scorecards;
using ChatHiring.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChatHiring.Web.Pages.Cards;

/// <summary>The whole card once more before the one clear act of submitting it.</summary>
internal sealed class ReviewModel(ReadScoreForm readForm, SubmitScorecard submitScorecard, NewIds ids, Wording words) : PersonPage
{
    public ScoreForm? Card { get; private set; }

    public FormId Form { get; private set; }

    /// <summary>Why the submit just made was refused.</summary>
    public string? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid seat, CancellationToken cancel) =>
        await readForm.Run(Me, new SeatId(seat), cancel) is { } card ? Show(card, StatusCodes.Status200OK) : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid seat, Guid form, string? reviewed, CancellationToken cancel)
    {
        if (form == Guid.Empty)
            return BadRequest();
        // A browser can say what it showed; one that does not has not shown it.
        var command = new SubmitScorecard.Command(Me, new SeatId(seat), new FormId(form), reviewed ?? "");
        return await submitScorecard.Run(command, cancel) switch
        {
            SubmitScorecard.Outcome.Accepted => Redirect($"/cards/{seat}/receipt"),
            SubmitScorecard.Outcome.Refused refused when await readForm.Run(Me, new SeatId(seat), cancel) is { } card => Refuse(card, refused.Why),
            _ => NotFound(),
        };
    }

    private PageResult Refuse(ScoreForm card, ScorecardRefusal why)
    {
        Refusal = words.Say(why, card.Heading.ZoneId);
        return Show(card, why is ScorecardRefusal.Incomplete ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict);
    }

    private PageResult Show(ScoreForm card, int status)
    {
        (Card, Form, Response.StatusCode) = (card, ids.Next<FormId>(), status);
        return Page();
    }
}
