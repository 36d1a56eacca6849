using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.Scorecards;
using ChatHiring.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ChatHiring.Web.Pages.Loops;

/// <summary>A new loop: choose the job, fill the form, look over what is odd, save.</summary>
internal sealed class NewModel(ReadNewLoop readNewLoop, SetUpLoop setUpLoop, NewIds ids) : PersonPage
{
    /// <summary>How many panellists a stage offers at first.</summary>
    private const int Seats = 2;

    private const string More = "more.";

    /// <summary>The jobs to choose from, while none is chosen.</summary>
    public IReadOnlyList<JobLink> Jobs { get; private set; } = [];

    public NewLoopView? Form { get; private set; }

    public Guid FormId { get; private set; }

    public TypedLoop Typed { get; private set; } = new("", "", "", []);

    public IReadOnlyList<LoopFinding> Findings { get; private set; } = [];

    /// <summary>The loop as it would be saved; null while the form itself is shown.</summary>
    public IReadOnlyList<CheckedStage>? Checked { get; private set; }

    /// <summary>The stage for which another panellist was asked for.</summary>
    public string? MoreFor { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? job, CancellationToken cancel)
    {
        if (job is { } chosen)
        {
            (Form, FormId) = (await readNewLoop.Run(Me, new JobId(chosen), cancel), ids.Next<FormId>().Value);
            return Form is null ? NotFound() : Page();
        }

        if (await readNewLoop.Jobs(Me, cancel) is not { } jobs)
            return NotFound();
        Jobs = jobs;
        return jobs.Count == 1 ? Redirect($"/loops/new?job={jobs[0].Id}") : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid job, Guid form, string? go, string? seen, CancellationToken cancel)
    {
        if (form == Guid.Empty)
            return BadRequest();
        (FormId, Typed) = (form, NewLoopReader.Read(Request.Form));
        MoreFor = go?.StartsWith(More, StringComparison.Ordinal) == true ? go[More.Length..] : null;
        if (MoreFor is not null || go == "change")
        {
            Form = await readNewLoop.Run(Me, new JobId(job), cancel);
            return Form is null ? NotFound() : Page();
        }

        var command = new SetUpLoop.Command(Me, new JobId(job), new FormId(form), Typed, go == "save" ? seen ?? "" : null);
        return await setUpLoop.Run(command, cancel) switch
        {
            SetUpLoop.Outcome.Saved saved => Redirect($"/channels/{saved.Channel}"),
            SetUpLoop.Outcome.Checked looked => Show(looked),
            _ => NotFound(),
        };
    }

    /// <summary>What was typed for a stage; the plan's length where nothing was.</summary>
    public TypedStage Of(NewLoopStage stage) => Typed.Stages.Any(typed => typed.Key == stage.Key)
        ? Typed.Of(stage.Key)
        : Typed.Of(stage.Key) with { Minutes = stage.Minutes.ToString(System.Globalization.CultureInfo.InvariantCulture) };

    /// <summary>Who was chosen, and room for more.</summary>
    public IEnumerable<string> SeatsOf(NewLoopStage stage)
    {
        var chosen = Of(stage).Panel;
        var seats = Math.Max(Seats, chosen.Count + (MoreFor == stage.Key ? 1 : 0));
        return chosen.Concat(Enumerable.Repeat("", seats - chosen.Count));
    }

    /// <summary>What is odd at a field, or at any field of a stage.</summary>
    public IEnumerable<LoopFinding> At(params string[] fields) => Findings.Where(finding => fields.Contains(finding.Field));

    private PageResult Show(SetUpLoop.Outcome.Checked looked)
    {
        (Form, Findings) = (looked.View, looked.Findings);
        Checked = looked.MaySave ? looked.Stages : null;
        Response.StatusCode = looked.MaySave ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
