using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Teams;

/// <summary>All messages, in the order in which they were posted.</summary>
public sealed class TeamsMessages
{
    private readonly Lock _lock = new();
    private readonly List<TeamsMessage> _all = [];
    private long _last = 1_780_000_000_000;

    public IReadOnlyList<TeamsMessage> All
    {
        get
        {
            lock (_lock)
                return [.. _all];
        }
    }

    /// <param name="conversation">A chat, a channel with all its threads, or a thread.</param>
    public IReadOnlyList<TeamsMessage> In(string conversation) =>
        [.. All.Where(message => message.Place == conversation || message.Conversation == conversation)];

    public TeamsMessage? Find(string conversation, string id) =>
        All.FirstOrDefault(message => message.Id == id && (message.Place == conversation.Split(";messageid=")[0]));

    /// <summary>Somebody deletes it in Teams.</summary>
    public void Delete(TeamsMessage message)
    {
        lock (_lock)
            _all.RemoveAll(one => one.Place == message.Place && one.Id == message.Id);
    }

    /// <summary>A person writes.</summary>
    /// <param name="conversation">A chat, a channel for a new thread, or a thread.</param>
    public TeamsMessage Write(string conversation, string by, string text) =>
        Add(conversation, by, new JsonObject { ["type"] = "message", ["text"] = text });

    internal TeamsMessage Add(string conversation, string by, JsonObject activity)
    {
        lock (_lock)
        {
            var (id, parts) = (NextId(), conversation.Split(";messageid="));
            var root = parts.ElementAtOrDefault(1) ?? (parts[0].StartsWith("19:", StringComparison.Ordinal) ? id : null);
            _all.Add(new TeamsMessage(parts[0], root, id, by, activity.DeepClone().AsObject()));
            return _all[^1];
        }
    }

    internal void Change(TeamsMessage message, JsonObject activity)
    {
        lock (_lock)
            if (_all.FindIndex(one => one.Place == message.Place && one.Id == message.Id) is >= 0 and var at)
                _all[at] = _all[at] with { Activity = activity.DeepClone().AsObject(), Changes = _all[at].Changes + 1 };
    }

    /// <summary>As Teams counts: milliseconds.</summary>
    internal string NextId() => Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
}

/// <summary>A message as it stands now.</summary>
/// <param name="Place">The chat or the channel.</param>
/// <param name="Root">In a channel the message that opened the thread, which may be this one.</param>
/// <param name="Activity">As it was sent.</param>
public sealed record TeamsMessage(string Place, string? Root, string Id, string By, JsonObject Activity)
{
    /// <summary>The chat or the thread.</summary>
    public string Conversation => Root is null ? Place : $"{Place};messageid={Root}";

    public string Text => Activity["text"]?.GetValue<string>() ?? "";

    /// <summary>What a notification says.</summary>
    public string Summary => Activity["summary"]?.GetValue<string>() ?? "";

    public JsonObject? Card => Activity["attachments"] is JsonArray { Count: > 0 } all ? all[0]?["content"] as JsonObject : null;

    /// <summary>Whether the bot posted it.</summary>
    public bool IsBots => By.StartsWith("28:", StringComparison.Ordinal);

    /// <summary>How often it was changed.</summary>
    public int Changes { get; init; }

    /// <summary>All that a reader could come across, to search in.</summary>
    public string Said => Activity.ToJsonString(Verbatim.Json);
}
