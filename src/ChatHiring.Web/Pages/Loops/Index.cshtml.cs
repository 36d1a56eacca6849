using ChatHiring.Loops;
using Microsoft.AspNetCore.Mvc;

namespace ChatHiring.Web.Pages.Loops;

/// <summary>"My loops": who owes what since when, what happens next, and what could not be delivered.</summary>
internal sealed class IndexModel(ReadLoops readLoops) : PersonPage
{
    public IReadOnlyList<WatchedLoop> Loops { get; private set; } = [];

    /// <summary>What became of a nudge.</summary>
    [TempData]
    public string? Said { get; set; }

    [TempData]
    public bool WasRefused { get; set; }

    public async Task OnGetAsync(CancellationToken cancel) => Loops = await readLoops.Run(Me, cancel);
}
