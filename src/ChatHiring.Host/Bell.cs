using System.Threading.Channels;
using ChatHiring.Delivery;

namespace ChatHiring.Host;

/// <summary>Wakes delivery. Rings that come while it rings already are one ring.</summary>
internal sealed class Bell : IBell
{
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _rings.Writer.TryWrite(true);

    public async Task Rung(CancellationToken cancel) => await _rings.Reader.ReadAsync(cancel);
}
