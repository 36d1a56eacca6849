using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>Somebody in Slack: what they press and send goes to the product's front door, signed as Slack signs it.</summary>
internal sealed class SlackPhone(HttpClient http, SlackStandIn slack, string user)
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    private static int _triggers;

    private string? _form;

    /// <summary>The form on top; null when there is none.</summary>
    public JsonObject? Form => _form is { } key ? slack.Views.GetValueOrDefault(key) : null;

    /// <summary>What the person chose and typed in the form on top, by block.</summary>
    public Dictionary<string, string?> Typed { get; } = [];

    public string Chat => "D" + user;

    public async Task Press(string actionId, string? value, bool inForm = false)
    {
        var trigger = $"t{Interlocked.Increment(ref _triggers)}";
        var action = new JsonObject { ["type"] = "button", ["action_id"] = actionId, ["value"] = value };
        var payload = Payload("block_actions", trigger);
        payload["actions"] = new JsonArray(action);
        payload["container"] = new JsonObject { ["type"] = inForm ? "view" : "message" };
        if (inForm)
            payload["view"] = FormWithState();
        using var answer = await Send("/slack/interactivity", payload);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
        if (!inForm)
            Opened(trigger);
    }

    public async Task<JsonObject?> SendForm()
    {
        var payload = Payload("view_submission", "t0");
        payload["view"] = FormWithState();
        using var answer = await Send("/slack/interactivity", payload);
        var body = await answer.Content.ReadAsStringAsync();
        var reply = body.Length == 0 ? null : JsonNode.Parse(body)!.AsObject();
        if (reply?["response_action"]?.GetValue<string>() == "update" && Form is { } shown)
        {
            var view = reply["view"]!.DeepClone().AsObject();
            (view["id"], view["hash"]) = (shown["id"]!.GetValue<string>(), $"h{Interlocked.Increment(ref _triggers)}");
            slack.Views[_form!] = view;
            Typed.Clear();
        }

        return reply;
    }

    public async Task<HttpResponseMessage> Command(string text, string channel)
    {
        var fields = new Dictionary<string, string>
        {
            ["command"] = "/interview",
            ["text"] = text,
            ["user_id"] = user,
            ["channel_id"] = channel,
            ["team_id"] = "T1",
            ["trigger_id"] = $"t{Interlocked.Increment(ref _triggers)}",
        };
        var answer = await Sign("/slack/commands", await new FormUrlEncodedContent(fields).ReadAsStringAsync(), "application/x-www-form-urlencoded");
        Opened(fields["trigger_id"]);
        return answer;
    }

    public Task<HttpResponseMessage> Event(JsonObject body) => Sign("/slack/events", body.ToJsonString(), "application/json");

    public async Task<HttpResponseMessage> Sign(string path, string body, string type, string secret = Secret)
    {
        var at = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Add("X-Slack-Request-Timestamp", at);
        request.Headers.Add("X-Slack-Signature", "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{at}:{body}"))));
        return await http.SendAsync(request);
    }

    private void Opened(string trigger)
    {
        if (slack.Views.ContainsKey(trigger))
            (_form, _) = (trigger, Clear());
    }

    private bool Clear()
    {
        Typed.Clear();
        return true;
    }

    private async Task<HttpResponseMessage> Send(string path, JsonObject payload)
    {
        // As Slack writes it: every slash escaped, every space a plus.
        var json = payload.ToJsonString().Replace("/", "\\/", StringComparison.Ordinal);
        var answer = await Sign(path, await new FormUrlEncodedContent([new("payload", json)]).ReadAsStringAsync(), "application/x-www-form-urlencoded");
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        return answer;
    }

    private JsonObject Payload(string type, string trigger) => new()
    {
        ["type"] = type,
        ["trigger_id"] = trigger,
        ["user"] = new JsonObject { ["id"] = user, ["team_id"] = "T1" },
        ["team"] = new JsonObject { ["id"] = "T1" },
    };

    // Every input block is in the state, touched or not.
    private JsonObject FormWithState()
    {
        var view = Form!.DeepClone().AsObject();
        var values = new JsonObject();
        foreach (var block in view["blocks"]!.AsArray().Where(block => block!["type"]!.GetValue<string>() == "input"))
        {
            var (id, element) = (block!["block_id"]!.GetValue<string>(), block["element"]!);
            values[id] = new JsonObject { [element["action_id"]!.GetValue<string>()] = StateOf(id, element) };
        }

        view["state"] = new JsonObject { ["values"] = values };
        return view;
    }

    private JsonObject StateOf(string id, JsonNode element)
    {
        if (element["type"]!.GetValue<string>() == "plain_text_input")
            return new JsonObject { ["type"] = "plain_text_input", ["value"] = Typed.TryGetValue(id, out var text) ? text : element["initial_value"]?.GetValue<string>() };
        var chosen = Typed.GetValueOrDefault(id) is { } value
            ? element["options"]!.AsArray().Single(option => option!["value"]!.GetValue<string>() == value)
            : element["initial_option"];
        return new JsonObject { ["type"] = "radio_buttons", ["selected_option"] = chosen?.DeepClone() };
    }
}
