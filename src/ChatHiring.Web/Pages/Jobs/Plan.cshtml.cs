using ChatHiring.Jobs;
using Microsoft.AspNetCore.Mvc;

namespace ChatHiring.Web.Pages.Jobs;

/// <summary>A job's plan for its recruiter and hiring manager: which stage asks what, then every kit.</summary>
internal sealed class PlanModel(ReadPlan readPlan) : PersonPage
{
    public PlanView? Plan { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid job, CancellationToken cancel)
    {
        Plan = await readPlan.Run(Me, new JobId(job), cancel);
        return Plan is null ? NotFound() : Page();
    }
}
