using ChatHiring.Packs;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Demo;

/// <summary>Registers the demo. Only a host in Development does so; nowhere else is there anything of it to be found.</summary>
public static class DemoServices
{
    /// <param name="path">The demo file.</param>
    public static IServiceCollection AddDemo(this IServiceCollection services, string path)
    {
        services.AddSingleton(provider => DemoShelf.Load(path, provider.GetRequiredService<PackShelf>()));
        foreach (var useCase in (Type[])[typeof(StartDemo), typeof(ReadDemo), typeof(ReadClock), typeof(AddWholeLoop), typeof(SampleAnswers)])
            services.AddSingleton(useCase);
        return services;
    }
}
