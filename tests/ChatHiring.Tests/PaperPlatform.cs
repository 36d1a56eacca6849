using System.Collections.Concurrent;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.People;

namespace ChatHiring.Tests;

/// <summary>A platform that writes down what it is sent and answers as told.</summary>
internal sealed class PaperPlatform : IChatPlatform
{
    public ConcurrentQueue<Envelope> Sent { get; } = new();

    public Func<Envelope, DeliveryOutcome> Answer { get; set; } = envelope => new DeliveryOutcome.Delivered($"{envelope.Post}/{envelope.Part}", envelope.MayHaveBeenSent);

    public int Parts { get; set; } = 1;

    /// <summary>Called with the kind of every post whose messages are counted: what throws here, throws there.</summary>
    public Action<PostKind> Counting { get; set; } = _ => { };

    /// <summary>Called with every account that is asked about.</summary>
    public Action<string> Asking { get; set; } = _ => { };

    public string Name { get; init; } = IChatPlatform.Web;

    public Func<string, Lookup> Find { get; set; } = name => new Lookup.Found(name);

    /// <summary>Everybody who was looked for, and the account that was known of them.</summary>
    public ConcurrentQueue<(string Email, string? Account)> Asked { get; } = new();

    public Task<Lookup> FindPerson(string email, string? account, CancellationToken cancel)
    {
        Asked.Enqueue((email, account));
        return Task.FromResult(Find(email));
    }

    public Task<Lookup> FindChannel(string name, CancellationToken cancel) => Task.FromResult(Find(name));

    public DateTimeOffset? Quiet { get; set; }

    public Task<DateTimeOffset?> QuietUntil(string account, CancellationToken cancel)
    {
        Asking(account);
        return Task.FromResult(Quiet);
    }

    public Task<int> PartsOf(PostKind kind, LoopId about, SeatId? seat, PersonId? reader, CancellationToken cancel)
    {
        Counting(kind);
        return Task.FromResult(Parts);
    }

    /// <summary>Whether it can be asked for what was lost.</summary>
    public bool Remembers { get; set; }

    public bool CanAskFor(Envelope envelope) => Remembers;

    public Task<DeliveryOutcome> Send(Envelope envelope, CancellationToken cancel)
    {
        Sent.Enqueue(envelope);
        var answer = Answer(envelope);
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(answer);
    }
}
