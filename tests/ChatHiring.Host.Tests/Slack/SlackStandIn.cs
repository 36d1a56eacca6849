using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>Slack's Web API in memory, as far as a loop is played through it. A call that it does not know fails the test.</summary>
internal sealed class SlackStandIn : HttpMessageHandler
{
    public const string Channel = "C0HIRING";

    private readonly ConcurrentQueue<string> _unknown = new();
    private readonly Lock _lock = new();
    private int _ts = 1000;

    /// <summary>Every chat.* body ever received, whatever became of it.</summary>
    public ConcurrentQueue<Dictionary<string, string>> Received { get; } = new();

    /// <summary>Messages as they stand now, by "channel:ts".</summary>
    public ConcurrentDictionary<string, JsonObject> Messages { get; } = new();

    /// <summary>The form on top, by its trigger or its id.</summary>
    public ConcurrentDictionary<string, JsonObject> Views { get; } = new();

    public ConcurrentDictionary<string, JsonObject> Homes { get; } = new();

    /// <summary>Answers for the next calls of a method, in order.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<Func<HttpResponseMessage?>>> Next { get; } = new();

    /// <summary>Answers in Slack's place; null leaves it to Slack.</summary>
    public Func<string, Dictionary<string, string>, HttpResponseMessage?>? Instead { get; set; }

    /// <summary>Whether the answer to a call that was carried out gets lost.</summary>
    public Func<string, Dictionary<string, string>, bool>? Loses { get; set; }

    /// <summary>What Slack says of the channel and of a member beyond the usual.</summary>
    public ConcurrentDictionary<string, JsonObject> Says { get; } = new();

    /// <summary>Every call by its method, in order.</summary>
    public ConcurrentQueue<(string Method, Dictionary<string, string> Form)> Calls { get; } = new();

    public IReadOnlyCollection<string> Unknown => _unknown;

    /// <summary>The member id of somebody by the part of their address before the @.</summary>
    public static string MemberOf(string name) => "U" + name.ToUpperInvariant();

    public void Answer(string method, Func<HttpResponseMessage?> answer) => Next.GetOrAdd(method, _ => new()).Enqueue(answer);

    public static HttpResponseMessage Refused(string error) => Json(new JsonObject { ["ok"] = false, ["error"] = error });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var method = request.RequestUri?.Segments[^1] ?? "";
        var form = QueryHelpers.ParseQuery(await request.Content!.ReadAsStringAsync(cancellationToken)).ToDictionary(field => field.Key, field => field.Value.ToString());
        if (request.Headers.Authorization?.Parameter != "xoxb-test")
            return Refused("invalid_auth");
        Calls.Enqueue((method, form));
        if (method.StartsWith("chat.", StringComparison.Ordinal))
            Received.Enqueue(form);
        if (Next.GetValueOrDefault(method) is { } queue && queue.TryDequeue(out var planned) && planned() is { } answer)
            return answer;
        if (Instead?.Invoke(method, form) is { } other)
            return other;
        HttpResponseMessage done;
        lock (_lock)
            done = Do(method, form);
        return Loses?.Invoke(method, form) == true ? throw new HttpRequestException(HttpRequestError.ResponseEnded) : done;
    }

    private HttpResponseMessage Do(string method, Dictionary<string, string> form) => method switch
    {
        "auth.test" => Ok(("team_id", "T1"), ("user_id", "U0BOT")),
        "users.lookupByEmail" => Ok(("user", Member(MemberOf(form["email"].Split('@')[0])))),
        "users.info" => Ok(("user", Member(form["user"]))),
        "dnd.info" => Ok(("dnd_enabled", false)),
        "conversations.list" => Ok(("channels", new JsonArray(TheChannel()))),
        "conversations.info" => Ok(("channel", TheChannel())),
        "conversations.open" => Ok(("channel", new JsonObject { ["id"] = "D" + form["users"] })),
        "conversations.history" when form["channel"].StartsWith('D') => Ok(("messages", new JsonArray([.. InChannel(form["channel"])]))),
        "chat.postMessage" => Post(form),
        "chat.update" => Update(form),
        "chat.getPermalink" => Ok(("permalink", $"https://example.slack.com/archives/{form["channel"]}/p{form["message_ts"]}")),
        "views.open" or "views.push" => Show(form["trigger_id"], form),
        "views.update" => Show(form["view_id"][1..], form),
        "views.publish" => Publish(form),
        _ => Strange(method),
    };

    private HttpResponseMessage Post(Dictionary<string, string> form)
    {
        var channel = form["channel"].StartsWith('U') ? "D" + form["channel"] : form["channel"];
        var ts = $"17000.{_ts++}";
        Messages[$"{channel}:{ts}"] = new JsonObject
        {
            ["ts"] = ts,
            ["text"] = form["text"],
            ["blocks"] = JsonNode.Parse(form["blocks"]),
            ["thread_ts"] = form.GetValueOrDefault("thread_ts"),
            ["broadcast"] = form.GetValueOrDefault("reply_broadcast") == "true",
            ["metadata"] = JsonNode.Parse(form["metadata"]),
        };
        return Ok(("channel", channel), ("ts", ts));
    }

    private HttpResponseMessage Update(Dictionary<string, string> form)
    {
        if (Messages.GetValueOrDefault($"{form["channel"]}:{form["ts"]}") is not { } message)
            return Refused("message_not_found");
        (message["text"], message["blocks"]) = (form["text"], JsonNode.Parse(form["blocks"]));
        return Ok(("channel", form["channel"]), ("ts", form["ts"]));
    }

    private HttpResponseMessage Show(string key, Dictionary<string, string> form)
    {
        var view = JsonNode.Parse(form["view"])!.AsObject();
        (view["id"], view["hash"]) = ("V" + key, $"{_ts++}.hash");
        Views[key] = view;
        Views["V" + key] = view;
        return Ok(("view", view.DeepClone()));
    }

    private HttpResponseMessage Publish(Dictionary<string, string> form)
    {
        Homes[form["user_id"]] = JsonNode.Parse(form["view"])!.AsObject();
        return Ok();
    }

    private HttpResponseMessage Strange(string method)
    {
        _unknown.Enqueue(method);
        return Refused("unknown_method");
    }

    private IEnumerable<JsonNode> InChannel(string channel) => Messages.Where(message => message.Key.StartsWith(channel + ":", StringComparison.Ordinal)).Select(message => message.Value.DeepClone());

    private JsonObject Member(string id) => Also(id, new JsonObject
    {
        ["id"] = id,
        ["team_id"] = "T1",
        ["deleted"] = false,
        ["is_bot"] = false,
        ["profile"] = new JsonObject { ["email"] = id[1..].ToLowerInvariant() + "@example.com" },
    });

    private JsonObject TheChannel() => Also(Channel, new JsonObject
    {
        ["id"] = Channel,
        ["name"] = "hiring-backend",
        ["is_private"] = true,
        ["is_member"] = true,
        ["is_archived"] = false,
        ["is_ext_shared"] = false,
    });

    private JsonObject Also(string id, JsonObject known)
    {
        foreach (var (name, value) in Says.GetValueOrDefault(id) ?? [])
            known[name] = value?.DeepClone();
        return known;
    }

    private static HttpResponseMessage Ok(params (string Name, JsonNode Value)[] members)
    {
        var body = new JsonObject { ["ok"] = true };
        foreach (var (name, value) in members)
            body[name] = value;
        return Json(body);
    }

    private static HttpResponseMessage Json(JsonObject body) => new(HttpStatusCode.OK) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
}
