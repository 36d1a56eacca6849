using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using ChatHiring.Fakes;

namespace ChatHiring.Platforms.Tests.Slack.Fakes;

/// <summary>Socket Mode's far end, met by a client of a few lines.</summary>
public sealed class FakeSocketTests
{
    private static readonly JsonObject _event = new() { ["type"] = "event_callback" };

    [Fact]
    public async Task A_ticket_lets_one_connection_in()
    {
        await using var caller = await SlackCaller.Start();
        var url = await Url(caller);
        using var client = await Client.Connect(url);
        Assert.Equal(("hello", 1), (client.Said(0, "type"), client.Heard[0]["num_connections"]!.GetValue<int>()));
        await Assert.ThrowsAsync<WebSocketException>(() => Client.Connect(url));
        await Assert.ThrowsAsync<WebSocketException>(() => Client.Connect(new Uri(url.ToString().Replace("ticket=", "ticket=made-up-", StringComparison.Ordinal))));
        Assert.Equal(1, caller.Slack.Socket.Connections);
    }

    [Fact]
    public async Task An_envelope_is_acknowledged_with_what_the_answer_would_be()
    {
        await using var caller = await SlackCaller.Start();
        using var client = await Client.Connect(await Url(caller));
        var delivery = caller.Slack.Socket.Deliver("interactive", new() { ["type"] = "view_submission" });
        var envelope = await client.Next();
        Assert.Equal(("interactive", true), (envelope["type"]!.GetValue<string>(), envelope["accepts_response_payload"]!.GetValue<bool>()));
        await client.Ack(envelope, new() { ["response_action"] = "clear" });
        Assert.Equal("clear", (await delivery)!.Payload!["response_action"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_event_that_nobody_acknowledges_comes_again_over_another_connection()
    {
        await using var caller = await SlackCaller.Start();
        using var one = await Client.Connect(await Url(caller));
        using var other = await Client.Connect(await Url(caller));
        var delivery = caller.Slack.Socket.Deliver("events_api", _event);
        var first = await one.Next();
        caller.Time.Advance(TimeSpan.FromSeconds(3));
        var again = await other.Next();
        Assert.Equal((first["envelope_id"]!.GetValue<string>(), 1, "timeout"), (again["envelope_id"]!.GetValue<string>(), again["retry_attempt"]!.GetValue<int>(), again["retry_reason"]!.GetValue<string>()));
        await other.Ack(again);
        Assert.Equal(2, (await delivery)!.Connection);
    }

    [Fact]
    public async Task What_a_person_did_is_not_sent_again_when_it_was_too_slow()
    {
        await using var caller = await SlackCaller.Start();
        using var client = await Client.Connect(await Url(caller));
        var delivery = caller.Slack.Socket.Deliver("interactive", []);
        await client.Next();
        caller.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Null(await delivery.OrFail("the end of patience"));
        Assert.Single(caller.Slack.Socket.Sent);
    }

    [Fact]
    public async Task An_envelope_on_a_line_that_breaks_comes_over_another_one()
    {
        await using var caller = await SlackCaller.Start();
        using var one = await Client.Connect(await Url(caller));
        var delivery = caller.Slack.Socket.Deliver("interactive", []);
        await one.Next();
        await caller.Slack.Socket.Break();
        using var other = await Client.Connect(await Url(caller));
        await other.Ack(await other.Next());
        Assert.Equal(2, (await delivery)!.Connection);
    }

    [Fact]
    public async Task A_connection_that_was_told_to_go_gets_nothing_new()
    {
        await using var caller = await SlackCaller.Start();
        using var one = await Client.Connect(await Url(caller));
        await caller.Slack.Socket.Disconnect("refresh_requested");
        var told = await one.Next();
        Assert.Equal(("disconnect", "refresh_requested"), (told["type"]!.GetValue<string>(), told["reason"]!.GetValue<string>()));
        using var other = await Client.Connect(await Url(caller));
        var delivery = caller.Slack.Socket.Deliver("interactive", []);
        await other.Ack(await other.Next());
        Assert.Equal(2, (await delivery)!.Connection);
        await one.Close();
        await caller.Slack.Socket.HasConnections(1);
    }

    [Fact]
    public async Task A_wrong_acknowledgement_fails_the_test()
    {
        await using var caller = await SlackCaller.Start();
        using var client = await Client.Connect(await Url(caller));
        var delivery = caller.Slack.Socket.Deliver("events_api", _event);
        var envelope = await client.Next();
        await client.Ack(new() { ["envelope_id"] = "another" });
        await client.Ack(envelope, new() { ["a"] = 1 });
        await delivery;
        await client.Ack(envelope);
        await client.Close();
        await caller.Slack.Socket.HasConnections(0);
        Assert.Equal((1, 1, 1), (caller.Slack.Forgive("no acknowledgement"), caller.Slack.Forgive("with a payload"), caller.Slack.Forgive("twice")));
    }

    [Fact]
    public async Task The_eleventh_connection_is_one_too_many()
    {
        await using var caller = await SlackCaller.Start();
        var clients = new List<Client>();
        for (var number = 0; number < 11; number++)
            clients.Add(await Client.Connect(await Url(caller)));
        Assert.Equal("too_many_websockets", clients[10].Said(0, "reason"));
        Assert.Equal(10, caller.Slack.Socket.Connections);
        clients.ForEach(client => client.Dispose());
    }

    private static async Task<Uri> Url(SlackCaller caller) => new((await caller.Call("apps.connections.open", "xapp-test"))["url"]!.GetValue<string>());

    private sealed class Client : IDisposable
    {
        private readonly ClientWebSocket _socket = new();

        public List<JsonObject> Heard { get; } = [];

        public static async Task<Client> Connect(Uri url)
        {
            var client = new Client();
            await client._socket.ConnectAsync(url, CancellationToken.None).OrFail("a connection");
            await client.Next();
            return client;
        }

        public string? Said(int number, string name) => Heard[number][name]?.GetValue<string>();

        public async Task<JsonObject> Next()
        {
            var buffer = new byte[64 * 1024];
            var got = await _socket.ReceiveAsync(buffer, CancellationToken.None).OrFail("a message");
            Heard.Add(JsonNode.Parse(Encoding.UTF8.GetString(buffer, 0, got.Count))!.AsObject());
            return Heard[^1];
        }

        public Task Ack(JsonObject envelope, JsonObject? payload = null)
        {
            var ack = new JsonObject { ["envelope_id"] = envelope["envelope_id"]!.GetValue<string>(), ["payload"] = payload };
            return _socket.SendAsync(Encoding.UTF8.GetBytes(ack.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }

        public Task Close() => _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None).OrFail("the end");

        public void Dispose() => _socket.Dispose();
    }
}
