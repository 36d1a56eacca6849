using System.Collections.Concurrent;
using ChatHiring.Delivery;
using ChatHiring.Storage;
using Microsoft.Extensions.Options;

namespace ChatHiring.Teams.Outbound;

/// <summary>Keeps calls under the documented limits, each conversation by its windows and the tenant by its second, and away from what the connector closed.</summary>
internal sealed class TeamsPace(IOptions<TeamsOptions> options, NewIds ids, TimeProvider time)
{
    /// <summary>The first wait where the connector limits and does not say for how long; each further one is twice as long.</summary>
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <summary>So many conversations are remembered before those that are quiet are forgotten.</summary>
    private const int Crowd = 1_000;

    private readonly Lock _lock = new();
    private readonly Line _tenant = new(options.Value.PerTenant);
    private readonly Dictionary<string, Line> _threads = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, int InARow)> _closed = new(StringComparer.Ordinal);

    /// <summary>Takes a place for a call now.</summary>
    /// <param name="thread">The conversation that is written to; null where none is.</param>
    /// <param name="operation">What is asked for otherwise: a limit on one is none on the others.</param>
    /// <returns>Null: go on. An instant: not before it.</returns>
    public DateTimeOffset? Take(string? thread, string operation = "")
    {
        var now = time.GetUtcNow();
        if (_closed.TryGetValue(thread ?? operation, out var closed) && closed.Until > now)
            return closed.Until;
        lock (_lock)
        {
            List<Line> lines = thread is null ? [_tenant] : [LineOf(thread, now), _tenant];
            var free = lines.Max(line => line.FreeAt(now));
            if (free > now)
                return free;
            lines.ForEach(line => line.Take(now));
            return null;
        }
    }

    /// <summary>The connector said 429.</summary>
    /// <param name="what">The conversation, or the operation.</param>
    /// <param name="asked">What it asked for; null when it did not say.</param>
    public DateTimeOffset Close(string what, TimeSpan? asked)
    {
        var (now, after) = (time.GetUtcNow(), asked is { } named ? RetrySchedule.Bounded(named) : (TimeSpan?)null);
        return _closed.AddOrUpdate(what, _ => (now + (after ?? Jittered(FirstWait)), 1), (_, before) => (now + (after ?? Jittered(Doubled(before.InARow))), before.InARow + 1)).Until;
    }

    /// <summary>A call went well; one that was under way when the connector said 429 opens nothing.</summary>
    public void Opened(string what)
    {
        if (_closed.TryGetValue(what, out var closed) && closed.Until <= time.GetUtcNow())
            _closed.TryRemove(new(what, closed));
    }

    private Line LineOf(string thread, DateTimeOffset now)
    {
        if (_threads.TryGetValue(thread, out var known))
            return known;
        if (_threads.Count >= Crowd)
            foreach (var quiet in _threads.Where(line => line.Value.IsQuiet(now)).Select(line => line.Key).ToList())
                _threads.Remove(quiet);
        return _threads[thread] = new Line(options.Value.PerThread);
    }

    private static TimeSpan Doubled(int times) => TimeSpan.FromTicks(Math.Min(FirstWait.Ticks << Math.Min(times, 10), LongestWait.Ticks));

    // A fifth more or less, so that many who were turned away do not come back together.
    private TimeSpan Jittered(TimeSpan wait) => wait * (0.8 + (0.4 * ids.Salt()[0] / byte.MaxValue));

    /// <summary>The calls that one limit counts together, the oldest first.</summary>
    private sealed class Line(IReadOnlyList<TeamsRate> rates)
    {
        private readonly int _most = rates.Max(rate => rate.Most);
        private readonly TimeSpan _longest = rates.Max(rate => rate.Within);
        private readonly List<DateTimeOffset> _taken = [];

        public bool IsQuiet(DateTimeOffset now) => _taken is not [.., var last] || last + _longest <= now;

        public DateTimeOffset FreeAt(DateTimeOffset now) => rates.Max(rate => _taken.Count < rate.Most ? now : _taken[^rate.Most] + rate.Within);

        public void Take(DateTimeOffset now)
        {
            if (_taken.Count == _most)
                _taken.RemoveAt(0);
            _taken.Add(now);
        }
    }
}
