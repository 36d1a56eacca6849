using ChatHiring.Delivery;
using ChatHiring.Teams.Accounts;
using ChatHiring.Teams.Cards;
using ChatHiring.Teams.Forms;
using ChatHiring.Teams.Inbound;
using ChatHiring.Teams.Outbound;
using ChatHiring.Teams.SetUp;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Teams;

/// <summary>Registers Teams, if it is set up, and its route.</summary>
public static class TeamsServices
{
    /// <summary>A delivery may wait longer for Teams than Teams for us, and less than its lease.</summary>
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(10);

    // The client lives as long as the host; its connections do not, or a moved address would never be noticed.
    private static readonly TimeSpan FreshAddresses = TimeSpan.FromMinutes(5);

    /// <param name="cards">The folder of the templates.</param>
    public static IServiceCollection AddTeams(this IServiceCollection services, IConfiguration configuration, string cards)
    {
        services.Configure<TeamsOptions>(configuration.GetSection(TeamsOptions.Section));
        if (configuration.GetSection(TeamsOptions.Section).Get<TeamsOptions>() is not { IsOn: true } teams)
            return services;
        foreach (var client in (string[])[TeamsPlaces.Platform, TeamsTokens.Client])
            services.AddHttpClient(client, http => http.Timeout = LongestCall)
                .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { PooledConnectionLifetime = FreshAddresses, AllowAutoRedirect = false });
        services.AddHttpClient(TeamsKnock.Client, http => http.Timeout = TeamsKnock.Longest).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        services.AddAuthentication().AddJwtBearer(TeamsToken.Scheme, bearer => TeamsToken.Configure(bearer, teams));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<TeamsApi>(provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(TeamsPlaces.Platform)));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<TeamsCards>(provider, cards));
        services.AddSingleton(TeamsPatience.Usual);
        foreach (var part in (Type[])
            [
                typeof(TeamsToken), typeof(TeamsGate), typeof(TeamsTokens), typeof(TeamsPace), typeof(TeamsPlaces), typeof(TeamsDirectory), typeof(TeamsPeople), typeof(TeamsMessages), typeof(TeamsForm),
                typeof(TeamsSubmissions), typeof(TeamsDecline), typeof(TeamsGoAhead), typeof(TeamsLists), typeof(TeamsInvokes), typeof(TeamsCommands), typeof(TeamsEvents), typeof(TeamsActivities),
                typeof(TeamsChats), typeof(TeamsHeard), typeof(TeamsKnock), typeof(TeamsTestMessage),
            ])
            services.AddSingleton(part);
        return services.AddSingleton<ICheckSetUp, TeamsSetUp>().AddSingleton<IChatPlatform, TeamsPosts>();
    }

    /// <summary>The route that Teams calls; none while Teams is not set up.</summary>
    public static void MapTeams(this IEndpointRouteBuilder routes, IConfiguration configuration)
    {
        if (configuration.GetSection(TeamsOptions.Section).Get<TeamsOptions>() is { IsOn: true })
            TeamsEndpoints.Map(routes);
    }
}
