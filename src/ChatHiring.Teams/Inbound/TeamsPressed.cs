using System.Text.Json;
using ChatHiring.Delivery;
using ChatHiring.Scorecards;
using ChatHiring.Teams.Cards;
using ChatHiring.Teams.Outbound;

namespace ChatHiring.Teams.Inbound;

/// <summary>What somebody pressed, with what the card sent beside it.</summary>
/// <param name="Act">One of <see cref="TeamsActs"/>; anything else from whoever makes a request up.</param>
/// <param name="Place">Where the answer is shown.</param>
/// <param name="Moment">Null when Teams does not say.</param>
/// <param name="Sent">Null when Teams gave no id.</param>
internal sealed record TeamsPressed(string Act, JsonElement Data, FormPlace Place, FormMoment? Moment, InboundId? Sent)
{
    /// <summary>The invoke of a button whose answer takes the place of its message.</summary>
    public const string Execute = "adaptiveCard/action";

    /// <remarks>A playground leaves out the trigger, the action's id and the name of who acts: none of them is looked at.</remarks>
    public static TeamsPressed Read(TeamsActivity activity)
    {
        var action = activity.Value.Child("action");
        var (data, place) = activity.Name == Execute ? (action.Child("data"), FormPlace.Message) : (activity.Value.Child("data"), FormPlace.Dialog);
        return new(data.Text("act") ?? action.Text("verb") ?? "", data, place, activity.Moment, SentBy(activity));
    }

    /// <summary>A press that a client sent as a message.</summary>
    public static TeamsPressed OfMessage(TeamsActivity activity, string act) => new(act, activity.Value, FormPlace.Message, activity.Moment, SentBy(activity));

    private static InboundId? SentBy(TeamsActivity activity) => activity.Claim is { } id ? new(TeamsPlaces.Platform, $"act:{id}") : null;
}
