using System.Collections.Concurrent;

namespace ChatHiring.Fakes.Teams;

/// <summary>What one conversation may be sent: the documented limits of one bot in one thread.</summary>
public sealed class FakePace(TimeProvider time)
{
    private static readonly (int Most, TimeSpan In)[] _limits =
        [(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1800, TimeSpan.FromHours(1))];

    private readonly ConcurrentDictionary<string, List<DateTimeOffset>> _sent = new();

    /// <summary>Off at first: most tests do not wait.</summary>
    public bool IsOn { get; set; }

    internal void Count(string conversation)
    {
        var (now, sent) = (time.GetUtcNow(), _sent.GetOrAdd(conversation, _ => []));
        lock (sent)
        {
            if (IsOn && _limits.Any(limit => sent.Count(at => at > now - limit.In) >= limit.Most))
                throw new TeamsRefusal(429, "Throttled", "Too many requests.");
            sent.Add(now);
        }
    }
}
