using ChatHiring.Delivery;
using ChatHiring.Slack.Accounts;
using ChatHiring.Slack.Cards;
using ChatHiring.Slack.Forms;
using ChatHiring.Slack.Inbound;
using ChatHiring.Slack.Install;
using ChatHiring.Slack.Outbound;
using ChatHiring.Slack.SetUp;
using ChatHiring.Slack.SocketMode;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Slack;

/// <summary>Registers Slack, if it is set up, and its routes.</summary>
public static class SlackServices
{
    /// <summary>Slack waits three seconds for us; a delivery may wait longer for Slack, and less than its lease.</summary>
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(10);

    // The client lives as long as the host; its connections do not, or a moved address would never be noticed.
    private static readonly TimeSpan FreshAddresses = TimeSpan.FromMinutes(5);

    /// <param name="cards">The folder of the templates.</param>
    public static IServiceCollection AddSlack(this IServiceCollection services, IConfiguration configuration, string cards)
    {
        services.Configure<SlackOptions>(configuration.GetSection(SlackOptions.Section));
        if (configuration.GetSection(SlackOptions.Section).Get<SlackOptions>() is not { IsOn: true })
            return services;
        services.AddHttpClient(SlackPosts.Platform, http => http.Timeout = LongestCall)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { PooledConnectionLifetime = FreshAddresses, AllowAutoRedirect = false });
        services.AddHttpClient(SlackKnock.Client, http => http.Timeout = SlackKnock.Longest).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        services.AddSingleton<SlackPace>();
        services.AddSingleton(SlackPatience.Usual);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SlackApi>(provider, Http(provider)));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SlackOAuth>(provider, Http(provider)));
        services.AddSingleton<SlackTokens>();
        services.AddSingleton<ISlackTokens>(provider => provider.GetRequiredService<SlackTokens>());
        services.AddSingleton<SlackInstall>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SlackCards>(provider, cards));
        foreach (var part in (Type[])
            [
                typeof(SlackDirectory), typeof(SlackPeople), typeof(SlackMessages), typeof(SlackForm), typeof(SlackDrafts), typeof(SlackMoments), typeof(SlackDecline), typeof(SlackMarks), typeof(SlackViews), typeof(SlackHome), typeof(SlackGoAhead), typeof(SlackActions),
                typeof(SlackSubmissions), typeof(SlackInteractions), typeof(SlackEvents), typeof(SlackCommands), typeof(SlackHeard), typeof(SlackKnock), typeof(SocketCheck), typeof(SlackTestMessage), typeof(SlackFoundPeople),
            ])
            services.AddSingleton(part);
        return services.AddSingleton<ICheckSetUp, SlackSetUp>().AddSingleton<IChatPlatform, SlackPosts>();
    }

    /// <summary>The connections out to Slack, if they take the place of the routes.</summary>
    /// <param name="opened">Done when the database is open: before, nothing could be answered.</param>
    public static void AddSlackSockets(this IServiceCollection services, IConfiguration configuration, Func<IServiceProvider, CancellationToken, Task> opened)
    {
        if (configuration.GetSection(SlackOptions.Section).Get<SlackOptions>() is not { IsOn: true, IsSocketMode: true })
            return;
        services.AddSingleton<SocketInbound>().AddSingleton<SocketDoor>();
        services.AddSingleton(provider => new SlackSockets(provider, cancel => opened(provider, cancel)));
        services.AddHostedService(provider => provider.GetRequiredService<SlackSockets>());
    }

    /// <summary>The routes that Slack calls: in Socket Mode, and while Slack is not set up, none.</summary>
    public static void MapSlack(this IEndpointRouteBuilder routes, IConfiguration configuration)
    {
        if (configuration.GetSection(SlackOptions.Section).Get<SlackOptions>() is not { IsOn: true } slack)
            return;
        if (!slack.IsSocketMode)
            SlackEndpoints.Map(routes);
        if (slack.IsInstalledThroughOAuth)
            SlackInstall.Map(routes);
    }

    private static HttpClient Http(IServiceProvider provider) => provider.GetRequiredService<IHttpClientFactory>().CreateClient(SlackPosts.Platform);
}
