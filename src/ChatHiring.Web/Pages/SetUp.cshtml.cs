using ChatHiring.Delivery;
using ChatHiring.Packs;
using ChatHiring.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace ChatHiring.Web.Pages;

/// <summary>Part by part what works and what to do. Who sees this page has a database that answers.</summary>
internal sealed class SetUpModel(CheckSetUp checkSetUp, SendTestMessage sendTestMessage, PackShelf shelf, IOptions<StorageOptions> storage) : PersonPage
{
    public SetUpReport Report { get; private set; } = new([], IsWhole: false);

    /// <summary>What became of a test message.</summary>
    [TempData]
    public string? Said { get; set; }

    [TempData]
    public bool WasRefused { get; set; }

    public PackShelf Shelf => shelf;

    public string Database => storage.Value.Provider;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await checkSetUp.Run(Me, cancel) is not { } report)
            return NotFound();
        Report = report;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await sendTestMessage.Run(Me, cancel) is not { } sent)
            return NotFound();
        var items = sent.SelectMany(platform => platform.Items).ToList();
        (Said, WasRefused) = (string.Join(' ', items.Select(item => item.Sentence)), items.Exists(item => item.State == SetUpState.Fault));
        return Redirect("/set-up");
    }
}
