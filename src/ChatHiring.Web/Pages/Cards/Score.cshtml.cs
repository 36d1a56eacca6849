using ChatHiring.Cards;
using ChatHiring.Demo;
using ChatHiring.Loops;
using ChatHiring.Scorecards;
using ChatHiring.Timeline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Web.Pages.Cards;

/// <summary>The score form. Saving keeps all that can be kept; the rest stays in the form, each fault beside its field.</summary>
internal sealed class ScoreModel(ReadScoreForm readForm, SaveDraft saveDraft, Wording words) : PersonPage
{
    /// <summary>"15:02", after a save.</summary>
    [TempData]
    public string? SavedAt { get; set; }

    public CardForm? Card { get; private set; }

    public string? Refusal { get; private set; }

    /// <summary>The demo has answers to offer for this card.</summary>
    public bool HasSample { get; private set; }

    /// <summary>What was typed and has no field to stay in.</summary>
    public IReadOnlyList<PostedText> ToCopy { get; private set; } = [];

    /// <summary>Null outside Development.</summary>
    private SampleAnswers? Samples => HttpContext.RequestServices.GetService<SampleAnswers>();

    public async Task<IActionResult> OnGetAsync(Guid seat, CancellationToken cancel)
    {
        if (await Read(seat, cancel) is not { } form)
            return NotFound();
        Refusal = form.WhyNotSave is { } why ? words.Say(why, form.Heading.ZoneId) : null;
        return Show(form, Typed.Nothing, StatusCodes.Status200OK);
    }

    public async Task<IActionResult> OnPostAsync(Guid seat, string? go, CancellationToken cancel)
    {
        var typed = ScoreFormReader.Read(Request.Form);
        var outcome = await saveDraft.Run(new SaveDraft.Command(Me, new SeatId(seat), typed), cancel);
        if (go == "sample" && outcome is SaveDraft.Outcome.Saved { Faults: [] } && Samples is { } samples
            && await samples.Has(Me, new SeatId(seat), cancel))
            outcome = await samples.Fill(Me, new SeatId(seat), cancel);
        if (await Read(seat, cancel) is not { } form)
            return NotFound();
        return outcome switch
        {
            SaveDraft.Outcome.Refused refused => Refuse(form, refused.Why),
            SaveDraft.Outcome.Saved saved when Request.IsAutosave() => Autosaved.Answer(form, new Typed(typed, saved.Faults), saved.At, words),
            SaveDraft.Outcome.Saved { Faults: [] } saved => Next(form, saved.At, go),
            SaveDraft.Outcome.Saved saved => Mark(form, new Typed(typed, saved.Faults)),
            _ => NotFound(),
        };
    }

    private async Task<ScoreForm?> Read(Guid seat, CancellationToken cancel)
    {
        HasSample = Samples is { } samples && await samples.Has(Me, new SeatId(seat), cancel);
        return await readForm.Run(Me, new SeatId(seat), cancel);
    }

    private IActionResult Refuse(ScoreForm form, ScorecardRefusal why)
    {
        Refusal = words.Say(why, form.Heading.ZoneId);
        if (Request.IsAutosave())
            return Autosaved.Refused(Refusal);
        ToCopy = ScoreFormReader.Texts(Request.Form);
        return Show(form, Typed.Nothing, StatusCodes.Status409Conflict);
    }

    private RedirectResult Next(ScoreForm form, DateTimeOffset savedAt, string? go)
    {
        if (go == "review")
            return Redirect($"/cards/{form.Heading.Seat}/review");
        SavedAt = LocalTime.Clock(savedAt, form.Heading.ZoneId);
        var step = FormStep.StepsOf(form).FirstOrDefault(step => step.Id == go);
        return Redirect($"/cards/{form.Heading.Seat}/score" + (step is null ? "" : "#" + step.Id));
    }

    private PageResult Mark(ScoreForm form, Typed typed)
    {
        var strangers = typed.Faults.OfType<AnswerFault.UnknownItem>().Select(fault => ScoreFormReader.Evidence + fault.ItemKey).ToList();
        ToCopy = [.. ScoreFormReader.Texts(Request.Form).Where(text => strangers.Contains(text.Field, StringComparer.OrdinalIgnoreCase))];
        return Show(form, typed, StatusCodes.Status422UnprocessableEntity);
    }

    private PageResult Show(ScoreForm form, Typed typed, int status)
    {
        Card = CardForm.Of(form, typed, words);
        Response.StatusCode = status;
        return Page();
    }
}
