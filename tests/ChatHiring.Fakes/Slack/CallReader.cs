using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatHiring.Fakes.Slack;

/// <summary>Reads a call as Slack does: form fields, or JSON where the method takes it.</summary>
internal static class CallReader
{
    /// <param name="lacksCharset">A JSON body that does not name its charset: Slack warns of it.</param>
    public static async Task<(SlackCall Call, bool IsJson, bool LacksCharset)> Read(HttpRequest request, CancellationToken cancel)
    {
        var arguments = request.Query.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        var isJson = request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true;
        if (isJson)
            foreach (var (name, value) in await Json(request, cancel))
                arguments[name] = value;
        else if (request.HasFormContentType)
            foreach (var (name, value) in await request.ReadFormAsync(cancel))
                arguments[name] = value.ToString();
        var call = new SlackCall(request.Path.Value?.Split('/')[^1] ?? "", arguments, Token(request, arguments));
        return (call, isJson, isJson && !request.ContentType!.Contains("charset", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<IEnumerable<(string, string)>> Json(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: cancel) is JsonObject body ? [.. body.Where(member => member.Value is not null).Select(member => (member.Key, Flat(member.Value)))] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string Flat(JsonNode? value) => value is JsonValue text && text.TryGetValue<string>(out var plain) ? plain : value?.ToJsonString() ?? "";

    private static string? Token(HttpRequest request, Dictionary<string, string> arguments) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header) ? header.Scheme == "Bearer" ? header.Parameter : header.ToString()
        : arguments.GetValueOrDefault("token");
}
