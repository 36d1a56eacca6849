using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Slack;

/// <summary>One connection of Socket Mode.</summary>
internal sealed class FakeSocketLink(WebSocket socket, int number, FakeFaults faults) : IDisposable
{
    private readonly SemaphoreSlim _sending = new(1);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<SocketAck>> _waiting = new();

    public int Number => number;

    /// <summary>Was told to go: gets nothing new.</summary>
    public bool IsLeaving { get; set; }

    /// <summary>Goes on until one is open that is newer than this: whoever leaves it before loses what comes in between. Null: it may be left.</summary>
    public int? LastsUntil { get; set; }

    public Task Closed => _closed.Task;

    public Task<SocketAck> Ack(string envelope) => _waiting.GetOrAdd(envelope, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public async Task Send(JsonObject message, CancellationToken cancel)
    {
        await _sending.WaitAsync(cancel);
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, cancel);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Reads until the client goes.</summary>
    public async Task Read(CancellationToken cancel)
    {
        try
        {
            while (await Message(cancel) is { } text)
                Take(text);
            if (socket.State == WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancel);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            socket.Abort();
        }
        finally
        {
            _closed.TrySetResult();
        }
    }

    /// <summary>The line breaks, without a word.</summary>
    public void Break() => socket.Abort();

    public void Dispose() => _sending.Dispose();

    private async Task<string?> Message(CancellationToken cancel)
    {
        var (whole, buffer) = (new MemoryStream(), new byte[16 * 1024]);
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, cancel);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            whole.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return Encoding.UTF8.GetString(whole.ToArray());
        }
    }

    private void Take(string text)
    {
        try
        {
            if (JsonNode.Parse(text) is JsonObject ack && ack["envelope_id"]?.GetValue<string>() is { } id && _waiting.TryGetValue(id, out var waiting))
            {
                if (!waiting.TrySetResult(new SocketAck(ack["payload"] as JsonObject, number)))
                    faults.Add("an envelope was acknowledged twice");
                return;
            }
        }
        catch (JsonException)
        {
        }

        faults.Add($"no acknowledgement of anything sent over this connection: {text}");
    }
}
