using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Identity.Client;

namespace ChatHiring.Fakes.Teams;

/// <summary>Entra as far as a bot needs it: client credentials by secret, by certificate or by a managed identity.</summary>
public sealed class FakeEntra
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _tokens = new();
    private readonly FakeTenant _tenant;
    private readonly TimeProvider _time;
    private readonly FakeFaults _faults;
    private readonly Func<Uri> _address;
    private int _count;

    internal FakeEntra(FakeTenant tenant, TimeProvider time, FakeFaults faults, Func<Uri> address) =>
        (_tenant, _time, _faults, _address) = (tenant, time, faults, address);

    /// <summary>Null: no secret is right.</summary>
    public string? Secret { get; set; } = "app-secret";

    /// <summary>What an assertion has to be signed with; null: none is right.</summary>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>The client id of the managed identity that the app trusts; null: it trusts none.</summary>
    public string? ManagedIdentity { get; set; }

    public TimeSpan Lifetime { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>For <c>WithHttpClientFactory</c>: MSAL speaks to this machine and believes to speak to Entra.</summary>
    public IMsalHttpClientFactory HttpClients => new EntraClients(new HttpClient(Detour()));

    /// <summary>A handler of which each call to Entra goes to this machine; whatever other host is asked, is recorded and refused.</summary>
    public HttpMessageHandler Detour() => new EntraDetour(_address(), _faults);

    public string Scope => _tenant.IsUsGov ? "https://api.botframework.us/.default" : "https://api.botframework.com/.default";

    public string Host => _tenant.IsUsGov ? "login.microsoftonline.us" : "login.microsoftonline.com";

    /// <summary>A token that the connector takes.</summary>
    public string NewToken()
    {
        var token = string.Create(CultureInfo.InvariantCulture, $"bot-token-{Interlocked.Increment(ref _count)}");
        _tokens[token] = _time.GetUtcNow() + Lifetime;
        return token;
    }

    /// <summary>All tokens are good for nothing from now on.</summary>
    public void RevokeAll() => _tokens.Clear();

    internal IEnumerable<FakeRoute> Routes =>
    [
        new("discovery", "GET", "login/{host}/common/discovery/instance", Discovery) { Query = ["api-version", "authorization_endpoint"] },
        new("token", "POST", "login/{host}/{tenant}/oauth2/v2.0/token", Token),
        new("identity", "GET", "login/{host}/metadata/identity/oauth2/token", Identity) { Query = ["api-version", "resource", "client_id"] },
    ];

    internal string? FaultOf(string? token)
    {
        if (token is null)
            return "no token";
        if (!_tokens.TryGetValue(token, out var until))
            return "a token that was never given";
        return until <= _time.GetUtcNow() ? "the token has expired" : null;
    }

    private FakeAnswer Discovery(TeamsCall call) => new(200, new JsonObject
    {
        ["tenant_discovery_endpoint"] = $"https://{call["host"]}/{_tenant.Id}/v2.0/.well-known/openid-configuration",
        ["api-version"] = "1.1",
        ["metadata"] = new JsonArray(new JsonObject { ["preferred_network"] = Host, ["preferred_cache"] = Host, ["aliases"] = new JsonArray(Host) }),
    });

    private FakeAnswer Token(TeamsCall call)
    {
        var form = QueryHelpers.ParseQuery(call.Body).ToDictionary(field => field.Key, field => field.Value.ToString());
        string Field(string name) => form.GetValueOrDefault(name) ?? "";
        if (call["host"] != Host)
            throw Strange("invalid_request", $"the host of another cloud: {call["host"]}");
        if (call["tenant"] != _tenant.Id)
            throw TeamsRefusal.OfEntra(400, "invalid_request", $"AADSTS90002: Tenant '{call["tenant"]}' not found.");
        if (Field("grant_type") != "client_credentials")
            throw Strange("unsupported_grant_type", $"AADSTS70003: {Field("grant_type")}");
        if (Field("client_id") != _tenant.AppId)
            throw TeamsRefusal.OfEntra(400, "unauthorized_client", $"AADSTS700016: Application with identifier '{Field("client_id")}' was not found in the directory.");
        // MSAL adds what it asks of every token.
        var scopes = Field("scope").Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(["openid", "profile", "offline_access"]).ToList();
        if (scopes is not [var scope] || scope != Scope)
            throw Strange("invalid_scope", $"AADSTS70011: {Field("scope")}");
        if (FaultOfProof(call["host"], Field("client_secret"), Field("client_assertion"), Field("client_assertion_type")) is { } bad)
            throw TeamsRefusal.OfEntra(401, "invalid_client", bad);
        return new FakeAnswer(200, new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = (int)Lifetime.TotalSeconds, ["ext_expires_in"] = (int)Lifetime.TotalSeconds, ["access_token"] = NewToken() });
    }

    private string? FaultOfProof(string host, string secret, string assertion, string type)
    {
        if (secret.Length > 0)
            return secret == Secret ? null : "AADSTS7000215: Invalid client secret provided.";
        if (assertion.Length == 0 || type != "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
            return "AADSTS7000218: The request body must contain the following parameter: 'client_assertion' or 'client_secret'.";
        if (ManagedIdentity is not null)
            return assertion == AssertionOf(ManagedIdentity) ? null : "AADSTS700213: No matching federated identity record found.";
        var fault = Certificate is null ? "no certificate is registered" : ClientAssertion.Fault(assertion, Certificate, _tenant.AppId, $"https://{host}/{_tenant.Id}/oauth2/v2.0/token", _time.GetUtcNow());
        return fault is null ? null : $"AADSTS700027: The certificate with identifier used to sign the client assertion is not registered on application. {fault}";
    }

    // What a virtual machine asks for its own identity.
    private FakeAnswer Identity(TeamsCall call)
    {
        if (call.Headers.GetValueOrDefault("Metadata") != "true" || call.Query.GetValueOrDefault("resource") != "api://AzureADTokenExchange")
            throw Strange("invalid_resource", $"a managed identity asked for {call.Query.GetValueOrDefault("resource")}");
        if (call.Query.GetValueOrDefault("client_id") is not { } id || id != ManagedIdentity)
            throw TeamsRefusal.OfEntra(400, "invalid_request", "Identity not found");
        var until = (_time.GetUtcNow() + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new FakeAnswer(200, new JsonObject
        {
            ["access_token"] = AssertionOf(id),
            ["client_id"] = id,
            ["expires_in"] = ((int)Lifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture),
            ["expires_on"] = until,
            ["resource"] = "api://AzureADTokenExchange",
            ["token_type"] = "Bearer",
        });
    }

    private static string AssertionOf(string identity) => $"assertion-of-{identity}";

    private TeamsRefusal Strange(string code, string says)
    {
        _faults.Add($"token: {says}");
        return TeamsRefusal.OfEntra(400, code, says);
    }
}
