using System.Net;
using ChatHiring.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace ChatHiring.Tests.Delivery;

public sealed class InboundBodyTests
{
    private const int Most = 1024 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(0, null, HttpStatusCode.OK)]
    [InlineData(Most, null, HttpStatusCode.OK)]
    [InlineData(Most, Most, HttpStatusCode.OK)]
    [InlineData(Most + 1, null, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(0, Most + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_of_a_megabyte_comes_whole_and_one_byte_more_not_at_all(int sent, int? said, HttpStatusCode status)
    {
        var bytes = Enumerable.Range(0, sent).Select(at => (byte)at).ToArray();

        var read = await InboundBody.Read(new MemoryStream(bytes), said, Longest, _time, TestContext.Current.CancellationToken);

        Assert.Equal(status, read.Status);
        Assert.Equal(status == HttpStatusCode.OK ? bytes : null, read.Body);
    }

    [Fact]
    public async Task A_sender_that_stops_in_the_middle_is_cut_off_at_its_time_and_not_before()
    {
        var reading = InboundBody.Read(new Stalled(), null, Longest, _time, TestContext.Current.CancellationToken);

        _time.Advance(Longest - TimeSpan.FromTicks(1));
        Assert.False(reading.IsCompleted);
        _time.Advance(TimeSpan.FromTicks(1));

        Assert.Equal((null, HttpStatusCode.RequestTimeout), await reading.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_sender_that_hangs_up_is_no_slow_one()
    {
        using var gone = new CancellationTokenSource();
        var reading = InboundBody.Read(new Stalled(), null, Longest, _time, gone.Token);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    private sealed class Stalled : MemoryStream
    {
        private bool _begun;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_begun)
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            _begun = true;
            return 1;
        }
    }
}
