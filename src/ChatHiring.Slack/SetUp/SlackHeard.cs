using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Slack.Inbound;
using ChatHiring.Timeline;

namespace ChatHiring.Slack.SetUp;

/// <summary>What the signatures of Slack's requests said, for whoever sets it up.</summary>
internal sealed class SlackHeard(TimeProvider time, Wording words)
{
    private readonly LastHeard<SlackVerdict> _heard = new(time);

    // Strangers who knock without a signature are no sign of anything.
    public void Note(SlackVerdict verdict)
    {
        if (verdict != SlackVerdict.Unsigned)
            _heard.Note(verdict);
    }

    /// <param name="zoneId">In which times are said.</param>
    public SetUpItem Item(string zoneId)
    {
        var (verdict, at) = _heard.Latest();
        return verdict switch
        {
            SlackVerdict.Genuine => Said(SetUpState.Works, "set-up.heard", at, zoneId),
            SlackVerdict.OtherTime => Said(SetUpState.Fault, "set-up.heard-other-time", at, zoneId),
            SlackVerdict.OtherSecret => Said(SetUpState.Fault, "set-up.heard-other-secret", at, zoneId),
            _ => new(SetUpPart.Signature, SetUpState.NotTried, words.Say("set-up.heard-nothing")),
        };
    }

    private SetUpItem Said(SetUpState state, string key, DateTimeOffset at, string zoneId) =>
        new(SetUpPart.Signature, state, words.Say(key, ("time", LocalTime.Show(at, zoneId))));
}
