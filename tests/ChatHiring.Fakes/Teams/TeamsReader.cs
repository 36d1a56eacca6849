using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ChatHiring.Fakes.Teams;

/// <summary>Finds the route of a call and reads it; ids that are not encoded and a wrong type of body are recorded.</summary>
internal static class TeamsReader
{
    public static async Task<(TeamsCall Call, FakeRoute? Route)> Read(HttpContext context, IReadOnlyList<FakeRoute> routes, FakeFaults faults, CancellationToken cancel)
    {
        // The server decodes what it gives as the path, and the question is whether the caller encoded it.
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0].TrimStart('/');
        var (before, path) = Split(raw.Split('/'));
        var found = routes.Where(route => route.Method == context.Request.Method)
            .Select(route => (Route: route, Ids: route.Match(path))).FirstOrDefault(one => one.Ids is not null && (one.Route.IsConnector == (before.Length > 0)));
        var ids = found.Ids ?? [];
        foreach (var id in ids.Values.Where(id => found.Route.IsConnector && id != Uri.EscapeDataString(Uri.UnescapeDataString(id))))
            faults.Add($"an id that is not encoded: {id}");
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(cancel);
        if (found.Route is { IsConnector: true } && body.Length > 0 && !context.Request.HasJsonContentType())
            faults.Add($"{found.Route.Operation}: a body of type {context.Request.ContentType}");
        var call = new TeamsCall(
            found.Route?.Operation ?? "", context.Request.Method, "/" + raw, before, ids.ToDictionary(id => id.Key, id => Uri.UnescapeDataString(id.Value)),
            context.Request.Query.ToDictionary(field => field.Key, field => field.Value.ToString()), body)
        {
            Token = AuthenticationHeaderValue.TryParse(context.Request.Headers.Authorization, out var header) ? header.Scheme == "Bearer" ? header.Parameter : header.ToString() : null,
            Headers = context.Request.Headers.ToDictionary(one => one.Key, one => one.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        };
        return (call, found.Route);
    }

    // A service URL is opaque: what precedes v3 names a region, and mostly a tenant.
    private static (string Before, string[] Path) Split(string[] parts)
    {
        var at = Array.IndexOf(parts, "v3");
        return at is 1 or 2 ? (string.Join('/', parts[..at]), parts[at..]) : ("", parts);
    }
}
