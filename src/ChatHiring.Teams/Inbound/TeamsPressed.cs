using System.Text.Json;
using ChatHiring.Delivery;
using ChatHiring.Scorecards;
using ChatHiring.Teams.Cards;

namespace ChatHiring.Teams.Inbound;

/// <summary>What somebody pressed, with what the card sent beside it.</summary>
/// <param name="Act">One of <see cref="TeamsActs"/>; anything else from whoever makes a request up.</param>
/// <param name="Place">Where the answer is shown.</param>
/// <param name="Moment">Null when Teams does not say.</param>
/// <param name="Id">Of the activity, in its conversation; null when Teams gave none.</param>
internal sealed record TeamsPressed(string Act, JsonElement Data, FormPlace Place, FormMoment? Moment, string? Id)
{
    /// <summary>The invoke of a button whose answer takes the place of its message.</summary>
    public const string Execute = "adaptiveCard/action";

    /// <remarks>A playground leaves out the trigger, the action's id and the name of who acts: none of them is looked at.</remarks>
    public static TeamsPressed Read(TeamsActivity activity)
    {
        var action = activity.Value.Child("action");
        var (data, place) = activity.Name == Execute ? (action.Child("data"), FormPlace.Message) : (activity.Value.Child("data"), FormPlace.Dialog);
        return new(data.Text("act") ?? action.Text("verb") ?? "", data, place, activity.Moment, activity.Claim);
    }
}
