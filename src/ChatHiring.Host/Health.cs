using ChatHiring.Packs;
using ChatHiring.Storage;
using Microsoft.Extensions.Options;

namespace ChatHiring.Host;

/// <summary>What the verb <c>health</c> says: per part whether it works, and what to do when it does not.</summary>
internal static class Health
{
    /// <returns>0 when everything works, 1 otherwise.</returns>
    public static async Task<int> Print(IServiceProvider services, CancellationToken cancel)
    {
        var storage = await StorageFault(services, cancel);
        Print("database", storage, services.GetRequiredService<IOptions<StorageOptions>>().Value.Provider);
        var shelf = services.GetRequiredService<PackShelf>();
        foreach (var pack in shelf.Packs)
            Print($"pack {pack.Name}", null, $"{pack.Questions.Count} questions, {pack.Stages.Count} stages");
        foreach (var pack in shelf.Refused)
            Print($"pack {pack.Name}", string.Join(" ", pack.Faults.Select(fault => $"Line {fault.Line}: {fault.Reason}")), "");
        return storage is null && shelf.Refused.Count == 0 ? 0 : 1;
    }

    private static async Task<string?> StorageFault(IServiceProvider services, CancellationToken cancel)
    {
        try
        {
            return services.GetRequiredService<IOptions<StorageOptions>>().Value.Fault()
                ?? await services.GetRequiredService<PrepareStorage>().WhyNotReady(cancel);
        }
        catch (StorageUnavailableException outage)
        {
            return outage.Message;
        }
    }

    private static void Print(string part, string? fault, string fine) => Console.WriteLine($"{part}: {(fault is null ? $"works ({fine})" : fault)}");
}
