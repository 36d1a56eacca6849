using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ChatHiring.Fakes.Teams;

namespace ChatHiring.Platforms.Tests.Teams.Fakes;

/// <summary>A bot of a few lines: it hears all and answers what a test says.</summary>
internal sealed class FakeBot(Func<JsonObject, (HttpStatusCode Status, string Body)> answer) : HttpMessageHandler
{
    public List<JsonObject> Heard { get; } = [];

    public List<string?> Headers { get; } = [];

    /// <summary>Set: it answers only when that is done.</summary>
    public Task Until { get; set; } = Task.CompletedTask;

    public static (HttpStatusCode, string) Nothing => (HttpStatusCode.OK, "");

    public static (HttpStatusCode, string) Json(string body) => (HttpStatusCode.OK, body);

    public static (HttpStatusCode, string) Continue(JsonObject card, string title = "Peer") => (HttpStatusCode.OK, new JsonObject
    {
        ["task"] = new JsonObject { ["type"] = "continue", ["value"] = new JsonObject { ["title"] = title, ["height"] = "medium", ["width"] = 600, ["card"] = CardKit.Attached(card) } },
    }.ToJsonString());

    public static (HttpStatusCode, string) Shows(JsonObject card) =>
        (HttpStatusCode.OK, new JsonObject { ["statusCode"] = 200, ["type"] = "application/vnd.microsoft.card.adaptive", ["value"] = card }.ToJsonString());

    public TeamsSends From(TeamsCaller caller) => new(new HttpClient(this) { BaseAddress = new Uri("http://bot.example") }, caller.Teams, caller.Time);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var activity = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!.AsObject();
        lock (Heard)
        {
            Heard.Add(activity);
            Headers.Add(request.Headers.TryGetValues("Authorization", out var header) ? header.Single() : null);
        }

        await Until;
        var (status, body) = answer(activity);
        return new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
    }
}
