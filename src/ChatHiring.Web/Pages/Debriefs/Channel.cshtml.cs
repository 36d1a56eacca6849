using ChatHiring.Delivery;
using ChatHiring.Jobs;
using Microsoft.AspNetCore.Mvc;

namespace ChatHiring.Web.Pages.Debriefs;

/// <summary>A channel: one message per loop, the anchor, which becomes the debrief.</summary>
internal sealed class ChannelModel(ReadChannel readChannel) : PersonPage
{
    public ChannelView? Channel { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid channel, CancellationToken cancel)
    {
        Channel = await readChannel.Run(Me, new ChannelId(channel), cancel);
        return Channel is null ? NotFound() : Page();
    }
}
