namespace ChatHiring.Slack;

/// <summary>How ChatHiring is a Slack app. Section <c>Slack</c>.</summary>
public sealed class SlackOptions
{
    public const string Section = "Slack";

    public string? SigningSecret { get; set; }

    public string? BotToken { get; set; }

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    public string? AppToken { get; set; }

    public string? ApiUrl { get; set; }

    /// <summary>One sentence that names the key at fault; null when the group is sound.</summary>
    public string? Fault() => FirstSet() is { } key
        ? $"Slack:{key} is set, and this version does not speak to Slack yet. Remove it."
        : null;

    private string? FirstSet() => new (string Key, string? Value)[]
        {
            (nameof(SigningSecret), SigningSecret), (nameof(BotToken), BotToken), (nameof(ClientId), ClientId),
            (nameof(ClientSecret), ClientSecret), (nameof(AppToken), AppToken), (nameof(ApiUrl), ApiUrl),
        }
        .FirstOrDefault(setting => !string.IsNullOrEmpty(setting.Value)).Key;
}
