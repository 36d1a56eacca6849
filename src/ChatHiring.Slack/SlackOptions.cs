namespace ChatHiring.Slack;

/// <summary>How ChatHiring is a Slack app. Section <c>Slack</c>.</summary>
public sealed class SlackOptions
{
    public const string Section = "Slack";

    /// <summary>Where Slack's Web API is, unless something else is set.</summary>
    public const string PublicApi = "https://slack.com/api/";

    private static readonly string[] SlackHosts = ["slack.com", "slack-gov.com"];

    /// <summary>Proves that a request comes from Slack; needed unless Socket Mode is on.</summary>
    public string? SigningSecret { get; set; }

    /// <summary>The token of one workspace; without it the app is installed through OAuth.</summary>
    public string? BotToken { get; set; }

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>Turns Socket Mode on: Slack is connected to, and nothing has to come in.</summary>
    public string? AppToken { get; set; }

    public string? ApiUrl { get; set; }

    public bool IsOn => IsSet(BotToken) || IsSet(ClientId);

    public bool IsInstalledThroughOAuth => IsSet(ClientId);

    public bool IsSocketMode => IsSet(AppToken);

    /// <summary>The base of the Web API, with its slash at the end.</summary>
    public Uri Api => new((IsSet(ApiUrl) ? ApiUrl : PublicApi) is { } url && url.EndsWith('/') ? url : ApiUrl + "/");

    /// <summary>One sentence that names the key at fault; null when the group is sound.</summary>
    /// <param name="isDevelopment">A stand-in on this machine may take Slack's place.</param>
    public string? Fault(bool isDevelopment) => ApiFault(isDevelopment) ?? SpaceFault() ?? GroupFault();

    // Copied with a line's end, a token makes a header that cannot be sent.
    private string? SpaceFault() => Secrets().FirstOrDefault(setting => setting.Value?.Any(char.IsWhiteSpace) == true).Key is { } key
        ? $"Slack:{key} holds a space or a line's end: copy it again without."
        : null;

    private string? GroupFault() => this switch
    {
        { IsOn: false } => FirstSet() is { } key ? $"Slack:{key} is set, and neither Slack:BotToken nor Slack:ClientId is. Set one of them, or remove it." : null,
        _ when IsSet(BotToken) && IsSet(ClientId) => "Slack:BotToken and Slack:ClientId are both set. Keep the token for one workspace, or the client id for an installation through OAuth.",
        _ when IsSet(ClientId) != IsSet(ClientSecret) => $"Slack:{(IsSet(ClientId) ? nameof(ClientSecret) : nameof(ClientId))} is missing: client id and client secret go together.",
        { IsSocketMode: true } => AppToken?.StartsWith("xapp-", StringComparison.Ordinal) == true ? null : "Slack:AppToken is no app-level token: those begin with xapp-.",
        _ when !IsSet(SigningSecret) => "Slack:SigningSecret is missing: without it nobody can tell whether a request comes from Slack.",
        _ => null,
    };

    private string? ApiFault(bool isDevelopment)
    {
        if (!IsSet(ApiUrl))
            return null;
        if (!Uri.TryCreate(ApiUrl, UriKind.Absolute, out var url))
            return $"Slack:ApiUrl '{ApiUrl}' is no address.";
        var isSlack = url.Scheme == Uri.UriSchemeHttps && Array.Exists(SlackHosts, host => url.Host == host || url.Host.EndsWith("." + host, StringComparison.Ordinal));
        return isSlack || (isDevelopment && url.IsLoopback)
            ? null
            : $"Slack:ApiUrl '{ApiUrl}' is not Slack's. A stand-in is allowed in Development, on this machine.";
    }

    private string? FirstSet() => Secrets().Append((Key: nameof(ApiUrl), Value: ApiUrl)).FirstOrDefault(setting => IsSet(setting.Value)).Key;

    private (string Key, string? Value)[] Secrets() =>
    [
        (nameof(SigningSecret), SigningSecret), (nameof(BotToken), BotToken), (nameof(ClientId), ClientId), (nameof(ClientSecret), ClientSecret), (nameof(AppToken), AppToken),
    ];

    private static bool IsSet(string? value) => !string.IsNullOrEmpty(value);
}
