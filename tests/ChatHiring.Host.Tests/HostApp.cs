using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatHiring.Host.Tests;

/// <summary>The whole app as it is shipped, on a database of its own, with everything it logs.</summary>
/// <param name="demo">Starts on an empty database as a newcomer does; otherwise the whole loop is in it.</param>
internal sealed class HostApp(TestDatabase database, Action<IServiceCollection>? also = null, bool demo = false) : WebApplicationFactory<Program>
{
    public ConcurrentQueue<string> Logged { get; } = new();

    /// <summary>Settings beyond those that every test needs.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Somebody at a browser without script, signed in by one click.</summary>
    public async Task<Visitor> As(string name)
    {
        var visitor = Stranger();
        await visitor.SignIn(name);
        return visitor;
    }

    /// <param name="cookies">Of somebody who signed in before a restart; null for somebody new.</param>
    public Visitor Stranger(CookieContainer? cookies = null)
    {
        var jar = cookies ?? new CookieContainer();
        return new Visitor(CreateDefaultClient(new Uri("http://localhost"), new RedirectHandler(), new CookieContainerHandler(jar)), jar);
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        if (!demo)
            WholeLoop.Into(database).GetAwaiter().GetResult();
        return base.CreateHost(builder);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Storage:Provider", database.Engine.ToString());
        builder.UseSetting("ConnectionStrings:ChatHiring", database.ConnectionString);
        builder.UseSetting("Urls", "http://127.0.0.1:0");
        builder.UseSetting("Logging:LogLevel:Default", "Trace");
        builder.UseSetting("Logging:LogLevel:Microsoft", "Trace");
        builder.UseSetting("Logging:LogLevel:System", "Trace");
        builder.UseSetting("Logging:LogLevel:Hangfire", "Trace");
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(new Logger(Logged)));
        builder.ConfigureServices(services => also?.Invoke(services));
    }

    private sealed class Logger(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = $"{formatter(state, exception)} {exception}";
            lines.Enqueue(line);
            if (logLevel >= LogLevel.Warning)
                TestContext.Current.TestOutputHelper?.WriteLine(line);
        }

        public void Dispose()
        {
        }
    }
}
