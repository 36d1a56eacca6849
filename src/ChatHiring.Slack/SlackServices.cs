using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Slack;

/// <summary>Registers Slack. So far it only knows its settings, so that a set one is refused aloud.</summary>
public static class SlackServices
{
    public static IServiceCollection AddSlack(this IServiceCollection services, IConfiguration configuration) =>
        services.Configure<SlackOptions>(configuration.GetSection(SlackOptions.Section));
}
