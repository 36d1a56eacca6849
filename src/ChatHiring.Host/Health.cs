using ChatHiring.Delivery;
using ChatHiring.Packs;
using ChatHiring.Slack;
using ChatHiring.Storage;
using Microsoft.Extensions.Options;

namespace ChatHiring.Host;

/// <summary>What the verb <c>health</c> says: per part whether it works, and what to do when it does not.</summary>
internal static class Health
{
    /// <param name="messageTo">An e-mail address to send a test message to; null sends none.</param>
    /// <returns>0 when everything works, 1 otherwise.</returns>
    public static async Task<int> Print(IServiceProvider services, string? messageTo, CancellationToken cancel)
    {
        var storage = await StorageFault(services, cancel);
        Print("database", storage, services.GetRequiredService<IOptions<StorageOptions>>().Value.Provider);
        var shelf = services.GetRequiredService<PackShelf>();
        foreach (var pack in shelf.Packs)
            Print($"pack {pack.Name}", null, $"{pack.Questions.Count} questions, {pack.Stages.Count} stages");
        foreach (var pack in shelf.Refused)
            Print($"pack {pack.Name}", string.Join(" ", pack.Faults.Select(fault => $"Line {fault.Line}: {fault.Reason}")), "");
        var slack = storage is null ? await PrintSlack(services, messageTo, cancel) : Untried("slack", "The database has to work first.");
        return storage is null && shelf.Refused.Count == 0 && slack ? 0 : 1;
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

    private static async Task<bool> PrintSlack(IServiceProvider services, string? messageTo, CancellationToken cancel)
    {
        var slack = services.GetRequiredService<IOptions<SlackOptions>>().Value;
        if (slack.Fault(services.GetRequiredService<IHostEnvironment>().IsDevelopment()) is { } fault)
            return Fails("slack", fault);
        if (!slack.IsOn)
            return Untried("slack", "Slack is not set up. docs/slack.md says how.") && messageTo is null;
        var report = await services.GetRequiredService<CheckSetUp>().AsOperator(services.GetRequiredService<IConfiguration>().PublicAddress(), cancel);
        var works = true;
        foreach (var platform in report.Platforms)
            works &= Print(platform.Platform, platform.Items);
        return messageTo is null ? works : await SendTo(services, messageTo, cancel) && works;
    }

    private static async Task<bool> SendTo(IServiceProvider services, string email, CancellationToken cancel) =>
        await services.GetRequiredService<SendTestMessage>().AsOperator(email, cancel) is { } sent
            ? Print("slack", sent)
            : Fails("slack test message", $"Nobody here has the address {email}.");

    private static bool Print(string platform, IReadOnlyList<SetUpItem> items)
    {
        foreach (var item in items)
            Print(platform, item);
        return items.All(item => item.State != SetUpState.Fault);
    }

    private static void Print(string platform, SetUpItem item)
    {
        var part = $"{platform} {PartOf(item)}";
        if (item.State == SetUpState.NotTried)
            Untried(part, item.Sentence);
        else
            Print(part, item.State == SetUpState.Fault ? item.Sentence : null, item.Sentence);
    }

    private static string PartOf(SetUpItem item) => item.Part switch
    {
        SetUpPart.People => "people",
        SetUpPart.TestMessage => "test message",
        _ when item.About is { } channel => $"channel #{channel}",
        var part => part.ToString().ToLowerInvariant(),
    };

    private static bool Fails(string part, string fault)
    {
        Print(part, fault, "");
        return false;
    }

    private static bool Untried(string part, string why)
    {
        Console.WriteLine($"{part}: not tried ({why})");
        return true;
    }

    private static void Print(string part, string? fault, string fine) => Console.WriteLine($"{part}: {(fault is null ? $"works ({fine})" : fault)}");
}
