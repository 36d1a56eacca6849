namespace ChatHiring.Fakes.Slack;

/// <summary>Slack says no. Thrown where it is found and answered in one place.</summary>
internal sealed class SlackRefusal(string error, params IReadOnlyList<string> messages) : Exception(error)
{
    public string Error => Message;

    /// <summary>What exactly; answered in <c>response_metadata.messages</c>.</summary>
    public IReadOnlyList<string> Messages => messages;

    /// <summary>Further members of the answer.</summary>
    public IReadOnlyDictionary<string, string> Also { get; init; } = new Dictionary<string, string>();
}
