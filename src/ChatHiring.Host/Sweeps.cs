using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.People;
using ChatHiring.Timeline;

namespace ChatHiring.Host;

/// <summary>Something that runs in the background, may run twice and on two hosts at once, and takes no arguments.</summary>
/// <param name="Schedule">A cron expression with seconds.</param>
internal sealed record Sweep(string Name, string Schedule, string Why, Func<IServiceProvider, CancellationToken, Task> Run);

/// <summary>The one table of what runs in the background.</summary>
internal static class Sweeps
{
    private const string EveryQuarterMinute = "*/15 * * * * *";
    private const string EveryHour = "0 7 * * * *";

    public static readonly IReadOnlyList<Sweep> All =
    [
        new("send-due-steps", EveryQuarterMinute, "Question cards and reminders, when their instant has come.",
            (services, cancel) => services.GetRequiredService<SendDueSteps>().Run(cancel)),
        new("open-due-debriefs", EveryQuarterMinute, "The net below the reveal: a complete loop that nothing has opened.",
            (services, cancel) => services.GetRequiredService<OpenDueDebriefs>().Run(cancel)),
        new("deliver-posts", EveryQuarterMinute, "The net below the bell, and the retries.",
            (services, cancel) => services.GetRequiredService<DeliverPosts>().Run(cancel)),
        new("look-up-accounts", EveryQuarterMinute, "Who has which chat account, and in which zone they live: each person once a day.",
            (services, cancel) => services.GetRequiredService<LookUpAccounts>().Run(cancel)),
        new("forget-claims", EveryHour, "What chat services sent is remembered for a day.",
            (services, cancel) => services.GetRequiredService<ClaimInbound>().ForgetOld(cancel)),
    ];
}
