using ChatHiring.Audit;
using ChatHiring.LoopFiles;
using ChatHiring.People;
using ChatHiring.Storage;
using ChatHiring.Timeline;

namespace ChatHiring.Host;

/// <summary>In Development an empty database gets the sample loop, through the same import as any other.</summary>
internal sealed partial class SampleLoop(
    ImportLoops import, ReadPeople people, SendDueSteps steps, StorageReady ready, ProductClock clock, ILogger<SampleLoop> log) : BackgroundService
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "samples", "backend-engineer-loop.yaml");

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (ready.Yes)
            await ImportIfEmpty(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await ready.Opened(stoppingToken);
        try
        {
            await ImportIfEmpty(stoppingToken);
            // A newcomer should not wait for the first tick to find the cards.
            await steps.Run(stoppingToken);
        }
        catch (StorageUnavailableException outage)
        {
            LogOutage(outage.Message);
        }
    }

    private async Task ImportIfEmpty(CancellationToken cancel)
    {
        if ((await people.All(cancel)).Count > 0)
            return;
        var outcome = await import.RunSample(await System.IO.File.ReadAllTextAsync(File, cancel), clock.Now, Actor.System, cancel);
        if (outcome is ImportLoops.Outcome.Refused refused)
            LogRefused(refused.Faults[0].Line, refused.Faults[0].Reason);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sample loop waits for the next start: {Sentence}")]
    private partial void LogOutage(string sentence);

    [LoggerMessage(Level = LogLevel.Error, Message = "The sample loop was refused: line {Line}: {Reason}")]
    private partial void LogRefused(int line, string reason);
}
