namespace ChatHiring.Fakes;

/// <summary>Which calls go wrong, and how.</summary>
/// <param name="name">What a call is planned by: a method, an operation.</param>
public sealed class FaultPlan<TCall, TFault>(Func<TCall, string> name)
    where TFault : class
{
    private readonly Lock _lock = new();
    private readonly List<(string Name, TFault Fault)> _next = [];
    private readonly List<Func<TCall, TFault?>> _always = [];

    /// <summary>What is planned and has not come about.</summary>
    public int Left
    {
        get
        {
            lock (_lock)
                return _next.Count;
        }
    }

    /// <summary>The next calls of a name, one after the other.</summary>
    public void Next(string called, params ReadOnlySpan<TFault> faults)
    {
        lock (_lock)
            foreach (var fault in faults)
                _next.Add((called, fault));
    }

    /// <summary>Every call of which the function says so; it may count.</summary>
    public void Always(Func<TCall, TFault?> fault)
    {
        lock (_lock)
            _always.Add(fault);
    }

    internal TFault? For(TCall call)
    {
        lock (_lock)
        {
            var at = _next.FindIndex(planned => planned.Name == name(call));
            if (at < 0)
                return _always.Select(asked => asked(call)).FirstOrDefault(fault => fault is not null);
            var fault = _next[at].Fault;
            _next.RemoveAt(at);
            return fault;
        }
    }
}
