using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.Jobs;
using ChatHiring.LoopFiles;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Scorecards;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ChatHiring;

/// <summary>Registers the product: storage, use cases, sweeps. The caller brings an <see cref="IBell"/>, platforms and a pack shelf.</summary>
public static class ChatHiringServices
{
    public static IServiceCollection AddChatHiring(this IServiceCollection services) => services.AddStorage().AddUseCases();

    private static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => NewIds.By(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(DatabasesOf);
        services.AddSingleton<Commit>(provider => provider.GetRequiredService<Databases>() is { SqliteFile: not null } sqlite
            ? new SqliteWriter(sqlite, provider.GetRequiredService<IBell>())
            : new PostgresCommit(provider.GetRequiredService<Databases>(), provider.GetRequiredService<IBell>()));
        services.AddSingleton<CommitWatch>(provider => provider.GetRequiredService<Databases>() is { SqliteFile: not null } sqlite
            ? new SqliteCommitWatch(sqlite, provider.GetRequiredService<TimeProvider>())
            : new PostgresCommitWatch(provider.GetRequiredService<Databases>()));
        services.AddSingleton(provider => new Snapshot(provider.GetRequiredService<Databases>()));
        services.AddSingleton(provider => new PrepareStorage(provider.GetRequiredService<Databases>()));
        services.AddSingleton<KeepKeys>();
        return services;
    }

    private static IServiceCollection AddUseCases(this IServiceCollection services)
    {
        services.TryAddSingleton<ProductClock>();
        services.AddSingleton(CalendarsOf);
        services.AddSingleton<SealedPanel>();
        services.AddSingleton(provider => new ReadDebrief(
            provider.GetRequiredService<SealedPanel>(), provider.GetRequiredService<Snapshot>(), provider.GetRequiredService<Calendars>()));
        foreach (var useCase in (Type[])
            [
                typeof(ImportLoops), typeof(SaveDraft), typeof(SubmitScorecard), typeof(ReadScoreForm), typeof(ReadInbox), typeof(ReadChannel),
                typeof(ReadPeople), typeof(ReadNewLoop), typeof(SetUpLoop), typeof(ReadPlan), typeof(ReadLoops), typeof(SendNudge), typeof(ReadGoAhead),
                typeof(GiveGoAhead), typeof(DeclineSeat), typeof(TakeSeatAgain), typeof(FastForward), typeof(SendDueSteps), typeof(OpenDueDebriefs), typeof(DeliverPosts), typeof(MessageTurn),
                typeof(RoutePost), typeof(ReadPost), typeof(ClaimInbound), typeof(KeepInstallation), typeof(KeepConversation), typeof(LinkAccounts), typeof(LookUpAccounts), typeof(CheckSetUp),
                typeof(SendTestMessage), typeof(SendAgain), typeof(WalkForm), typeof(WalkGoAhead), typeof(ShowCardAgain),
            ])
            services.AddSingleton(useCase);
        return services;
    }

    private static Calendars CalendarsOf(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<OrganisationOptions>>().Value;
        var today = DateOnly.FromDateTime(provider.GetRequiredService<ProductClock>().Now.UtcDateTime);
        return new Calendars(options.TimeZone, new(() => options.DaysOff(today)));
    }

    private static Databases DatabasesOf(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
        return options.IsPostgres
            ? Databases.Postgres(options.ConnectionString ?? "")
            : Databases.Sqlite(options.SqliteFile, provider.GetRequiredService<TimeProvider>(), options.BusySeconds);
    }
}
