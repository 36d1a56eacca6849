using System.Globalization;

namespace ChatHiring.Fakes.Slack;

/// <summary>All messages, in the order in which they were posted.</summary>
public sealed class FakeMessages
{
    private readonly Lock _lock = new();
    private readonly List<FakeMessage> _all = [];
    private int _ts;

    public IReadOnlyList<FakeMessage> All
    {
        get
        {
            lock (_lock)
                return [.. _all];
        }
    }

    public IReadOnlyList<FakeMessage> In(string channel) => [.. All.Where(message => message.Channel == channel)];

    public FakeMessage? Find(string channel, string ts) => All.FirstOrDefault(message => message.Channel == channel && message.Ts == ts);

    /// <summary>Somebody deletes it in Slack.</summary>
    public void Delete(FakeMessage message)
    {
        lock (_lock)
            _all.RemoveAll(one => one.Channel == message.Channel && one.Ts == message.Ts);
    }

    public void Change(FakeMessage message, Func<FakeMessage, FakeMessage> change)
    {
        lock (_lock)
            if (_all.FindIndex(one => one.Channel == message.Channel && one.Ts == message.Ts) is >= 0 and var at)
                _all[at] = change(_all[at]);
    }

    internal FakeMessage Add(Func<string, FakeMessage> made)
    {
        lock (_lock)
        {
            _all.Add(made(string.Create(CultureInfo.InvariantCulture, $"1700000000.{++_ts:000000}")));
            return _all[^1];
        }
    }
}
