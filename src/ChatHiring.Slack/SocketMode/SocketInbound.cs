using System.Text.Json;
using ChatHiring.Slack.Forms;
using ChatHiring.Slack.Inbound;
using Microsoft.Extensions.Logging;

namespace ChatHiring.Slack.SocketMode;

/// <summary>An envelope's payload is what a request's body would be, and the same handlers answer it.</summary>
internal sealed partial class SocketInbound(SlackEvents events, SlackInteractions interactions, SlackCommands commands, SlackMoments moments, ILogger<SocketInbound> log)
{
    /// <returns>Null: it could not be answered, so that it must not be acknowledged. Slack sends an event again.</returns>
    public async Task<SlackReply?> Answer(string type, JsonElement payload, CancellationToken cancel)
    {
        try
        {
            return await Handle(type, payload, cancel);
        }
        catch (Exception thrown) when (!cancel.IsCancellationRequested)
        {
            LogUnanswered(type, thrown.GetType().Name);
            return null;
        }
    }

    private async Task<SlackReply?> Handle(string type, JsonElement payload, CancellationToken cancel) => type switch
    {
        "events_api" => await events.Handle(payload, cancel),
        "interactive" => await interactions.Handle(payload, moments.Guess(), cancel),
        "slash_commands" => await commands.Handle(payload, cancel),
        _ => SlackReply.Empty,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "A {Type} from Slack could not be answered: {Exception}")]
    private partial void LogUnanswered(string type, string exception);
}
