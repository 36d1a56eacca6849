using System.Collections.Concurrent;
using ChatHiring.Fakes.Slack.BlockKit;

namespace ChatHiring.Fakes.Slack;

/// <summary>What was done wrong towards Slack, whatever it was answered with.</summary>
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

    /// <summary>A refusal that a product must never meet: it is recorded.</summary>
    public SlackRefusal Refuse(string error, IReadOnlyList<BlockKitFault> found)
    {
        Add($"{error}: {string.Join("; ", found)}");
        return new SlackRefusal(error, [.. found.Select(fault => $"[ERROR] {fault}")]);
    }
}
