using System.Collections.Concurrent;

namespace ChatHiring.Slack.Outbound;

/// <summary>
/// Keeps calls under Slack's published limits, each method by its tier and each channel by its message a second, and keeps away from
/// a method that Slack closed until it opens again.
/// </summary>
internal sealed class SlackPace(TimeProvider time)
{
    /// <summary>When Slack limits and does not say for how long.</summary>
    public static readonly TimeSpan WithoutRetryAfter = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    // A post of several parts goes to one channel: this many at once are seen to be let through.
    private const int ChannelBurst = 3;

    private readonly ConcurrentDictionary<string, DateTimeOffset> _spent = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _closed = new(StringComparer.Ordinal);

    /// <summary>Calls a minute that Slack promises to take. Tiers: Slack, "Rate limits".</summary>
    private static int PerMinute(string method) => method switch
    {
        "conversations.list" => 20,
        "conversations.info" or "conversations.history" or "conversations.open" or "users.lookupByEmail" or "dnd.info" or "chat.update" or "chat.delete" => 50,
        "auth.test" or "chat.postMessage" => 600,
        _ => 100,
    };

    /// <summary>Takes a place for a call now.</summary>
    /// <param name="channel">For a new message: it is limited by its channel too.</param>
    /// <returns>Null: go on. An instant: not before it.</returns>
    public DateTimeOffset? Take(string method, string? channel)
    {
        var now = time.GetUtcNow();
        if (_closed.TryGetValue(KeyOf(method, channel), out var until) && until > now)
            return until;
        return Spend(method, Minute / PerMinute(method), PerMinute(method), now)
            ?? (channel is null ? null : Spend($"{method} {channel}", TimeSpan.FromSeconds(1), ChannelBurst, now));
    }

    /// <summary>Slack said no until an instant.</summary>
    public void Close(string method, string? channel, DateTimeOffset until) => _closed[KeyOf(method, channel)] = until;

    private static string KeyOf(string method, string? channel) => channel is null ? method : $"{method} {channel}";

    // A bucket that fills by one call an interval and holds `burst` of them, kept as the instant at which it will be full.
    private DateTimeOffset? Spend(string key, TimeSpan interval, int burst, DateTimeOffset now)
    {
        DateTimeOffset? wait = null;
        _spent.AddOrUpdate(key, now + interval, (_, full) =>
        {
            var next = (full > now ? full : now) + interval;
            wait = next - now > interval * burst ? next - (interval * burst) : null;
            return wait is null ? next : full;
        });
        return wait;
    }
}
