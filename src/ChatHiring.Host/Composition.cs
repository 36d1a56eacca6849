using ChatHiring.Cards;
using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.Demo;
using ChatHiring.Packs;
using ChatHiring.People;
using ChatHiring.Slack;
using ChatHiring.Slack.Cards;
using ChatHiring.Storage;
using ChatHiring.Teams;
using ChatHiring.Teams.Cards;
using ChatHiring.Timeline;
using ChatHiring.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace ChatHiring.Host;

/// <summary>What the host is made of.</summary>
internal static class Composition
{
    /// <summary>Files are found beside the program, whatever folder it is started in.</summary>
    public static WebApplicationBuilder CreateBuilder(string[] args) => WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = args,
        ContentRootPath = AppContext.BaseDirectory,
    });

    public static void AddHost(this WebApplicationBuilder builder)
    {
        builder.Host.UseDefaultServiceProvider(provider => (provider.ValidateScopes, provider.ValidateOnBuild) = (true, true));
        builder.Logging.AddHostLogging(builder.Environment);
        builder.Services.AddSingleton<CheckSettings>();
        builder.Services.AddHostedService(services => services.GetRequiredService<CheckSettings>());
        builder.Services.AddProduct(builder.Configuration);
        builder.Services.AddStart();
        if (builder.Environment.IsDevelopment())
            builder.Services.AddDevelopment();
        builder.Services.AddSweeping();
        builder.Services.AddSlack(builder.Configuration, SlackCards);
        builder.Services.AddSlackSockets(builder.Configuration, (services, cancel) => services.GetRequiredService<StorageReady>().Opened(cancel));
        builder.Services.AddTeams(builder.Configuration, TeamsCards);
        builder.Services.AddWeb();
    }

    /// <exception cref="StartRefusedException">A setting is wrong; the message names it.</exception>
    public static Task CheckSettings(this WebApplication app) => app.Services.GetRequiredService<CheckSettings>().StartingAsync(CancellationToken.None);

    public static void UseHost(this WebApplication app)
    {
        app.UseHostHealth();
        app.UseWeb(() => app.Services.GetRequiredService<StorageReady>().Yes);
        app.MapSlack(app.Configuration);
        app.MapTeams(app.Configuration);
        app.MapSweepDashboard();
        app.Lifetime.ApplicationStarted.Register(() => app.Services.GetRequiredService<Greeting>().Print());
    }

    /// <summary>Storage, use cases, files and keys: what the verbs need too.</summary>
    public static IServiceCollection AddProduct(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<StorageOptions>(configuration.GetSection(StorageOptions.Section));
        services.PostConfigure<StorageOptions>(options => options.ConnectionString = configuration.GetConnectionString("ChatHiring"));
        services.Configure<OrganisationOptions>(configuration.GetSection(OrganisationOptions.Section));
        services.Configure<DebriefsOptions>(configuration.GetSection(DebriefsOptions.Section));
        services.Configure<ClockOptions>(configuration.GetSection(ClockOptions.Section));
        services.AddChatHiring();
        services.AddSingleton(Wording.Load(Path.Combine(AppContext.BaseDirectory, "cards", "words.en.json")));
        services.AddSingleton(PackShelf.Load(Path.Combine(AppContext.BaseDirectory, "packs")));
        services.AddSingleton(provider => PublicAddress.Read(provider.GetRequiredService<IConfiguration>()["PublicUrl"], provider.GetRequiredService<IConfiguration>()["Urls"]));
        services.AddSingleton<PageLinks>();
        services.AddSingleton<Bell>();
        services.AddSingleton<IBell>(provider => provider.GetRequiredService<Bell>());
        return services;
    }

    /// <summary>A verb looks at chat platforms through what the host uses itself. It reads the keys and makes none.</summary>
    public static void AddChatForVerbs(this WebApplicationBuilder builder)
    {
        builder.Services.AddKeyRing();
        builder.Services.AddDataProtection().DisableAutomaticKeyGeneration();
        builder.Services.AddSlack(builder.Configuration, SlackCards);
        builder.Services.AddTeams(builder.Configuration, TeamsCards);
    }

    private static string TeamsCards => Path.Combine(AppContext.BaseDirectory, "cards", "teams");

    private static string SlackCards => Path.Combine(AppContext.BaseDirectory, "cards", "slack");

    /// <summary>What the verbs do without: the start and the key ring. They start in this order, and the keys are read from the opened storage.</summary>
    private static void AddStart(this IServiceCollection services)
    {
        services.AddSingleton<Greeting>();
        services.AddSingleton<StorageReady>();
        services.AddHostedService<OpenStorage>();
        services.AddKeyRing();
    }

    // Before anything is delivered: the first count in a channel is the demo's.
    private static void AddDevelopment(this IServiceCollection services)
    {
        services.AddHostedService<RunningClock>();
        services.AddDemo(Path.Combine(AppContext.BaseDirectory, "samples", "demo.yaml")).AddHostedService<DemoAtStart>();
    }

    /// <summary>Delivery at once, and the sweeps.</summary>
    private static void AddSweeping(this IServiceCollection services)
    {
        services.AddHostedService<Delivering>();
        services.AddHangfireTicker();
    }

    private static void AddKeyRing(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("ChatHiring");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeyRing>();
    }
}
