using System.Text.Json;
using ChatHiring.Delivery;
using ChatHiring.Scorecards;
using ChatHiring.Slack.Accounts;
using ChatHiring.Slack.Forms;
using ChatHiring.Slack.Outbound;
using Microsoft.Extensions.Logging;

namespace ChatHiring.Slack.Inbound;

/// <summary>What a person pressed or sent, to what answers it. Whoever may do what is judged there, never by the button.</summary>
internal sealed partial class SlackInteractions(ISlackTokens tokens, SlackPeople people, SlackActions actions, SlackSubmissions submissions, SlackViews views, SlackMoments moments, SlackPatience limit, TimeProvider time, ILogger<SlackInteractions> log)
{
    /// <param name="sent">When, by Slack's clock; null: as it arrives.</param>
    public Task<SlackReply> Handle(JsonElement payload, FormMoment? sent, CancellationToken cancel)
    {
        moments.Note(SlackActions.Pressed(payload).Text("action_ts"));
        return limit.Within(inTime => Answer(payload, sent, inTime), (outage, rest) => NotSaved(payload, outage, rest), time, cancel);
    }

    private async Task<SlackReply> Answer(JsonElement payload, FormMoment? sent, CancellationToken cancel)
    {
        if (SlackSender.Of(payload) is not { } sender || !await tokens.IsFor(payload, cancel))
            return payload.Text("type") == "view_submission" ? submissions.HandBack(payload.Child("view")) : SlackReply.Empty;
        var person = await people.Find(sender, cancel);
        return payload.Text("type") switch
        {
            "block_actions" => await actions.Handle(person, payload, cancel),
            "view_submission" => await submissions.Handle(person, payload, sent, cancel),
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
        if (payload.Text("trigger_id") is { } trigger)
            await Say(trigger, payload.Child("view"), cancel);
        return SlackReply.Empty;
    }

    // On top of a form, which keeps what was typed; Home, a message and a shortcut have nothing that it could lie on.
    private Task<SlackAnswer> Say(string trigger, JsonElement view, CancellationToken cancel) => view.Text("type") == "modal"
        ? views.Push(trigger, SlackForm.StateOf(view) is { } state && !state.IsReview() ? views.NotSaved() : views.Later(), cancel, saysOutage: true)
        : views.Open(trigger, views.Later(), cancel, saysOutage: true);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A {Type} from Slack could not be answered: {Exception}")]
    private partial void LogOutage(string type, string exception);
}
