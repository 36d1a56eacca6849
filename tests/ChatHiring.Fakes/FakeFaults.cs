using System.Collections.Concurrent;

namespace ChatHiring.Fakes;

/// <summary>What was done wrong towards a platform, whatever it was answered with.</summary>
internal sealed class FakeFaults
{
    private readonly ConcurrentQueue<string> _all = new();

    public IReadOnlyList<string> All => [.. _all];

    public void Add(string fault) => _all.Enqueue(fault);

    /// <summary>Takes those away that a test provoked.</summary>
    /// <returns>How many there were.</returns>
    public int Forgive(string part)
    {
        var forgiven = 0;
        for (var left = _all.Count; left > 0 && _all.TryDequeue(out var fault); left--)
            if (fault.Contains(part, StringComparison.Ordinal))
                forgiven++;
            else
                _all.Enqueue(fault);
        return forgiven;
    }

    /// <exception cref="InvalidOperationException">Something was.</exception>
    public void AssertNone(string platform)
    {
        if (All is { Count: > 0 } wrong)
            throw new InvalidOperationException($"Wrong towards {platform}:\n{string.Join('\n', wrong.Distinct())}");
    }
}
