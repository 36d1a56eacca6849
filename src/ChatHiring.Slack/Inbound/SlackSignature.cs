using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ChatHiring.Slack.Inbound;

/// <summary>Tells whether a request was made by Slack, from its raw bytes and before anything reads them.</summary>
/// <remarks>Slack, "Verifying requests": HMAC-SHA256 over <c>v0:timestamp:body</c>, at most five minutes old, here in both directions.</remarks>
internal static class SlackSignature
{
    public const string SignatureHeader = "X-Slack-Signature";
    public const string TimestampHeader = "X-Slack-Request-Timestamp";

    private const long MostSecondsApart = 300;
    private const string Version = "v0=";

    public static SlackVerdict Judge(string secret, string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (signature is null || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var at))
            return SlackVerdict.Unsigned;
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Of(secret, timestamp, body))))
            return SlackVerdict.OtherSecret;
        // In 128 bits: the difference of two numbers of 64 may not fit into 64.
        return Int128.Abs((Int128)now.ToUnixTimeSeconds() - at) <= MostSecondsApart ? SlackVerdict.Genuine : SlackVerdict.OtherTime;
    }

    /// <summary><c>v0=</c> and the lower-case hex digest.</summary>
    internal static string Of(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes($"v0:{timestamp}:"));
        hmac.AppendData(body);
        return Version + Convert.ToHexStringLower(hmac.GetHashAndReset());
    }
}

/// <summary>What a request's signature says.</summary>
internal enum SlackVerdict
{
    Genuine,

    /// <summary>Signed with our secret, and more than five minutes off our clock: an old request sent again, or a clock that is wrong.</summary>
    OtherTime,

    /// <summary>Signed with another secret than ours, or changed on the way.</summary>
    OtherSecret,

    /// <summary>Not signed at all: no request of Slack's.</summary>
    Unsigned,
}
