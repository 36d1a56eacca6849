using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ChatHiring.Host.Tests.Api;

/// <summary>What <c>/openapi/v1.json</c> promises is what the API takes and answers.</summary>
public sealed class ApiDocumentTests
{
    [Fact]
    public async Task The_loop_file_that_ships_is_what_the_document_describes_and_every_answer_too()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = new HostApp(database);
        var api = new ApiClient(app);
        var document = (await api.Get("/openapi/v1.json")).Json;
        var post = document.GetProperty("paths").GetProperty(ApiClient.Loops).GetProperty("post");
        var schemas = new DocumentedSchemas(document);

        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal(["application/json", "application/yaml"], post.GetProperty("requestBody").GetProperty("content").EnumerateObject().Select(type => type.Name).Order());
        Assert.Empty(schemas.Faults(BodyOf(post), Element(ApiClient.SampleJson)));
        Answer[] answers =
        [
            await api.Post(ApiClient.SampleJson), await api.Post(ApiClient.SampleJson), await api.Post("{"), await api.Post("{\"x\": 1}"),
            await api.Post("{}", "text/plain"), await api.Post(new string(' ', 1024 * 1024 + 1)), await api.Post("{}", "application/json", ("Origin", "null")),
            await api.Post("{}", "application/json", ("Sec-Fetch-Site", "cross-site")),
        ];
        foreach (var answer in answers)
        {
            var promised = post.GetProperty("responses").GetProperty(((int)answer.Status).ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.Empty(schemas.Faults(promised.GetProperty("content").GetProperty(answer.Type!).GetProperty("schema"), answer.Json));
        }

        Assert.Equal(["200", "201", "400", "401", "403", "413", "415", "422", "503"], post.GetProperty("responses").EnumerateObject().Select(response => response.Name).Order());
    }

    [Theory]
    [InlineData("", "{0}")]
    [InlineData("people", "{{\"people\": [{0}]}}")]
    [InlineData("jobs", "{{\"jobs\": [{0}]}}")]
    [InlineData("jobs band", "{{\"jobs\": [{{\"band\": {0}}}]}}")]
    [InlineData("loops", "{{\"loops\": [{0}]}}")]
    [InlineData("loops candidate", "{{\"loops\": [{{\"candidate\": {0}}}]}}")]
    [InlineData("loops interviews", "{{\"loops\": [{{\"interviews\": [{0}]}}]}}")]
    public async Task Every_key_of_the_file_is_described_and_what_is_required_is_asked_for(string group, string body)
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = new HostApp(database);
        var api = new ApiClient(app);
        var document = (await api.Get("/openapi/v1.json")).Json;
        var schemas = new DocumentedSchemas(document);
        var schema = BodyOf(document.GetProperty("paths").GetProperty(ApiClient.Loops).GetProperty("post"));
        foreach (var key in group.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            schema = schemas.ItemOf(schemas.Resolve(schema).GetProperty("properties").GetProperty(key));
        var described = schemas.Resolve(schema);

        var refused = await api.Post(string.Format(System.Globalization.CultureInfo.InvariantCulture, body, "{\"zzz\": 1}"));

        var what = group.Split(' ')[^1] switch { "" => "loop file", "people" => "person", "jobs" => "job", "loops" => "loop", "interviews" => "interview", var other => other };
        var reasons = refused.Faults.Select(fault => fault.Reason).ToList();
        var known = reasons.Select(reason => Regex.Match(reason, $"^The {what} has an unknown key 'zzz'. Known here: (.*)\\.$")).Single(match => match.Success).Groups[1].Value;
        Assert.Equal(known.Split(", ").Order(), described.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order());
        Assert.All(described.GetProperty("properties").EnumerateObject(), property => Assert.True(schemas.IsDescribed(property.Value), property.Name));
        var required = described.TryGetProperty("required", out var keys) ? keys.EnumerateArray().Select(key => key.GetString()!).Order().ToList() : [];
        Assert.Equal(required, reasons.Select(reason => Regex.Match(reason, $"^The {what} has no '([^']+)'\\.$")).Where(match => match.Success).Select(match => match.Groups[1].Value).Order());
    }

    private static JsonElement BodyOf(JsonElement post) => post.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema");

    private static JsonElement Element(JsonNode node) => JsonDocument.Parse(node.ToJsonString()).RootElement;
}
