using ChatHiring.Delivery;

namespace ChatHiring.Tests.Delivery;

public sealed class RetryScheduleTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 10)]
    [InlineData(3, 30)]
    [InlineData(4, 120)]
    [InlineData(5, 300)]
    [InlineData(6, 900)]
    [InlineData(7, 1800)]
    [InlineData(8, 3600)]
    [InlineData(9, 3600)]
    [InlineData(39, 3600)]
    public void Each_attempt_waits_longer_up_to_an_hour(int attempt, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetrySchedule.After(attempt));

    [Theory]
    [InlineData(40)]
    [InlineData(41)]
    [InlineData(1_000)]
    public void After_forty_attempts_it_is_given_up(int attempt) => Assert.Null(RetrySchedule.After(attempt));

    [Fact]
    public void Together_they_last_about_a_day_and_a_half()
    {
        var all = Enumerable.Range(1, RetrySchedule.MostAttempts - 1).Sum(attempt => RetrySchedule.After(attempt)!.Value.TotalHours);
        Assert.InRange(all, 30, 40);
    }
}
