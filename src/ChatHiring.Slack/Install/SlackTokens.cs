using System.Security.Cryptography;
using System.Text.Json;
using ChatHiring.Delivery;
using ChatHiring.People;
using ChatHiring.Slack.Inbound;
using ChatHiring.Slack.Outbound;
using ChatHiring.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatHiring.Slack.Install;

/// <summary>The bot's token: the one that is configured, or the one that the installation gave us, renewed before it runs out.</summary>
internal sealed partial class SlackTokens(
    IOptions<SlackOptions> options, KeepInstallation installations, ClaimInbound claimInbound, SlackOAuth oauth, IDataProtectionProvider protection, TimeProvider time,
    ILogger<SlackTokens> log)
    : ISlackTokens
{
    /// <summary>Slack's tokens live twelve hours; its own kit renews them this much earlier.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromHours(2);

    private const int RenewalsApart = 5;

    private readonly IDataProtector _seal = protection.CreateProtector("ChatHiring.Slack.Tokens");

    // While the database does not answer, people are told so in Slack.
    private volatile string? _last;

    // What Slack gave once and the database did not take: the refresh token before it is spent.
    private volatile Unsaved? _unsaved;

    public string? Last => options.Value.BotToken is { Length: > 0 } configured ? configured : _last;

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
        if (await Newest(cancel) is not { } kept || Opened(kept) is not { } pair)
            return null;
        return kept.ExpiresAt - time.GetUtcNow() < Early && await Renew(kept, pair, cancel) is { } renewed ? renewed : pair.Access;
    }

    // A token from the configuration names no workspace; Slack signs for this app alone.
    public async Task<bool> IsFor(JsonElement payload, CancellationToken cancel) =>
        options.Value.BotToken is { Length: > 0 } || await Newest(cancel) is { } kept && SlackSender.WorkspacesOf(payload).Contains(kept.Workspace);

    public async Task<string?> Renewed(string expired, CancellationToken cancel)
    {
        if (options.Value.BotToken is { Length: > 0 } || await Newest(cancel) is not { } kept || Opened(kept) is not { } pair)
            return null;
        return pair.Access != expired ? pair.Access : await Renew(kept, pair, cancel);
    }

    /// <summary>Keeps what an installation gave us.</summary>
    /// <returns>False: the person may not install anything.</returns>
    public Task<bool> Keep(PersonId by, SlackGrant grant, CancellationToken cancel) =>
        installations.Keep(by, SlackPosts.Platform, grant.Workspace, Sealed(grant.Tokens), grant.ExpiresAt, cancel);

    private async Task<KeptInstallation?> Newest(CancellationToken cancel) => (await installations.All(SlackPosts.Platform, cancel)).LastOrDefault();

    // A refresh token is good for one use: whoever waits for the new pair may leave, and the pair is kept all the same.
    private Task<string?> Renew(KeptInstallation kept, SlackTokenPair pair, CancellationToken cancel) =>
        (_unsaved is { } unsaved && unsaved.Kept == kept ? Save(unsaved)
            : pair.Refresh is { } refresh ? Renewal(kept, refresh)
            : Task.FromResult<string?>(null)).WaitAsync(cancel);

    // Of all hosts one uses it. The call ends by the client's own timeout.
    private async Task<string?> Renewal(KeptInstallation kept, string refresh)
    {
        var slot = time.GetUtcNow().ToUnixTimeSeconds() / 60 / RenewalsApart;
        try
        {
            if (!await claimInbound.Run(SlackPosts.Platform, $"renew:{kept.Workspace}:{kept.Version}:{slot}", CancellationToken.None)
                || await oauth.Refresh(refresh, CancellationToken.None) is not { } grant)
                return null;
            return await Save(_unsaved = new(kept, grant));
        }
        catch (StorageUnavailableException)
        {
            LogNotRenewed(kept.Workspace);
            return null;
        }
    }

    private async Task<string?> Save(Unsaved renewed)
    {
        var ((workspace, _, _, version), grant) = renewed;
        try
        {
            await installations.Renew(SlackPosts.Platform, workspace, version, Sealed(grant.Tokens), grant.ExpiresAt, CancellationToken.None);
            _unsaved = null;
        }
        catch (StorageUnavailableException)
        {
            LogNotSaved(workspace);
        }

        return grant.Tokens.Access;
    }

    private string Sealed(SlackTokenPair tokens) => _seal.Protect(JsonSerializer.Serialize(tokens));

    // Sealed with keys that are gone: the app has to be installed again, which is what a person reads.
    private SlackTokenPair? Opened(KeptInstallation kept)
    {
        try
        {
            return JsonSerializer.Deserialize<SlackTokenPair>(_seal.Unprotect(kept.Secrets));
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            LogUnreadable(kept.Workspace, unreadable.GetType().Name);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The tokens of workspace {Workspace} cannot be read: {Fault}")]
    private partial void LogUnreadable(string workspace, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The tokens of workspace {Workspace} were not renewed: the database gave no answer")]
    private partial void LogNotRenewed(string workspace);

    [LoggerMessage(Level = LogLevel.Error, Message = "The renewed tokens of workspace {Workspace} are in memory alone: the database gave no answer")]
    private partial void LogNotSaved(string workspace);

    private sealed record Unsaved(KeptInstallation Kept, SlackGrant Grant);
}

/// <summary>An access token, and what renews it; null where tokens do not expire.</summary>
internal sealed record SlackTokenPair(string Access, string? Refresh);

/// <summary>What Slack gave us for an installation.</summary>
/// <param name="Workspace">The workspace's id, or the organisation's where the app is installed for all of it.</param>
internal sealed record SlackGrant(string Workspace, SlackTokenPair Tokens, DateTimeOffset? ExpiresAt);
