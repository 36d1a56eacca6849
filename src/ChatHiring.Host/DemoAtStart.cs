using ChatHiring.Demo;
using ChatHiring.Storage;
using ChatHiring.Timeline;

namespace ChatHiring.Host;

/// <summary>In Development an empty database gets the demo, before the first page is served if the database is there by then.</summary>
internal sealed partial class DemoAtStart(StartDemo demo, SendDueSteps steps, StorageReady ready, ILogger<DemoAtStart> log) : BackgroundService
{
    private bool _begun;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (ready.Yes)
            await Begin(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await ready.Opened(stoppingToken);
        try
        {
            if (!_begun)
                await Begin(stoppingToken);
            // A newcomer should not wait for the first tick to find the cards.
            await steps.Run(stoppingToken);
        }
        catch (StorageUnavailableException outage)
        {
            LogOutage(outage.Message);
        }
    }

    private async Task Begin(CancellationToken cancel)
    {
        if (await demo.Run(cancel) is [var first, ..])
            LogFault(first.Line, first.Reason);
        _begun = true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The demo waits for the next start: {Sentence}")]
    private partial void LogOutage(string sentence);

    [LoggerMessage(Level = LogLevel.Error, Message = "The demo file is not in order: line {Line}: {Reason}")]
    private partial void LogFault(int line, string reason);
}
