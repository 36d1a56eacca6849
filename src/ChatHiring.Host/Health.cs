using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Packs;
using ChatHiring.Slack;
using ChatHiring.Storage;
using ChatHiring.Teams;
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
        var words = services.GetRequiredService<Wording>();
        var shelf = services.GetRequiredService<PackShelf>();
        foreach (var pack in shelf.Packs)
            Print($"pack {pack.Name}", null, words.Say("set-up.pack-holds", ("questions", pack.Questions.Count), ("stages", pack.Stages.Count)));
        foreach (var pack in shelf.Refused)
            Print($"pack {pack.Name}", string.Join(" ", pack.Faults.Select(fault => words.Say("set-up.pack-fault", ("line", fault.Line), ("reason", fault.Reason)))), "");
        var chat = storage is null ? await PrintChat(services, words, messageTo, cancel) : Untried("slack", words.Say("set-up.database-first")) & Untried("teams", words.Say("set-up.database-first"));
        return storage is null && shelf.Refused.Count == 0 && chat ? 0 : 1;
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

    private static async Task<bool> PrintChat(IServiceProvider services, Wording words, string? messageTo, CancellationToken cancel)
    {
        var isDevelopment = services.GetRequiredService<IHostEnvironment>().IsDevelopment();
        var (slack, teams) = (services.GetRequiredService<IOptions<SlackOptions>>().Value, services.GetRequiredService<IOptions<TeamsOptions>>().Value);
        var areSound = IsSound("slack", slack.Fault(isDevelopment)) & IsSound("teams", teams.Fault(isDevelopment));
        if (!areSound)
            return false;
        var areOff = (!slack.IsOn && Untried("slack", words.Say("set-up.slack-off"))) & (!teams.IsOn && Untried("teams", words.Say("set-up.teams-off")));
        if (areOff)
            return messageTo is null;
        var report = await services.GetRequiredService<CheckSetUp>().AsOperator(services.GetRequiredService<PublicAddress>().Start, cancel);
        var works = Print(report.Platforms);
        return messageTo is null ? works : await SendTo(services, words, messageTo, cancel) && works;
    }

    private static bool IsSound(string part, string? fault) => fault is null || Fails(part, fault);

    private static async Task<bool> SendTo(IServiceProvider services, Wording words, string email, CancellationToken cancel) =>
        await services.GetRequiredService<SendTestMessage>().AsOperator(email, cancel) is { } sent
            ? Print(sent)
            : Fails("test message", words.Say("set-up.nobody-here", ("email", email)));

    private static bool Print(IReadOnlyList<PlatformSetUp> platforms)
    {
        var works = true;
        foreach (var platform in platforms)
            works &= Print(platform.Platform, platform.Items);
        return works;
    }

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
