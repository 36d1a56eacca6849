using System.Collections.Concurrent;
using ChatHiring.Storage;

namespace ChatHiring.Teams;

/// <summary>Keeps calls under the documented limits, each conversation by its windows and the tenant by its second, and away from what the connector closed.</summary>
/// <remarks>Source: Microsoft, "Optimize your bot with rate limiting": 7 in a second, 8 in two, 60 in thirty, 1,800 in an hour per bot and thread; 50 a second per app and tenant, of which 30 were promised before.</remarks>
internal sealed class TeamsPace(NewIds ids, TimeProvider time)
{
    /// <summary>The first wait where the connector limits and does not say for how long; each further one is twice as long.</summary>
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private static readonly (int Most, TimeSpan Within)[] PerThread =
        [(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1_800, TimeSpan.FromHours(1))];

    private static readonly (int Most, TimeSpan Within) PerTenant = (30, TimeSpan.FromSeconds(1));

    private const string Tenant = "";

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Key, TimeSpan Within), Queue<DateTimeOffset>> _taken = [];
    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, int InARow)> _closed = new(StringComparer.Ordinal);

    /// <summary>Takes a place for a call now.</summary>
    /// <param name="thread">The conversation that is written to; null where none is.</param>
    /// <returns>Null: go on. An instant: not before it.</returns>
    public DateTimeOffset? Take(string? thread)
    {
        var now = time.GetUtcNow();
        if (_closed.TryGetValue(thread ?? Tenant, out var closed) && closed.Until > now)
            return closed.Until;
        lock (_lock)
        {
            var windows = (thread is null ? [] : PerThread.Select(window => (Key: thread, window.Most, window.Within))).Append((Key: Tenant, PerTenant.Most, PerTenant.Within)).ToList();
            var free = windows.Select(window => FreeAt(window.Key, window.Most, window.Within, now)).Max();
            if (free > now)
                return free;
            windows.ForEach(window => _taken[(window.Key, window.Within)].Enqueue(now));
            return null;
        }
    }

    /// <summary>The connector said 429.</summary>
    /// <param name="after">What it asked for; null when it did not say.</param>
    public DateTimeOffset Close(string? thread, TimeSpan? after)
    {
        var (now, key) = (time.GetUtcNow(), thread ?? Tenant);
        return _closed.AddOrUpdate(key, _ => (now + (after ?? Jittered(FirstWait)), 1), (_, before) => (now + (after ?? Jittered(Doubled(before.InARow))), before.InARow + 1)).Until;
    }

    public void Opened(string? thread) => _closed.TryRemove(thread ?? Tenant, out _);

    private DateTimeOffset FreeAt(string key, int most, TimeSpan within, DateTimeOffset now)
    {
        if (!_taken.TryGetValue((key, within), out var taken))
            _taken[(key, within)] = taken = new();
        while (taken.TryPeek(out var first) && first <= now - within)
            taken.Dequeue();
        return taken.Count < most ? now : taken.Peek() + within;
    }

    private static TimeSpan Doubled(int times) => TimeSpan.FromTicks(Math.Min(FirstWait.Ticks << Math.Min(times, 10), LongestWait.Ticks));

    // A fifth more or less, so that many who were turned away do not come back together.
    private TimeSpan Jittered(TimeSpan wait) => wait * (0.8 + (0.4 * ids.Salt()[0] / byte.MaxValue));
}
