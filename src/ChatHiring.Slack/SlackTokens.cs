using System.Text.Json;
using ChatHiring.Delivery;
using ChatHiring.People;
using ChatHiring.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace ChatHiring.Slack;

/// <summary>The bot's token: the one that is configured, or the one that the installation gave us, renewed before it runs out.</summary>
internal sealed class SlackTokens(
    IOptions<SlackOptions> options, KeepInstallation installations, ClaimInbound claimInbound, SlackOAuth oauth, IDataProtectionProvider protection, TimeProvider time)
    : ISlackTokens
{
    /// <summary>Slack's tokens live twelve hours; its own kit renews them this much earlier.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromHours(2);

    private const int RenewalsApart = 5;

    private readonly IDataProtector _seal = protection.CreateProtector("ChatHiring.Slack.Tokens");

    // While the database does not answer, people are told so in Slack.
    private volatile string? _last;

    public async Task<string?> Bot(CancellationToken cancel)
    {
        if (options.Value.BotToken is { Length: > 0 } configured)
            return configured;
        try
        {
            return _last = await Kept(cancel);
        }
        catch (StorageUnavailableException) when (_last is not null)
        {
            return _last;
        }
    }

    private async Task<string?> Kept(CancellationToken cancel)
    {
        if (await Newest(cancel) is not { } kept)
            return null;
        return kept.ExpiresAt - time.GetUtcNow() < Early && await Renew(kept, cancel) is { } renewed ? renewed : Opened(kept).Access;
    }

    // A token from the configuration names no workspace; Slack signs for this app alone.
    public async Task<bool> IsFor(JsonElement payload, CancellationToken cancel) =>
        options.Value.BotToken is { Length: > 0 } || await Newest(cancel) is { } kept && SlackSender.WorkspacesOf(payload).Contains(kept.Workspace);

    public async Task<string?> Renewed(string expired, CancellationToken cancel)
    {
        if (options.Value.BotToken is { Length: > 0 } || await Newest(cancel) is not { } kept)
            return null;
        return Opened(kept).Access is { } other && other != expired ? other : await Renew(kept, cancel);
    }

    /// <summary>Keeps what an installation gave us.</summary>
    /// <returns>False: the person may not install anything.</returns>
    public Task<bool> Keep(PersonId by, SlackGrant grant, CancellationToken cancel) =>
        installations.Keep(by, SlackPosts.Platform, grant.Workspace, Sealed(grant.Tokens), grant.ExpiresAt, cancel);

    private async Task<KeptInstallation?> Newest(CancellationToken cancel) => (await installations.All(SlackPosts.Platform, cancel)).LastOrDefault();

    // A refresh token is good for one use: of all hosts one uses it.
    private async Task<string?> Renew(KeptInstallation kept, CancellationToken cancel)
    {
        var slot = time.GetUtcNow().ToUnixTimeSeconds() / 60 / RenewalsApart;
        if (Opened(kept).Refresh is not { } refresh || !await claimInbound.Run(SlackPosts.Platform, $"renew:{kept.Workspace}:{kept.Version}:{slot}", cancel))
            return null;
        // What Slack gives is kept even when whoever asked waits no longer: the old refresh token is used up by then.
        return await Refreshed(kept, refresh).WaitAsync(cancel);
    }

    private async Task<string?> Refreshed(KeptInstallation kept, string refresh)
    {
        if (await oauth.Refresh(refresh, CancellationToken.None) is not { } grant)
            return null;
        await installations.Renew(SlackPosts.Platform, kept.Workspace, kept.Version, Sealed(grant.Tokens), grant.ExpiresAt, CancellationToken.None);
        return grant.Tokens.Access;
    }

    private string Sealed(SlackTokenPair tokens) => _seal.Protect(JsonSerializer.Serialize(tokens));

    private SlackTokenPair Opened(KeptInstallation kept) =>
        JsonSerializer.Deserialize<SlackTokenPair>(_seal.Unprotect(kept.Secrets)) ?? throw new InvalidDataException("An installation without tokens.");
}

/// <summary>An access token, and what renews it; null where tokens do not expire.</summary>
internal sealed record SlackTokenPair(string Access, string? Refresh);

/// <summary>What Slack gave us for an installation.</summary>
/// <param name="Workspace">The workspace's id, or the organisation's where the app is installed for all of it.</param>
internal sealed record SlackGrant(string Workspace, SlackTokenPair Tokens, DateTimeOffset? ExpiresAt);
