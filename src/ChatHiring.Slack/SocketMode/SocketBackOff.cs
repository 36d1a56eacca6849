namespace ChatHiring.Slack.SocketMode;

/// <summary>How long to wait before the next connection. Pure.</summary>
internal static class SocketBackOff
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30)];

    /// <summary>Only a person can mend it, in Slack or in our settings: it is tried again all the same.</summary>
    private static readonly TimeSpan WhenUnwanted = TimeSpan.FromMinutes(5);

    /// <param name="failures">Connections in a row that did not live, this one included.</param>
    /// <param name="notBefore">When Slack takes the next try; null when it did not say.</param>
    public static TimeSpan After(int failures, SocketEnd end, DateTimeOffset? notBefore, DateTimeOffset now)
    {
        var wait = end switch
        {
            SocketEnd.Refresh when failures <= 1 => TimeSpan.Zero,
            SocketEnd.Unwanted => WhenUnwanted,
            _ => Waits[Math.Clamp(failures - 1, 0, Waits.Length - 1)],
        };
        return notBefore - now is { } longer && longer > wait ? longer : wait;
    }
}
