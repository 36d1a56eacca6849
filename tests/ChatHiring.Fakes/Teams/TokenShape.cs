namespace ChatHiring.Fakes.Teams;

/// <summary>What a token says, and who signs it how. A part that is null is missing.</summary>
/// <param name="ServiceUrl">The claim <c>serviceurl</c>.</param>
public sealed record TokenShape(string? Issuer, string? Audience, string? ServiceUrl)
{
    public IssuerKey Key { get; init; }

    /// <summary>Another name in the header than the key's.</summary>
    public string? Kid { get; init; }

    /// <summary>The header <c>x5t</c>.</summary>
    public string? Thumbprint { get; init; }

    public string Algorithm { get; init; } = "RS256";

    /// <summary>From now.</summary>
    public TimeSpan? From { get; init; } = TimeSpan.FromMinutes(-5);

    /// <summary>From now.</summary>
    public TimeSpan? Until { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Changed after it was signed.</summary>
    public bool IsTampered { get; init; }
}

public enum IssuerKey
{
    /// <summary>Published, and good for Teams.</summary>
    Endorsed,

    /// <summary>Published without saying what it is good for.</summary>
    WithoutEndorsements,

    /// <summary>Published, and good for Slack only.</summary>
    EndorsedForAnother,

    /// <summary>Of somebody else.</summary>
    Foreign,

    /// <summary>Of somebody else, who says that it is the first.</summary>
    ForeignUnderAKnownName,
}
