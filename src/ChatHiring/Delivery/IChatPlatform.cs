using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.People;

namespace ChatHiring.Delivery;

/// <summary>A place where posts are delivered. Sends one message at a time and says what became of it.</summary>
public interface IChatPlatform
{
    /// <summary>The one that reaches everybody who opens it, and tells nobody that there is something to open.</summary>
    public const string Web = "web";

    /// <summary><c>web</c>, <c>slack</c>, <c>teams</c>.</summary>
    string Name { get; }

    /// <summary>Looks for a person's account, and for the zone it is set to.</summary>
    /// <param name="account">The one that is theirs, as the platform names it; null: it is looked for by the e-mail address.</param>
    Task<Lookup> FindPerson(string email, string? account, CancellationToken cancel);

    /// <summary>Looks for a debrief channel by its name. Asked when none is known.</summary>
    Task<Lookup> FindChannel(string name, CancellationToken cancel);

    /// <summary>Until when a person does not want to be disturbed (real clock); null when they may be, or when the platform does not say.</summary>
    Task<DateTimeOffset?> QuietUntil(string account, CancellationToken cancel);

    /// <summary>How many messages the post takes here; asked before the first attempt, and of a question card before each.</summary>
    Task<int> PartsOf(PostKind kind, LoopId about, SeatId? seat, PersonId? reader, CancellationToken cancel);

    /// <summary>Whether it can be asked for a message whose answer was lost, so that it is never sent again blindly.</summary>
    bool CanAskFor(Envelope envelope);

    /// <summary>Sends one message. An exception counts as <see cref="DeliveryOutcome.Unknown"/>.</summary>
    Task<DeliveryOutcome> Send(Envelope envelope, CancellationToken cancel);
}

/// <summary>One message to send: what about and to whom. The platform reads the words when it renders.</summary>
/// <param name="Part">From 0.</param>
/// <param name="Replaces">The reference of an earlier message that this one takes the place of: a card as it stands now, or the anchor that becomes the debrief.</param>
/// <param name="MayHaveBeenSent">An earlier attempt at this message has an unknown outcome: look for it first where the platform can.</param>
public sealed record Envelope(
    PostId Post, PostKind Kind, int Part, LoopId Loop, SeatId? Seat, PersonId? Person, ChannelId? Channel, string? Replaces, bool MayHaveBeenSent)
{
    /// <summary>The reader's account or the channel, as the platform names it.</summary>
    public required string To { get; init; }

    /// <summary>What it was about is no longer its reader's: the message that is there is taken away, and none takes its place.</summary>
    public bool TakesBack { get; init; }

    /// <summary>How many messages the post takes.</summary>
    public int Parts { get; init; } = 1;

    /// <summary>The reference of the post's first message; null while that is not sent.</summary>
    public string? Root { get; init; }

    /// <summary>The reference of the loop's anchor in the channel; null when there is none.</summary>
    public string? Anchor { get; init; }
}

/// <summary>What a platform knows of a person or a channel.</summary>
public abstract record Lookup
{
    private Lookup()
    {
    }

    /// <param name="ExternalId">The platform's own name.</param>
    /// <param name="ZoneId">The zone that a person's account is set to; null when the platform names none.</param>
    public sealed record Found(string ExternalId, string? ZoneId = null) : Lookup;

    /// <summary>Not here, or not to be written to.</summary>
    public sealed record NotHere(DeliveryReason Why) : Lookup;

    /// <summary>The platform could not be asked now.</summary>
    public sealed record NoAnswer(DeliveryOutcome Outcome) : Lookup;
}
