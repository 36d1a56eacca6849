using ChatHiring.Loops;

namespace ChatHiring.Delivery;

/// <summary>Addresses of web pages, for what is acted on there.</summary>
public sealed class PageLinks(PublicAddress address)
{
    public Uri? Loops => Page("/loops");

    public Uri? NewLoop => Page("/loops/new");

    public Uri? Of(AttentionItem item) => item switch
    {
        AttentionItem.Late late => Page($"/loops#loop-{late.Loop}"),
        AttentionItem.Declined gone => Page($"/loops#loop-{gone.Loop}"),
        AttentionItem.CanAfterAll back => Page($"/loops#loop-{back.Loop}"),
        AttentionItem.Opened opened => Debrief(opened.Loop),
        _ => null,
    };

    public Uri? Debrief(LoopId loop) => Page($"/loops/{loop}/debrief");

    private Uri? Page(string path) => address.Start is { } start ? new Uri(start, path) : null;
}
