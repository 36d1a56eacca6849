using ChatHiring.Delivery;
using ChatHiring.Loops;
using Microsoft.Extensions.Configuration;

namespace ChatHiring.Slack;

/// <summary>Addresses of web pages, for what is acted on there. They start with <c>PublicUrl</c>, or else with the first of <c>Urls</c>.</summary>
internal sealed class SlackLinks(IConfiguration configuration)
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

    private Uri? Page(string path) => Uri.TryCreate(Base, UriKind.Absolute, out var start) ? new Uri(start, path) : null;

    private string? Base => configuration["PublicUrl"] is { Length: > 0 } given ? given : configuration["Urls"]?.Split(';')[0];
}
