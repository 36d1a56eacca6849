namespace ChatHiring.Debriefs;

/// <summary>Where debriefs may go. Section <c>Debriefs</c>.</summary>
public sealed class DebriefsOptions
{
    public const string Section = "Debriefs";

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public string? AllowPublicChannels { get; set; }

    /// <summary>Product rule 15: a channel that everybody can read is refused unless this is set.</summary>
    public bool MayBePublic => bool.TryParse(AllowPublicChannels, out var allowed) && allowed;

    /// <summary>One sentence that names the key at fault; null when the group is sound.</summary>
    public string? Fault() => string.IsNullOrEmpty(AllowPublicChannels) || bool.TryParse(AllowPublicChannels, out _)
        ? null
        : $"Debriefs:AllowPublicChannels '{AllowPublicChannels}' is neither true nor false.";
}
