using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Slack.Inbound;
using ChatHiring.Timeline;

namespace ChatHiring.Slack.SetUp;

/// <summary>When requests came in since this host started, by what their signature said. Keeps instants and nothing of the requests.</summary>
internal sealed class SlackHeard(TimeProvider time, Wording words)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<SlackVerdict, DateTimeOffset> _last = [];

    public void Note(SlackVerdict verdict)
    {
        lock (_lock)
            _last[verdict] = time.GetUtcNow();
    }

    /// <summary>A request that did not fit counts when none that fits came after it: a secret may change while the host runs.</summary>
    /// <param name="zoneId">In which times are said.</param>
    public SetUpItem Item(string zoneId)
    {
        var (verdict, at) = Latest();
        return verdict switch
        {
            SlackVerdict.Genuine => Said(SetUpState.Works, "set-up.heard", at, zoneId),
            SlackVerdict.OtherTime => Said(SetUpState.Fault, "set-up.heard-other-time", at, zoneId),
            SlackVerdict.OtherSecret => Said(SetUpState.Fault, "set-up.heard-other-secret", at, zoneId),
            _ => new(SetUpPart.Signature, SetUpState.NotTried, words.Say("set-up.heard-nothing")),
        };
    }

    // Strangers who knock without a signature are no sign of anything.
    private (SlackVerdict? Verdict, DateTimeOffset At) Latest()
    {
        lock (_lock)
            return _last.Where(heard => heard.Key != SlackVerdict.Unsigned).OrderByDescending(heard => heard.Value).ThenBy(heard => heard.Key)
                .Select(heard => ((SlackVerdict?)heard.Key, heard.Value)).FirstOrDefault();
    }

    private SetUpItem Said(SetUpState state, string key, DateTimeOffset at, string zoneId) =>
        new(SetUpPart.Signature, state, words.Say(key, ("time", LocalTime.Show(at, zoneId))));
}
