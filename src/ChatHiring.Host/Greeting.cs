using ChatHiring.Delivery;
using ChatHiring.Slack;
using ChatHiring.Teams;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace ChatHiring.Host;

/// <summary>
/// Prints where a person finds ChatHiring, <c>PublicUrl</c> or else the first address it listens on, and which chats are on.
/// </summary>
internal sealed class Greeting(IServer server, PublicAddress publicAddress, IOptions<SlackOptions> slack, IOptions<TeamsOptions> teams)
{
    public void Print()
    {
        var here = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        if (Open(publicAddress.Told, here) is { } open)
            Console.WriteLine(open);
        Console.WriteLine(Chats(slack.Value, teams.Value));
    }

    /// <summary>One address for everybody; and the one on this machine beside it, where that is another.</summary>
    internal static string? Open(Uri? told, string? here) => (told?.OriginalString ?? here) is not { } address ? null
        : told is null || here is null || (Uri.TryCreate(here, UriKind.Absolute, out var local) && local == told) ? $"ChatHiring is open at {address}"
        : $"ChatHiring is open at {address}, and on this machine at {here}";

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
