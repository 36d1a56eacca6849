using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ChatHiring.Fakes.Slack;
using ChatHiring.Tests;
using Microsoft.Extensions.Time.Testing;

namespace ChatHiring.Platforms.Tests.Slack.Fakes;

/// <summary>A fake Slack with two people and some channels, and somebody who calls it by hand.</summary>
internal sealed class SlackCaller(FakeSlack slack, FakeTimeProvider time) : IAsyncDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = slack.Api, Timeout = TimeSpan.FromSeconds(60) };

    public FakeSlack Slack => slack;

    public FakeTimeProvider Time => time;

    public static async Task<SlackCaller> Start()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 6, 2, 9, 0, 0, TimeSpan.Zero));
        var slack = await FakeSlack.Start(time);
        slack.Workspace.Add(
            new FakeMember("UANA", "ana@example.com"), new FakeMember("UBOT", "bot@example.com") { IsBot = true }, new FakeMember("UGONE", "gone@example.com") { HasLeft = true });
        slack.Workspace.Add(
            new FakeChannel("C0PRIVATE", "hiring") { IsPrivate = true }, new FakeChannel("C0HIDDEN", "secret") { IsPrivate = true, IsMember = false },
            new FakeChannel("C0PUBLIC", "general") { IsMember = false }, new FakeChannel("C0OLD", "old") { IsArchived = true });
        return new SlackCaller(slack, time);
    }

    public Task<JsonObject> Call(string method, params ReadOnlySpan<(string Name, string Value)> arguments) => Call(method, "xoxb-test", arguments);

    public Task<JsonObject> Call(string method, string? token, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        var form = new FormUrlEncodedContent(arguments.ToArray().Select(argument => KeyValuePair.Create(argument.Name, argument.Value)));
        return Read(method, form, token);
    }

    public Task<JsonObject> CallJson(string method, string body, string type = "application/json; charset=utf-8") =>
        Read(method, new StringContent(body, Encoding.UTF8) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } }, "xoxb-test");

    public async Task<HttpResponseMessage> Send(string method, HttpContent? content = null, string? token = "xoxb-test", CancellationToken cancel = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, method) { Content = content ?? new FormUrlEncodedContent([]) };
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        return await _http.SendAsync(request, cancel);
    }

    /// <summary>Slack's error; <c>ok</c> when there is none.</summary>
    public static string Error(JsonObject answer) => answer["ok"]!.GetValue<bool>() ? "ok" : answer["error"]!.GetValue<string>();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await slack.DisposeAsync();
    }

    private async Task<JsonObject> Read(string method, HttpContent content, string? token)
    {
        using var answer = await Send(method, content, token);
        Assert.Equal(200, (int)answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
    }
}
