using ChatHiring.Delivery;
using Microsoft.AspNetCore.Mvc;

namespace ChatHiring.Web.Pages;

/// <summary>"My cards": what waits for me first, then what is done.</summary>
internal sealed class InboxModel(ReadInbox readInbox) : PersonPage
{
    public IReadOnlyList<AttentionItem> Attention { get; private set; } = [];

    public IReadOnlyList<InboxItem> Waiting { get; private set; } = [];

    public IReadOnlyList<InboxItem> Done { get; private set; } = [];

    public IReadOnlyList<ChannelLink> Channels { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        // A cookie that outlived its person.
        if (await readInbox.Run(Me, cancel) is not { } inbox)
            return Redirect("/sign-in");
        (Attention, Waiting, Done, Channels) = inbox;
        return Page();
    }
}
