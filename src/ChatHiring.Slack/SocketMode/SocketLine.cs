using Microsoft.Extensions.Logging;

namespace ChatHiring.Slack.SocketMode;

/// <summary>Keeps one connection to Slack up. The next is open before the one that Slack takes down is left.</summary>
internal sealed partial class SocketLine(SocketDoor door, TimeProvider time, ILogger<SocketLine> log)
{
    /// <summary>A connection that lived as long was a good one.</summary>
    private static readonly TimeSpan GoodLife = TimeSpan.FromMinutes(1);

    /// <summary>Whether envelopes come in now.</summary>
    public bool IsUp { get; private set; }

    /// <summary>Returns only when cancelled, with the connection closed.</summary>
    public async Task Keep(CancellationToken cancel)
    {
        SocketConnection? current = null;
        try
        {
            for (var failures = 0; ;)
            {
                var (next, opened) = (await door.Open(cancel), time.GetUtcNow());
                if (next.Connection is { } fresh)
                    (current, _) = (fresh, await Leave(current));
                var end = await EndOf(next, cancel);
                failures = time.GetUtcNow() - opened > GoodLife ? 0 : failures + 1;
                await Task.Delay(SocketBackOff.After(failures, end, next.NotBefore, time.GetUtcNow()), time, cancel);
            }
        }
        finally
        {
            IsUp = false;
            await Leave(current);
        }
    }

    private async Task<SocketEnd> EndOf(OpenedDoor opened, CancellationToken cancel)
    {
        if (opened.Connection is not { } connection)
            return opened.Why;
        IsUp = true;
        LogUp();
        var end = await connection.End.WaitAsync(cancel);
        IsUp = end == SocketEnd.Refresh;
        LogEnd(end);
        return end;
    }

    private static async Task<bool> Leave(SocketConnection? left)
    {
        if (left is not null)
            await left.DisposeAsync();
        return left is not null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A connection to Slack is up")]
    private partial void LogUp();

    [LoggerMessage(Level = LogLevel.Information, Message = "A connection to Slack is to be replaced: {End}")]
    private partial void LogEnd(SocketEnd end);
}
