using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace ChatHiring.Teams.Inbound;

/// <summary>
/// Whether a request comes from the Bot Framework: its token is signed by a key of the metadata document that is endorsed for the
/// activity's channel, is for us, and names the very address that the activity asks us to answer.
/// </summary>
/// <remarks>Source: Bot Framework, "Authentication with the Bot Connector API", step 4. JwtBearer alone checks no endorsement.</remarks>
internal sealed class TeamsToken(IOptions<TeamsOptions> options, IOptionsMonitor<JwtBearerOptions> bearer, TimeProvider time)
{
    public const string Scheme = "Teams";

    private const string SigningKey = "key";

    /// <summary>How long a request waits for Microsoft's keys: it is to be answered, whatever becomes of them.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    public static void Configure(JwtBearerOptions bearer, TeamsOptions teams)
    {
        bearer.MetadataAddress = teams.Metadata.AbsoluteUri;
        bearer.RequireHttpsMetadata = !teams.Metadata.IsLoopback;
        bearer.MapInboundClaims = false;
        bearer.BackchannelTimeout = Longest;
        // The header may name one key and another have signed: a thumbprint finds it too.
        bearer.Events = new JwtBearerEvents
        {
            OnTokenValidated = validated =>
            {
                validated.Properties.Items[SigningKey] = validated.SecurityToken.SigningKey?.KeyId;
                return Task.CompletedTask;
            },
        };
        bearer.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = teams.InCloud.Issuer,
            ValidAudience = teams.AppId ?? "",
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ValidateIssuerSigningKey = true,
            ClockSkew = Skew,
        };
    }

    /// <summary>Whether Microsoft's keys are at hand: nobody's token can be judged without them.</summary>
    public async Task<bool> HasKeys(CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            return bearer.Get(Scheme).ConfigurationManager is { } metadata && await metadata.GetConfigurationAsync(either.Token) is not null;
        }
        catch (Exception away) when (away is InvalidOperationException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <returns>What the token says; null: there is none that holds.</returns>
    public async Task<TeamsCaller?> Read(HttpContext context)
    {
        if (options.Value.IsUnauthenticated && context.Request.Headers.Authorization.Count == 0)
            return new TeamsCaller(null, null);
        var result = await context.AuthenticateAsync(Scheme);
        return result is { Succeeded: true, Principal: { } principal } && result.Properties?.Items.TryGetValue(SigningKey, out var key) == true && key is not null
            ? new TeamsCaller(key, principal.FindFirstValue("serviceurl"))
            : null;
    }

    /// <summary>Whether the token is for this activity, and not for another channel's or another address.</summary>
    public async Task<bool> IsFor(TeamsCaller caller, string? channel, string? service, CancellationToken cancel) =>
        caller.IsNobody || (IsSameAddress(caller.Service, service) && await IsEndorsed(caller.Key, channel, cancel));

    private async Task<bool> IsEndorsed(string? key, string? channel, CancellationToken cancel)
    {
        if (key is null || channel is null || bearer.Get(Scheme).ConfigurationManager is not { } metadata)
            return false;
        var known = await metadata.GetConfigurationAsync(cancel);
        return known.JsonWebKeySet?.Keys.FirstOrDefault(one => one.Kid == key) is { } signed
            && signed.AdditionalData.TryGetValue("endorsements", out var endorsements) && endorsements is JsonElement { ValueKind: JsonValueKind.Array } list
            && list.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && one.GetString() == channel);
    }

    private static bool IsSameAddress(string? claimed, string? service) =>
        claimed is { Length: > 0 } && service is { Length: > 0 } && claimed.TrimEnd('/').Equals(service.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}

/// <summary>Who calls, by their token.</summary>
/// <param name="Key">The key that signed it; null where no token is asked for.</param>
/// <param name="Service">The address that it was made for.</param>
internal sealed record TeamsCaller(string? Key, string? Service)
{
    /// <summary>Nobody proved anything: the flag for Development allows it.</summary>
    public bool IsNobody => Key is null;
}
