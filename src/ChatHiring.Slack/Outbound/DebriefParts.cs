using ChatHiring.Delivery;

namespace ChatHiring.Slack.Outbound;

/// <summary>What follows the pages of a debrief in its thread.</summary>
internal enum AfterPages
{
    /// <summary>From the old anchor to the debrief, where that had to be a new message.</summary>
    Pointer,

    /// <summary>A reply that the whole channel is told of.</summary>
    Ping,
}

/// <summary>The order of a debrief's messages: its pages, the pointer, the ping.</summary>
internal static class DebriefParts
{
    public const int AfterPages = 2;

    /// <returns>Null: the part is one of the pages.</returns>
    public static AfterPages? After(Envelope envelope) => (envelope.Parts - envelope.Part) switch
    {
        1 => Outbound.AfterPages.Ping,
        2 => Outbound.AfterPages.Pointer,
        _ => null,
    };
}
