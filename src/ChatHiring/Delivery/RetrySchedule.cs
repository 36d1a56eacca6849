namespace ChatHiring.Delivery;

/// <summary>When a post that could not be delivered is tried again.</summary>
public static class RetrySchedule
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1),
    ];

    /// <summary>So often a platform that limits is taken at its word.</summary>
    private const int MostAtItsWord = 5;

    /// <summary>What may be there already is sent once more, and no second time: not in the same breath.</summary>
    public static readonly TimeSpan BeforeSendingOnceMore = TimeSpan.FromMinutes(1);

    /// <summary>After so many attempts (about a day and a half) the post is given up, with the reason.</summary>
    public const int MostAttempts = 40;

    /// <summary>What a platform that says "slow down" asks for: a second at least, or it would be called again at once; and an hour at most, or it would never be.</summary>
    public static TimeSpan Bounded(TimeSpan asked) => asked < Shortest ? Shortest : asked > Waits[^1] ? Waits[^1] : asked;

    /// <summary>How long to wait where a platform, or our own pace, says "slow down": as long as it asks at first, and no shorter than after any other attempt once that did not help.</summary>
    /// <returns>Null: given up.</returns>
    public static TimeSpan? AfterLimit(int attempt, TimeSpan asked) =>
        After(attempt) is not { } usual ? null : attempt > MostAtItsWord && usual > asked ? usual : Bounded(asked);

    /// <summary>How long to wait after the given attempt, 1 for the first; null when no further one is made.</summary>
    public static TimeSpan? After(int attempt) =>
        attempt >= MostAttempts ? null : Waits[Math.Min(attempt, Waits.Length) - 1];
}
