namespace ChatHiring.Fakes.Slack;

/// <summary>Which calls go wrong, and how.</summary>
public sealed class FaultPlan
{
    private readonly Lock _lock = new();
    private readonly List<(string Method, SlackFault Fault)> _next = [];
    private readonly List<Func<SlackCall, SlackFault?>> _always = [];

    /// <summary>What is planned and has not come about.</summary>
    public int Left
    {
        get
        {
            lock (_lock)
                return _next.Count;
        }
    }

    /// <summary>The next calls of a method, one after the other.</summary>
    public void Next(string method, params ReadOnlySpan<SlackFault> faults)
    {
        lock (_lock)
            foreach (var fault in faults)
                _next.Add((method, fault));
    }

    /// <summary>Every call of which the function says so; it may count.</summary>
    public void Always(Func<SlackCall, SlackFault?> fault)
    {
        lock (_lock)
            _always.Add(fault);
    }

    internal SlackFault? For(SlackCall call)
    {
        lock (_lock)
        {
            var at = _next.FindIndex(planned => planned.Method == call.Method);
            if (at < 0)
                return _always.Select(asked => asked(call)).FirstOrDefault(fault => fault is not null);
            var fault = _next[at].Fault;
            _next.RemoveAt(at);
            return fault;
        }
    }
}
