using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Timeline;
using Microsoft.Extensions.Options;

namespace ChatHiring.Teams.SetUp;

/// <summary>What became of Teams' requests, for whoever sets it up.</summary>
internal sealed class TeamsHeard(IOptions<TeamsOptions> options, TimeProvider time, Wording words)
{
    private readonly LastHeard<TeamsVerdict> _heard = new(time);

    public void Note(TeamsVerdict verdict) => _heard.Note(verdict);

    /// <param name="zoneId">In which times are said.</param>
    public SetUpItem Item(string zoneId) => _heard.Latest() switch
    {
        (TeamsVerdict.Taken, var at) => Said(SetUpState.Works, options.Value.IsUnauthenticated ? "set-up.teams-heard-untested" : "set-up.teams-heard", at, zoneId),
        (TeamsVerdict.Elsewhere, var at) => Said(SetUpState.Fault, "set-up.teams-heard-elsewhere", at, zoneId),
        (TeamsVerdict.OtherToken, var at) => Said(SetUpState.Fault, "set-up.teams-heard-token", at, zoneId),
        (TeamsVerdict.NoKeys, var at) => Said(SetUpState.Fault, "set-up.teams-heard-keys", at, zoneId),
        _ => new(SetUpPart.Requests, SetUpState.NotTried, words.Say("set-up.teams-heard-nothing")),
    };

    private SetUpItem Said(SetUpState state, string key, DateTimeOffset at, string zoneId) =>
        new(SetUpPart.Requests, state, words.Say(key, ("time", LocalTime.Show(at, zoneId))));
}

/// <summary>What became of a request. Strangers who knock without a token are no sign of anything.</summary>
internal enum TeamsVerdict
{
    Taken,

    /// <summary>Of another tenant, or to be answered where our token must not go.</summary>
    Elsewhere,

    /// <summary>Its token is not the Bot Framework's for this bot.</summary>
    OtherToken,

    /// <summary>Microsoft's keys could not be had, so that no token can be judged.</summary>
    NoKeys,
}
