namespace ChatHiring.Delivery;

/// <summary>When requests came in since this host started, by what became of them. Keeps instants and nothing of the requests.</summary>
/// <typeparam name="T">What became of a request; of two at one instant the first named counts.</typeparam>
public sealed class LastHeard<T>(TimeProvider time)
    where T : struct, Enum
{
    private readonly Lock _lock = new();
    private readonly Dictionary<T, DateTimeOffset> _last = [];

    public void Note(T verdict)
    {
        lock (_lock)
            _last[verdict] = time.GetUtcNow();
    }

    /// <summary>What was refused counts when none that was taken came after it: a setting may change while the host runs. Null before any.</summary>
    public (T? Verdict, DateTimeOffset At) Latest()
    {
        lock (_lock)
            return _last.OrderByDescending(heard => heard.Value).ThenBy(heard => heard.Key).Select(heard => ((T?)heard.Key, heard.Value)).FirstOrDefault();
    }
}
