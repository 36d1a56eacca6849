using Microsoft.Extensions.Logging;

namespace ChatHiring.Slack.SocketMode;

/// <summary>Keeps one connection to Slack up. The next is open before the one that Slack takes down is left.</summary>
internal sealed partial class SocketLine(SocketDoor door, TimeProvider time, ILogger<SocketLine> log)
{
    /// <summary>A connection that lived as long was a good one.</summary>
    private static readonly TimeSpan GoodLife = TimeSpan.FromMinutes(1);

    private SocketConnection? _current;

    /// <summary>Whether envelopes come in now.</summary>
    public bool IsUp => _current is { IsUp: true };

    /// <summary>Returns only when cancelled, with the connection closed.</summary>
    public async Task Keep(CancellationToken cancel)
    {
        try
        {
            for (var failures = 0; ;)
            {
                var begun = time.GetUtcNow();
                var (end, notBefore) = await Turn(cancel);
                failures = time.GetUtcNow() - begun > GoodLife ? 0 : failures + 1;
                await Task.Delay(SocketBackOff.After(failures, end, notBefore, time.GetUtcNow()), time, cancel);
            }
        }
        finally
        {
            await Leave(_current);
        }
    }

    // Whatever goes wrong in a turn, the next one begins: nobody else would open a connection until the host is started again.
    private async Task<(SocketEnd End, DateTimeOffset? NotBefore)> Turn(CancellationToken cancel)
    {
        try
        {
            var next = await door.Open(cancel);
            if (next.Connection is not { } fresh)
                return (next.Why, next.NotBefore);
            (_current, _) = (fresh, await Leave(_current));
            LogUp();
            var end = await fresh.End.WaitAsync(cancel);
            LogEnd(end);
            return (end, next.NotBefore);
        }
        catch (Exception thrown) when (!cancel.IsCancellationRequested)
        {
            LogThrown(thrown.GetType().Name);
            return (SocketEnd.Lost, null);
        }
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

    [LoggerMessage(Level = LogLevel.Error, Message = "Keeping a connection to Slack ended in {Exception}; it is tried again")]
    private partial void LogThrown(string exception);
}
