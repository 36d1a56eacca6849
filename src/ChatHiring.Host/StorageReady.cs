namespace ChatHiring.Host;

/// <summary>Whether the database is there and up to date. Until then pages say so and nothing sweeps.</summary>
internal sealed class StorageReady
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool Yes => _ready.Task.IsCompletedSuccessfully;

    public void Set() => _ready.TrySetResult();

    public Task Opened(CancellationToken cancel) => _ready.Task.WaitAsync(cancel);
}
