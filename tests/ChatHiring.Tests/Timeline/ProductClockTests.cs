using ChatHiring.Timeline;
using Microsoft.Extensions.Time.Testing;

namespace ChatHiring.Tests.Timeline;

public sealed class ProductClockTests
{
    [Fact]
    public void It_goes_on_from_where_it_was_moved_as_fast_as_the_real_time()
    {
        var time = new FakeTimeProvider(Instants.At("2026-06-01T09:00Z"));
        var clock = new ProductClock(time);
        clock.MoveTo(Instants.At("2026-06-08T09:00Z"));
        time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(Instants.At("2026-06-08T09:05Z"), clock.Now);
    }

    [Fact]
    public void It_is_never_moved_back()
    {
        var clock = new ProductClock(new FakeTimeProvider(Instants.At("2026-06-01T09:00Z")));
        clock.MoveTo(Instants.At("2026-05-01T09:00Z"));
        Assert.Equal(Instants.At("2026-06-01T09:00Z"), clock.Now);
    }

    [Theory, BothDatabases]
    public async Task It_starts_where_it_is_told_to_but_never_before_the_latest_instant_stored(Engine engine)
    {
        await using var product = await Product.On(engine);
        var fastForward = product.Get<FastForward>();
        await fastForward.Start(Instants.At("2026-05-01T09:00Z"), CancellationToken.None);
        Assert.Equal(Instants.At("2026-05-01T09:00Z"), product.Get<ProductClock>().Now);

        await product.Import(Product.Sample);
        await fastForward.To(Instants.At("2026-06-04T12:00Z"), CancellationToken.None);
        await fastForward.Start(Instants.At("2026-05-20T09:00Z"), CancellationToken.None);
        Assert.True(product.Get<ProductClock>().Now >= Instants.At("2026-06-04T11:45Z"));
    }

    [Theory]
    [InlineData(null, null, true, null)]
    [InlineData("2026-06-01T09:00Z", "60", true, null)]
    [InlineData("2026-06-01T09:00+02:00", "1.5", true, null)]
    [InlineData("2026-06-01T09:00Z", null, false, "Clock:Start and Clock:Speed are for Development only. Remove them.")]
    [InlineData(null, "2", false, "Clock:Start and Clock:Speed are for Development only. Remove them.")]
    [InlineData("soon", null, true, "Clock:Start 'soon' is no date and time, such as 2026-06-01T09:00Z.")]
    [InlineData(null, "0.5", true, "Clock:Speed '0.5' is no number from 1 to 10000.")]
    [InlineData(null, "NaN", true, "Clock:Speed 'NaN' is no number from 1 to 10000.")]
    public void A_wrong_clock_is_named(string? start, string? speed, bool isDevelopment, string? fault) =>
        Assert.Equal(fault, new ClockOptions { Start = start, Speed = speed }.Fault(isDevelopment));
}
