using ChatHiring.Delivery;
using ChatHiring.Loops;

namespace ChatHiring.Web;

/// <summary>Delivers posts to the web: an inbox and a channel's page are views over posts, so a delivered post is one that they may show.</summary>
internal sealed class WebPosts : IChatPlatform
{
    public string Name => "web";

    public int PartsOf(PostKind kind, LoopId about) => 1;

    public Task<DeliveryOutcome> Send(Envelope envelope, CancellationToken cancel) =>
        Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Delivered(envelope.Replaces ?? envelope.Post.ToString()));
}
