using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.People;

namespace ChatHiring.Web;

/// <summary>Delivers posts to the web: an inbox and a channel's page are views over posts, so a delivered post is one that they may show.</summary>
internal sealed class WebPosts : IChatPlatform
{
    public string Name => IChatPlatform.Web;

    public Task<Lookup> FindPerson(string email, string? account, CancellationToken cancel) => Everybody;

    public Task<Lookup> FindChannel(string name, CancellationToken cancel) => Everybody;

    // Nobody is disturbed by a page.
    public Task<DateTimeOffset?> QuietUntil(string account, CancellationToken cancel) => Task.FromResult<DateTimeOffset?>(null);

    public Task<int> PartsOf(PostKind kind, LoopId about, SeatId? seat, PersonId? reader, CancellationToken cancel) => Task.FromResult(1);

    // A page shows each post once.
    public bool CanAskFor(Envelope envelope) => true;

    public Task<DeliveryOutcome> Send(Envelope envelope, CancellationToken cancel) =>
        Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Delivered(envelope.Replaces ?? envelope.Post.ToString()));

    private static Task<Lookup> Everybody => Task.FromResult<Lookup>(new Lookup.Found(IChatPlatform.Web));
}
