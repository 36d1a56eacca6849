using ChatHiring.Storage;

namespace ChatHiring.Delivery;

/// <summary>That a platform has let us in, and what it gave us to prove it. Its secrets are sealed by the adapter before they come here.</summary>
internal sealed class Installation
{
    public required InstallationId Id { get; init; }

    /// <summary><c>slack</c> or <c>teams</c>.</summary>
    public required string Platform { get; init; }

    /// <summary>What it was installed for, in the platform's own names: a workspace, or a whole organisation. Unique on its platform.</summary>
    public required string Workspace { get; init; }

    /// <summary>Tokens, sealed; null once they were forgotten.</summary>
    public string? Secrets { get; set; }

    /// <summary>When the access token runs out, by the real clock; null when it does not.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    public required DateTimeOffset InstalledAt { get; set; }

    /// <summary>Grows with every change: of two hosts that renew a token, one is told to read again.</summary>
    public long Version { get; set; }
}

/// <summary>Names an installation.</summary>
internal readonly record struct InstallationId(Guid Value) : IId<InstallationId>
{
    public static InstallationId From(Guid value) => new(value);
}
