using System.Text;
using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Slack;

/// <summary>Codes and refresh tokens, each good for one use, and the tokens that they were exchanged for.</summary>
public sealed class FakeOAuth(FakeWorkspace workspace, TimeProvider time)
{
    private static readonly TimeSpan CodeLives = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (int? ExpiresIn, DateTimeOffset At)> _offered = [];
    private readonly Dictionary<string, DateTimeOffset?> _access = [];
    private readonly List<string> _asked = [];
    private int _count;

    public string ClientId { get; init; } = "1.2";

    public string ClientSecret { get; init; } = "secret";

    /// <summary>The organisation that the app is installed for; null: for the workspace alone.</summary>
    public string? Organisation { get; set; }

    /// <summary>Every code and refresh token that somebody with the right secret came with, in order.</summary>
    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_lock)
                return [.. _asked];
        }
    }

    /// <summary>An administrator agreed: the app may come with this code.</summary>
    /// <param name="expiresIn">Seconds; null for tokens that do not expire.</param>
    public void Offer(string code, int? expiresIn = null)
    {
        lock (_lock)
            _offered[code] = (expiresIn, time.GetUtcNow());
    }

    internal SlackRefusal? FaultOf(string token)
    {
        lock (_lock)
            return !_access.TryGetValue(token, out var until) ? new SlackRefusal("invalid_auth")
                : until <= time.GetUtcNow() ? new SlackRefusal("token_expired")
                : null;
    }

    internal JsonObject Access(SlackCall call)
    {
        if (!IsClient(call))
            throw new SlackRefusal(call.Token is null && !call.Has("client_id") ? "invalid_client_id" : "bad_client_secret");
        var isRefresh = call["grant_type"] == "refresh_token";
        var came = call[isRefresh ? "refresh_token" : "code"];
        lock (_lock)
        {
            _asked.Add(came);
            if (!_offered.Remove(came, out var offered) || (!isRefresh && time.GetUtcNow() - offered.At > CodeLives))
                throw new SlackRefusal(isRefresh ? "invalid_refresh_token" : "invalid_code");
            return Granted(isRefresh ? 43_200 : offered.ExpiresIn);
        }
    }

    private JsonObject Granted(int? expiresIn)
    {
        var number = ++_count;
        var token = expiresIn is null ? $"xoxb-{number}" : $"xoxe.xoxb-{number}";
        _access[token] = expiresIn is { } seconds ? time.GetUtcNow().AddSeconds(seconds) : null;
        var granted = new JsonObject
        {
            ["access_token"] = token,
            ["token_type"] = "bot",
            ["scope"] = string.Join(',', workspace.Scopes),
            ["bot_user_id"] = workspace.Bot,
            ["app_id"] = workspace.App,
            ["team"] = Organisation is null ? new JsonObject { ["id"] = workspace.Team, ["name"] = "Example" } : null,
            ["enterprise"] = Organisation is null ? null : new JsonObject { ["id"] = Organisation, ["name"] = "Example" },
            ["is_enterprise_install"] = Organisation is not null,
            ["authed_user"] = new JsonObject { ["id"] = "U1" },
        };
        if (expiresIn is null)
            return granted;
        _offered[$"xoxe-{number}"] = (expiresIn, time.GetUtcNow());
        (granted["refresh_token"], granted["expires_in"]) = ($"xoxe-{number}", expiresIn);
        return granted;
    }

    private bool IsClient(SlackCall call) =>
        call.Token == "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ClientId}:{ClientSecret}")) || (call["client_id"] == ClientId && call["client_secret"] == ClientSecret);
}
