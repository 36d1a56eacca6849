using ChatHiring.Delivery;

namespace ChatHiring.Host;

/// <summary>Wakes delivery. Rings that come while it rings already are one ring.</summary>
internal sealed class Bell : IBell
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    public void Ring()
    {
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
        }
    }

    public Task Rung(CancellationToken cancel) => _rung.WaitAsync(cancel);
}
