using System.Collections.Concurrent;
using ChatHiring.Delivery;
using ChatHiring.Loops;

namespace ChatHiring.Tests;

/// <summary>A platform that writes down what it is sent and answers as told.</summary>
internal sealed class PaperPlatform : IChatPlatform
{
    public ConcurrentQueue<Envelope> Sent { get; } = new();

    public Func<Envelope, DeliveryOutcome> Answer { get; set; } = envelope => new DeliveryOutcome.Delivered($"{envelope.Post}/{envelope.Part}");

    public int Parts { get; set; } = 1;

    public string Name => "web";

    public int PartsOf(PostKind kind, LoopId about) => Parts;

    public Task<DeliveryOutcome> Send(Envelope envelope, CancellationToken cancel)
    {
        Sent.Enqueue(envelope);
        return Task.FromResult(Answer(envelope));
    }
}
