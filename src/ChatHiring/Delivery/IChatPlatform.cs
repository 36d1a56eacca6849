using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.People;

namespace ChatHiring.Delivery;

/// <summary>A place where posts are delivered. Sends one message at a time and says what became of it.</summary>
public interface IChatPlatform
{
    /// <summary><c>web</c>, <c>slack</c>, <c>teams</c>.</summary>
    string Name { get; }

    /// <summary>How many messages the post takes here; asked once, before the first attempt.</summary>
    int PartsOf(PostKind kind, LoopId about);

    /// <summary>Sends one message. An exception counts as <see cref="DeliveryOutcome.Unknown"/>.</summary>
    Task<DeliveryOutcome> Send(Envelope envelope, CancellationToken cancel);
}

/// <summary>One message to send: what about and to whom. The platform reads the words when it renders.</summary>
/// <param name="Part">From 0.</param>
/// <param name="Replaces">The reference of an earlier message that this one takes the place of: the anchor becomes the debrief.</param>
/// <param name="MayHaveBeenSent">An earlier attempt at this message has an unknown outcome: look for it first where the platform can.</param>
public sealed record Envelope(
    PostId Post, PostKind Kind, int Part, LoopId Loop, SeatId? Seat, PersonId? Person, ChannelId? Channel, string? Replaces, bool MayHaveBeenSent);
