using Microsoft.Identity.Client;

namespace ChatHiring.Fakes.Teams;

/// <summary>Sends what is meant for Entra, or for a machine's own identity, to this machine. MSAL takes https addresses only, and knows Entra's hosts by name.</summary>
internal sealed class EntraDetour(Uri fake, FakeFaults faults) : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
{
    private static readonly string[] _hosts = ["login.microsoftonline.com", "login.microsoftonline.us", "169.254.169.254"];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = request.RequestUri ?? throw new InvalidOperationException("A request without an address.");
        if (!_hosts.Contains(asked.Host))
        {
            faults.Add($"token: asked of {asked.Host}");
            throw new HttpRequestException($"This is no host of Entra: {asked.Host}");
        }

        request.RequestUri = new Uri(fake, $"login/{asked.Host}{asked.PathAndQuery}");
        return base.SendAsync(request, cancellationToken);
    }
}

internal sealed class EntraClients(HttpClient http) : IMsalHttpClientFactory
{
    public HttpClient GetHttpClient() => http;
}
