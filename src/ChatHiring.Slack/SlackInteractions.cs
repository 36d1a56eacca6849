using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace ChatHiring.Slack;

/// <summary>What a person pressed or sent, to what answers it. Whoever may do what is judged there, never by the button.</summary>
internal sealed partial class SlackInteractions(ISlackTokens tokens, SlackPeople people, SlackActions actions, SlackSubmissions submissions, SlackViews views, SlackPatience limit, TimeProvider time, ILogger<SlackInteractions> log)
{
    public Task<SlackReply> Handle(JsonElement payload, CancellationToken cancel) =>
        limit.Within(inTime => Answer(payload, inTime), (outage, rest) => NotSaved(payload, outage, rest), time, cancel);

    private async Task<SlackReply> Answer(JsonElement payload, CancellationToken cancel)
    {
        if (SlackSender.Of(payload) is not { } sender || !await tokens.IsFor(payload, cancel))
            return SlackReply.Empty;
        var person = await people.Find(sender, cancel);
        return payload.Text("type") switch
        {
            "block_actions" => await actions.Handle(person, payload, cancel),
            "view_submission" => await submissions.Handle(person, payload, cancel),
            "shortcut" => await actions.MyCards(person, payload, cancel),
            _ => SlackReply.Empty,
        };
    }

    // A form keeps what was typed: only its author has to know that it is nowhere else yet.
    private async Task<SlackReply> NotSaved(JsonElement payload, Exception outage, CancellationToken cancel)
    {
        LogOutage(payload.Text("type") ?? "", outage.GetType().Name);
        if (payload.Text("type") == "view_submission")
            return submissions.NotSaved(payload);
        var isInForm = payload.Child("view").Text("type") == "modal";
        if (payload.Text("trigger_id") is { } trigger && !(isInForm && IsTap(payload)))
            await (isInForm ? views.Push(trigger, views.Later(), cancel) : views.Open(trigger, views.Later(), cancel));
        return SlackReply.Empty;
    }

    // The form sends a chosen score again with whatever is pressed next, and a note after each tap would be in the way.
    private static bool IsTap(JsonElement payload) => payload.Children("actions").FirstOrDefault().Text("action_id") == SlackActions.Score;

    [LoggerMessage(Level = LogLevel.Warning, Message = "A {Type} from Slack could not be answered: {Exception}")]
    private partial void LogOutage(string type, string exception);
}
