using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatHiring.Fakes.Slack;

/// <summary>Socket Mode's far end: tickets, connections, envelopes and what is done with those that nobody acknowledges.</summary>
public sealed class FakeSocket
{
    private const int MostConnections = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Before each retry of an event. What a person did is not sent again when it was too slow: they see an error and press again.</summary>
    private static readonly TimeSpan[] _retries = [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    private readonly TimeProvider _time;
    private readonly FakeFaults _faults;
    private readonly string _app;
    private readonly CancellationToken _stopping;
    private readonly ConcurrentDictionary<string, bool> _tickets = new();
    private readonly ConcurrentQueue<SentEnvelope> _sent = new();
    private readonly Lock _lock = new();
    private readonly List<FakeSocketLink> _links = [];
    private int _early;
    private TaskCompletionSource _changed = New();
    private int _count;
    private int _numbers;

    internal FakeSocket(TimeProvider time, FakeFaults faults, string app, CancellationToken stopping) => (_time, _faults, _app, _stopping) = (time, faults, app, stopping);

    /// <summary>The connections that take envelopes.</summary>
    public int Connections => Open().Count;

    public IReadOnlyList<SentEnvelope> Sent => [.. _sent];

    /// <summary>Connections are accepted, and hear nothing.</summary>
    public bool GreetsNobody { get; set; }

    /// <summary>How many connections that were to be replaced were left before the next one was open. Slack's own client leaves its one; what comes in between is lost to it.</summary>
    public int LeftEarly => _early;

    /// <summary>Waits for so many connections, neither more nor fewer.</summary>
    public Task HasConnections(int count) => Until(() => Connections == count, $"{count} connections");

    /// <summary>Waits until an envelope was sent so often.</summary>
    public Task HasSent(int count) => Until(() => _sent.Count >= count, $"{count} envelopes");

    /// <summary>Delivers an envelope, again where Slack would.</summary>
    /// <param name="type"><c>events_api</c>, <c>interactive</c> or <c>slash_commands</c>.</param>
    /// <returns>Null: it was not acknowledged in time.</returns>
    public async Task<SocketAck?> Deliver(string type, JsonObject payload)
    {
        var id = $"00000000-0000-4000-8000-{Interlocked.Increment(ref _count):D12}";
        FakeSocketLink? before = null;
        for (var (retry, reason) = (0, (string?)null); ;)
        {
            var link = await Next(before);
            using var patience = new CancellationTokenSource(Patience, _time);
            var late = Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, patience.Token);
            var ack = link.Ack(id);
            await Send(link, id, type, payload, retry, reason);
            if (await Task.WhenAny(ack, link.Closed, late).OrFail($"an acknowledgement of {type}") is var first && ack.IsCompletedSuccessfully)
                return Judged(type, await ack);
            (before, reason) = (link, first == late ? "timeout" : "connection_failed");
            if (first == late && (type != "events_api" || retry == _retries.Length))
                return null;
            if (first == late)
                await Task.Delay(_retries[retry], _time, _stopping);
            retry++;
        }
    }

    /// <summary>Tells one connection to go, the oldest one, or all of them.</summary>
    /// <param name="reason"><c>warning</c>, <c>refresh_requested</c>, <c>link_disabled</c>.</param>
    public async Task Disconnect(string reason, bool all = false)
    {
        foreach (var link in Open().Take(all ? MostConnections : 1))
        {
            link.LastsUntil = all || reason == "link_disabled" ? null : _numbers;
            await Leave(link, reason);
            Tell();
        }
    }

    /// <summary>The oldest connection breaks without a word.</summary>
    public async Task Break()
    {
        if (Open().FirstOrDefault() is not { } link)
            return;
        link.Break();
        await link.Closed.OrFail("the end of a connection");
    }

    internal string NewUrl(Uri address)
    {
        var ticket = $"ticket-{Interlocked.Increment(ref _count)}";
        _tickets[ticket] = true;
        return $"ws://{address.Authority}/link/?ticket={ticket}&app_id={_app}";
    }

    internal async Task Accept(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest || !_tickets.TryRemove(context.Request.Query["ticket"].ToString(), out _))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var link = new FakeSocketLink(socket, Interlocked.Increment(ref _numbers), _faults);
        var reading = link.Read(_stopping);
        if (Connections >= MostConnections)
            await Leave(link, "too_many_websockets");
        else
            await Welcome(link);
        await reading;
        if (link.LastsUntil == _numbers)
            Interlocked.Increment(ref _early);
        lock (_lock)
            _links.Remove(link);
        Tell();
    }

    private async Task Welcome(FakeSocketLink link)
    {
        if (!GreetsNobody)
            await link.Send(
                new()
                {
                    ["type"] = "hello",
                    ["num_connections"] = Connections + 1,
                    ["connection_info"] = new JsonObject { ["app_id"] = _app },
                    ["debug_info"] = new JsonObject { ["host"] = "applink-1", ["build_number"] = 1, ["approximate_connection_time"] = 18060 },
                },
                _stopping);
        lock (_lock)
            _links.Add(link);
        Tell();
    }

    private async Task Leave(FakeSocketLink link, string reason)
    {
        link.IsLeaving = true;
        await link.Send(new() { ["type"] = "disconnect", ["reason"] = reason, ["debug_info"] = new JsonObject { ["host"] = "applink-1" } }, _stopping);
    }

    private async Task Send(FakeSocketLink link, string id, string type, JsonObject payload, int retry, string? reason)
    {
        var envelope = new JsonObject { ["envelope_id"] = id, ["type"] = type, ["accepts_response_payload"] = type != "events_api", ["payload"] = payload.DeepClone() };
        if (retry > 0 || type == "events_api")
            (envelope["retry_attempt"], envelope["retry_reason"]) = (retry, reason ?? "");
        _sent.Enqueue(new(id, type, link.Number, retry));
        await link.Send(envelope, _stopping);
        Tell();
    }

    private SocketAck Judged(string type, SocketAck ack)
    {
        if (type == "events_api" && ack.Payload is { Count: > 0 })
            _faults.Add($"an event was acknowledged with a payload: {ack.Payload.ToJsonString()}");
        return ack;
    }

    // Any connection may get anything; a retry goes to another one where there is one.
    private async Task<FakeSocketLink> Next(FakeSocketLink? before)
    {
        await Until(() => Connections > 0, "a connection");
        return Open() is { Count: > 0 } open ? open.Find(link => link != before) ?? open[0] : await Next(before);
    }

    private List<FakeSocketLink> Open()
    {
        lock (_lock)
            return [.. _links.Where(link => !link.IsLeaving && !link.Closed.IsCompleted)];
    }

    private async Task Until(Func<bool> isSo, string what)
    {
        while (true)
        {
            var changed = Volatile.Read(ref _changed).Task;
            if (isSo())
                return;
            await changed.OrFail(what);
        }
    }

    private void Tell() => Interlocked.Exchange(ref _changed, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
