namespace ChatHiring.Jobs;

/// <summary>A debrief channel of the web platform: a page that the people of its jobs can read.</summary>
internal sealed class Channel
{
    public required ChannelId Id { get; init; }

    /// <summary>Lower case; unique.</summary>
    public required string Name { get; init; }
}
