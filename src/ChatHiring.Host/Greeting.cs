using ChatHiring.Slack;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace ChatHiring.Host;

/// <summary>
/// Prints the one address at which a person finds ChatHiring, <c>PublicUrl</c> or else the first it listens on, and which chats are on.
/// </summary>
internal sealed class Greeting(IServer server, IConfiguration configuration, IOptions<SlackOptions> slack)
{
    public void Print()
    {
        var address = configuration["PublicUrl"] is { Length: > 0 } told ? told : server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        if (address is not null)
            Console.WriteLine($"ChatHiring is open at {address}");
        Console.WriteLine(Chats(slack.Value));
    }

    internal static string Chats(SlackOptions slack) => slack switch
    {
        { IsOn: false } => "Slack is off: docs/slack.md says how to set it up. Teams comes with a later version.",
        { IsSocketMode: true } => "Slack is on over Socket Mode. Teams comes with a later version.",
        _ => "Slack is on over HTTPS: its requests come to /slack. Teams comes with a later version.",
    };
}
