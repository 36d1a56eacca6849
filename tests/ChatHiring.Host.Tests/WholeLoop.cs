using ChatHiring.Audit;
using ChatHiring.LoopFiles;
using ChatHiring.Loops;
using ChatHiring.Packs;
using ChatHiring.People;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests;

/// <summary>The sample loop without any card in. A database that holds it gets no demo.</summary>
internal static class WholeLoop
{
    private static readonly string Sample = Path.Combine(Repository.Root, "samples", "backend-engineer-loop.yaml");

    /// <summary>Creates the database and reads the loop in, once: a host that starts again finds what there is.</summary>
    /// <param name="edited">What is written otherwise in the loop file.</param>
    public static async Task Into(TestDatabase database, Func<string, string>? edited = null)
    {
        var settings = new Dictionary<string, string?> { ["Storage:Provider"] = database.Engine.ToString(), ["ConnectionStrings:ChatHiring"] = database.ConnectionString };
        await using var services = new ServiceCollection().AddLogging()
            .AddProduct(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
        await services.GetRequiredService<PrepareStorage>().Run(CancellationToken.None);
        if ((await services.GetRequiredService<ReadPeople>().All(CancellationToken.None)).Count > 0)
            return;
        var outcome = await services.GetRequiredService<ImportLoops>().RunSample(
            (edited ?? (text => text))(await File.ReadAllTextAsync(Sample)), services.GetRequiredService<PackShelf>(), services.GetRequiredService<ProductClock>().Now);
        Assert.IsType<ImportLoops.Outcome.Imported>(outcome);
        // Nobody waits for the first tick to find the cards.
        await services.GetRequiredService<SendDueSteps>().Run(CancellationToken.None);
    }
}
