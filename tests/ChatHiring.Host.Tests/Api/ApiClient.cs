using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ChatHiring.Host.Tests.Api;

/// <summary>A program that talks to the API.</summary>
/// <param name="cookies">Of somebody who signed in; null for nobody.</param>
internal sealed class ApiClient(HostApp app, CookieContainer? cookies = null)
{
    public const string Loops = "/api/v1/loops";

    /// <summary>The loop file that ships.</summary>
    public static string Sample { get; } = File.ReadAllText(Path.Combine(Repository.Root, "samples", "backend-engineer-loop.yaml"));

    /// <summary>The same as another program would write it.</summary>
    public static JsonNode SampleJson { get; } = JsonOf(Sample);

    private readonly HttpClient _http = app.CreateDefaultClient(new Uri("http://localhost"), new CookieContainerHandler(cookies ?? new CookieContainer()));

    public Task<Answer> Post(JsonNode body, params (string Name, string Value)[] headers) => Post(Loops, body.ToJsonString(), "application/json", headers);

    public Task<Answer> Post(string body, string? contentType = "application/json", params (string Name, string Value)[] headers) => Post(Loops, body, contentType, headers);

    public async Task<Answer> Post(string path, string body, string? contentType, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Read(await _http.SendAsync(request));
    }

    public async Task<Answer> Get(string path) => await Read(await _http.GetAsync(new Uri(path, UriKind.Relative)));

    private static async Task<Answer> Read(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return new Answer(response.StatusCode, response.Content.Headers.ContentType?.MediaType, response.Headers.Location?.ToString(), text);
    }

    private static JsonNode JsonOf(string yaml)
    {
        var file = new YamlStream();
        file.Load(new StringReader(yaml));
        return JsonOf(file.Documents[0].RootNode);
    }

    private static JsonNode JsonOf(YamlNode node) => node switch
    {
        YamlMappingNode group => new JsonObject(group.Select(entry => KeyValuePair.Create(((YamlScalarNode)entry.Key).Value!, (JsonNode?)JsonOf(entry.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Select(JsonOf)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" or [>= '0' and <= '9', ..] and not [_, _, _, _, '-', ..] } plain => JsonNode.Parse(plain.Value!)!,
        YamlScalarNode scalar => JsonValue.Create(scalar.Value)!,
        _ => throw new InvalidOperationException(),
    };
}

/// <summary>What the API answered.</summary>
internal sealed record Answer(HttpStatusCode Status, string? Type, string? Location, string Text)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public string Detail => Json.GetProperty("detail").GetString() ?? "";

    public IEnumerable<(int Line, string Reason)> Faults =>
        Json.GetProperty("faults").EnumerateArray().Select(fault => (fault.GetProperty("line").GetInt32(), fault.GetProperty("reason").GetString() ?? ""));
}
