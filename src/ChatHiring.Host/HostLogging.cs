using Microsoft.Extensions.Logging.Console;

namespace ChatHiring.Host;

/// <summary>One line an event: readable in Development, JSON elsewhere. Messages carry ids, never names, scores or texts.</summary>
internal static class HostLogging
{
    public static void AddHostLogging(this ILoggingBuilder logging, IHostEnvironment environment)
    {
        logging.ClearProviders();
        if (environment.IsDevelopment())
            logging.AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat, console.ColorBehavior) = (true, "HH:mm:ss ", LoggerColorBehavior.Disabled));
        else
            logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
    }
}
