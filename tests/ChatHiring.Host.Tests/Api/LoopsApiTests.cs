using System.Net;
using ChatHiring.Audit;
using ChatHiring.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests.Api;

/// <summary>Loops by API: the same shape, the same faults and the same use case as the file.</summary>
public sealed class LoopsApiTests
{
    [Theory, BothDatabases]
    public async Task A_posted_file_is_brought_in_once_by_the_operator(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database);
        var api = new ApiClient(app);

        var first = await api.Post(ApiClient.SampleJson);
        var again = await api.Post(ApiClient.SampleJson);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.Status, again.Status));
        Assert.Equal("{\"added\":1,\"changed\":0,\"unchanged\":0}", first.Json.GetProperty("loops").GetRawText());
        Assert.Equal("{\"added\":0,\"changed\":0,\"unchanged\":1}", again.Json.GetProperty("loops").GetRawText());
        var loop = Assert.Single(first.Json.GetProperty("each").EnumerateArray());
        Assert.Equal(("jk-backend-2026", "added"), (loop.GetProperty("id").GetString(), loop.GetProperty("change").GetString()));
        Assert.Equal(first.Location, loop.GetProperty("link").GetString());
        Assert.Equal(first.Json.GetProperty("each")[0].GetProperty("loop").GetGuid(), again.Json.GetProperty("each")[0].GetProperty("loop").GetGuid());
        Assert.Equal([Actor.Operator.ToString()], await ActorsOf(app, "loop.added", "jk-backend-2026"));
        Assert.Equal(HttpStatusCode.OK, (await (await app.As("Dana Okafor")).Get(first.Location!)).Status);
    }

    [Fact]
    public async Task Yaml_is_taken_by_its_content_type()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = new HostApp(database);
        Assert.Equal(HttpStatusCode.Created, (await new ApiClient(app).Post(ApiClient.Sample, "application/yaml; charset=utf-8")).Status);
    }

    [Theory, BothDatabases]
    public async Task Who_is_signed_in_acts_as_themselves(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database);
        var rosa = await app.As("Rosa Meier");

        Assert.Equal(HttpStatusCode.Created, (await new ApiClient(app, rosa.Cookies).Post(ApiClient.SampleJson)).Status);

        var id = await Read(app, db => db.People.Where(person => person.Email == Cast.Rosa).Select(person => person.Id).SingleAsync());
        Assert.Equal([id.ToString()], await ActorsOf(app, "loop.added", "jk-backend-2026"));
    }

    [Fact]
    public async Task An_interviewer_and_a_hiring_manager_bring_no_file_in()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = new HostApp(database);
        foreach (var name in (string[])["Ana Silva", "Dana Okafor"])
        {
            var refused = await new ApiClient(app, (await app.As(name)).Cookies).Post("{\"jobs\": [{\"pack\": \"no-such-pack\"}]}");
            Problem(refused, HttpStatusCode.Forbidden);
            Assert.Equal("Only a recruiter or an administrator can bring loops in.", refused.Detail);
        }
    }

    [Fact]
    public async Task A_browser_that_is_signed_out_or_on_another_site_is_never_the_operator()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = new HostApp(database);
        var api = new ApiClient(app);
        foreach (var (header, status) in (((string, string), HttpStatusCode)[])
            [
                (("Origin", "http://localhost"), HttpStatusCode.Unauthorized), (("Origin", "null"), HttpStatusCode.Unauthorized),
                (("Sec-Fetch-Site", "same-origin"), HttpStatusCode.Unauthorized), (("Sec-Fetch-Site", "none"), HttpStatusCode.Unauthorized),
                (("Sec-Fetch-Site", "cross-site"), HttpStatusCode.Forbidden), (("Sec-Fetch-Site", "same-site"), HttpStatusCode.Forbidden),
                (("X-Forwarded-For", "192.0.2.1"), HttpStatusCode.Unauthorized),
                (("Cookie", "chathiring=stale"), HttpStatusCode.Unauthorized),
            ])
            Problem(await api.Post(ApiClient.SampleJson, header), status);

        // A name that somebody pointed at this machine.
        Assert.Equal(HttpStatusCode.BadRequest, (await api.Post(ApiClient.SampleJson, ("Host", "rebound.example"))).Status);
        var rosa = new ApiClient(app, (await app.As("Rosa Meier")).Cookies);
        Problem(await rosa.Post(ApiClient.SampleJson, ("Sec-Fetch-Site", "cross-site")), HttpStatusCode.Forbidden);
        Assert.Equal(HttpStatusCode.Created, (await rosa.Post(ApiClient.SampleJson, ("Sec-Fetch-Site", "same-origin"), ("Origin", "http://localhost"))).Status);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task What_a_form_can_send_is_no_body(string? type)
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = new HostApp(database);
        var refused = await new ApiClient(app).Post(ApiClient.SampleJson.ToJsonString(), type);
        Problem(refused, HttpStatusCode.UnsupportedMediaType);
        Assert.Equal("Send the body as application/json or application/yaml, in UTF-8.", refused.Detail);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("loops:\n  - id: x", 1)]
    [InlineData("{\"loops\": [\n1,\n]}", 3)]
    public async Task What_is_no_JSON_is_said_with_its_line(string body, int line)
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = new HostApp(database);
        var refused = await new ApiClient(app).Post(body);
        Problem(refused, HttpStatusCode.BadRequest);
        Assert.Equal($"The body is no JSON: line {line} cannot be read. Nothing was changed.", refused.Detail);
    }

    [Fact]
    public async Task A_body_over_one_mebibyte_is_too_large()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = new HostApp(database);
        var api = new ApiClient(app);
        var room = 1024 * 1024 - ApiClient.SampleJson.ToJsonString().Length;
        Assert.Equal(HttpStatusCode.Created, (await api.Post(ApiClient.SampleJson.ToJsonString() + new string(' ', room))).Status);
        Problem(await api.Post(ApiClient.SampleJson.ToJsonString() + new string(' ', room + 1)), HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory, BothDatabases]
    public async Task Every_fault_is_named_with_its_line_and_nothing_is_stored(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database);
        var people = await Read(app, db => db.People.CountAsync());

        var refused = await new ApiClient(app).Post("{\"people\": [\n{\"email\": \"new@example.com\", \"zone\": \"Mars\"}],\n\"loops\": [{\"id\": \"x\", \"job\": \"nowhere\",\n\"candidate\": {\"nam\": \"A\"}}]}");

        Problem(refused, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(
            [
                (2, "'zone' of the person must be a time zone such as Europe/Berlin, not 'Mars'."),
                (4, "The candidate has an unknown key 'nam'. Known here: name, email, code."),
                (4, "The candidate has no 'name'."),
            ],
            refused.Faults);
        Assert.Equal(people, await Read(app, db => db.People.CountAsync()));
    }

    [Fact]
    public async Task While_another_program_holds_the_database_nothing_is_stored_and_the_same_again_does_it()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = new HostApp(database);
        var api = new ApiClient(app);
        await using (var other = new SqliteConnection($"Data Source={database.ConnectionString};Pooling=false"))
        {
            await other.OpenAsync();
            await using var hold = new SqliteCommand("BEGIN IMMEDIATE", other);
            await hold.ExecuteNonQueryAsync();
            var refused = await api.Post(ApiClient.SampleJson);
            Problem(refused, HttpStatusCode.ServiceUnavailable);
            Assert.Equal("The database is busy: another program holds it. Nothing was changed. Send the same again in a moment: it is safe to repeat.", refused.Detail);
        }

        Assert.Equal(HttpStatusCode.Created, (await api.Post(ApiClient.SampleJson)).Status);
    }

    [Fact]
    public async Task Other_addresses_and_methods_are_problems_too()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = new HostApp(database);
        var api = new ApiClient(app);
        Problem(await api.Get(ApiClient.Loops), HttpStatusCode.MethodNotAllowed);
        Problem(await api.Get("/api/v1/nothing"), HttpStatusCode.NotFound);
        Problem(await api.Post("/api/v2/loops", "{}", "application/json"), HttpStatusCode.NotFound);
    }

    internal static void Problem(Answer answer, HttpStatusCode status)
    {
        Assert.Equal((status, "application/problem+json"), (answer.Status, answer.Type));
        Assert.Equal(((int)status, "about:blank"), (answer.Json.GetProperty("status").GetInt32(), answer.Json.GetProperty("type").GetString()));
        Assert.NotEmpty(answer.Json.GetProperty("title").GetString()!);
        Assert.EndsWith(".", answer.Detail, StringComparison.Ordinal);
    }

    private static Task<T> Read<T>(HostApp app, Func<HiringDb, Task<T>> look) => app.Services.GetRequiredService<Snapshot>().Read(look, CancellationToken.None);

    private static Task<List<string>> ActorsOf(HostApp app, string kind, string externalId) => Read(app, async db =>
    {
        var loop = await db.Loops.SingleAsync(l => l.ExternalId == externalId);
        return await db.AuditEntries.Where(entry => entry.Kind == kind && entry.SubjectId == loop.Id.Value).Select(entry => entry.Actor).ToListAsync();
    });
}
