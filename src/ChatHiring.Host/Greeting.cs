using ChatHiring.Delivery;
using ChatHiring.Slack;
using ChatHiring.Teams;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace ChatHiring.Host;

/// <summary>
/// Prints the one address at which a person finds ChatHiring, <c>PublicUrl</c> or else the first it listens on, and which chats are on.
/// </summary>
internal sealed class Greeting(IServer server, PublicAddress publicAddress, IOptions<SlackOptions> slack, IOptions<TeamsOptions> teams)
{
    public void Print()
    {
        var address = publicAddress.Told?.OriginalString ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        if (address is not null)
            Console.WriteLine($"ChatHiring is open at {address}");
        Console.WriteLine(Chats(slack.Value, teams.Value));
    }

    internal static string Chats(SlackOptions slack, TeamsOptions teams) => Of(slack) + " " + Of(teams);

    private static string Of(TeamsOptions teams) => teams switch
    {
        { IsOn: false } => "Teams is off: docs/teams.md says how to set it up.",
        { IsUnauthenticated: true } => "TEAMS IS ON WITHOUT PROOF OF WHO ASKS: whatever comes to /api/messages from this machine is believed. That is for a playground, never for real cards.",
        _ => "Teams is on: its activities come to /api/messages.",
    };

    private static string Of(SlackOptions slack) => slack switch
    {
        { IsOn: false } => "Slack is off: docs/slack.md says how to set it up.",
        { IsSocketMode: true } => "Slack is on over Socket Mode.",
        _ => "Slack is on over HTTPS: its requests come to /slack.",
    };
}
