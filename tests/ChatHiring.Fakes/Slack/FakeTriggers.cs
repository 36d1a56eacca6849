using System.Collections.Concurrent;

namespace ChatHiring.Fakes.Slack;

/// <summary>Triggers: each opens one view, within three seconds of being sent.</summary>
internal sealed class FakeTriggers(TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, Minted> _all = new();
    private int _count;

    public string Mint(FakeScreen screen)
    {
        var trigger = $"1.{Interlocked.Increment(ref _count)}.{screen.User.ToLowerInvariant()}";
        _all[trigger] = new Minted(screen, time.GetUtcNow());
        return trigger;
    }

    /// <summary>The screen on which the view opens.</summary>
    public FakeScreen Exchange(string trigger)
    {
        if (!_all.TryGetValue(trigger, out var minted))
            throw new SlackRefusal("invalid_trigger_id");
        if (minted.IsSpent)
            throw new SlackRefusal("exchanged_trigger_id");
        if (time.GetUtcNow() - minted.At > Life)
            throw new SlackRefusal("expired_trigger_id");
        minted.IsSpent = true;
        return minted.Screen;
    }

    private sealed class Minted(FakeScreen screen, DateTimeOffset at)
    {
        public FakeScreen Screen => screen;

        public DateTimeOffset At => at;

        public bool IsSpent { get; set; }
    }
}
