using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Teams;

/// <summary>Registers Teams. So far it only knows its settings, so that a set one is refused aloud.</summary>
public static class TeamsServices
{
    public static IServiceCollection AddTeams(this IServiceCollection services, IConfiguration configuration) =>
        services.Configure<TeamsOptions>(configuration.GetSection(TeamsOptions.Section));
}
