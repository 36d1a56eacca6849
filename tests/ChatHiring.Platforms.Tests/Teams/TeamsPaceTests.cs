using ChatHiring.Storage;
using ChatHiring.Teams;
using ChatHiring.Teams.Outbound;
using ChatHiring.Tests;
using CsCheck;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ChatHiring.Platforms.Tests.Teams;

/// <summary>Microsoft's published limits, and an operator's own: so many messages to a conversation, so many calls to a tenant.</summary>
public sealed class TeamsPaceTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(7, 0, 1)]
    [InlineData(8, 1, 2)]
    public void A_conversation_takes_so_many_within_a_time(int most, int pause, int within)
    {
        var pace = Pace(new());
        var start = _time.GetUtcNow();
        for (var message = 0; message < most; message++)
        {
            if (message == 7)
                _time.Advance(TimeSpan.FromSeconds(pause));
            Assert.Null(pace.Take("chat"));
        }

        Assert.Equal(start.AddSeconds(within), pace.Take("chat"));
        Assert.Null(pace.Take("another"));
        _time.Advance(start.AddSeconds(within) - _time.GetUtcNow());
        Assert.Null(pace.Take("chat"));
    }

    [Fact]
    public void No_window_of_any_rate_ever_holds_more_than_it_may() => Gen.Int[0, 900].Array[200, 400].Holds(
        pauses =>
        {
            var (time, taken) = (new FakeTimeProvider(_time.GetUtcNow()), new List<DateTimeOffset>());
            var pace = new TeamsPace(Options.Create(new TeamsOptions()), NewIds.By(time), time);
            foreach (var pause in pauses)
            {
                time.Advance(TimeSpan.FromMilliseconds(pause));
                if (pace.Take("chat") is null)
                    taken.Add(time.GetUtcNow());
            }

            foreach (var rate in TeamsRate.Read(TeamsRate.PerThread)!)
                Assert.All(taken, first => Assert.True(taken.Count(at => at >= first && at < first + rate.Within) <= rate.Most));
        },
        iter: 30);

    [Fact]
    public void A_tenant_takes_so_many_whatever_they_are_for()
    {
        var pace = Pace(new());
        for (var call = 0; call < 30; call++)
            Assert.Null(pace.Take(call % 2 == 0 ? $"chat {call}" : null));

        Assert.Equal(_time.GetUtcNow().AddSeconds(1), pace.Take(null));
        Assert.Equal(_time.GetUtcNow().AddSeconds(1), pace.Take("one more"));
    }

    [Fact]
    public void What_an_operator_sets_takes_the_place_of_what_is_published()
    {
        var pace = Pace(new() { ThreadRates = "2/10", TenantRates = "3/60" });

        Assert.Null(pace.Take("chat"));
        Assert.Null(pace.Take("chat"));
        Assert.Equal(_time.GetUtcNow().AddSeconds(10), pace.Take("chat"));
        Assert.Null(pace.Take("another"));
        Assert.Equal(_time.GetUtcNow().AddSeconds(60), pace.Take("a third"));
    }

    [Fact]
    public void A_conversation_that_is_not_quiet_is_not_forgotten_in_a_crowd()
    {
        var pace = Pace(new() { ThreadRates = "1/100", TenantRates = "100000/1" });
        Assert.Null(pace.Take("chat"));
        for (var other = 0; other < 2_500; other++)
            Assert.Null(pace.Take($"chat {other}"));

        Assert.NotNull(pace.Take("chat"));
        _time.Advance(TimeSpan.FromSeconds(100));
        Assert.Null(pace.Take("chat"));
    }

    [Fact]
    public void What_the_connector_closed_opens_when_it_said_or_later_and_later()
    {
        var pace = Pace(new());

        Assert.Equal(_time.GetUtcNow().AddSeconds(7), pace.Close("chat", TimeSpan.FromSeconds(7)));
        Assert.Equal(_time.GetUtcNow().AddSeconds(7), pace.Take("chat"));
        Assert.Null(pace.Take("another"));
        var (second, third) = (pace.Close("chat", null) - _time.GetUtcNow(), pace.Close("chat", null) - _time.GetUtcNow());
        Assert.InRange(second, TimeSpan.FromSeconds(3.2), TimeSpan.FromSeconds(4.8));
        Assert.InRange(third, TimeSpan.FromSeconds(6.4), TimeSpan.FromSeconds(9.6));
        _time.Advance(third);
        pace.Opened("chat");
        Assert.Null(pace.Take("chat"));
        Assert.InRange(pace.Close("chat", null) - _time.GetUtcNow(), TimeSpan.FromSeconds(1.6), TimeSpan.FromSeconds(2.4));
    }

    [Fact]
    public void The_end_of_a_call_that_was_under_way_opens_nothing_that_was_closed_meanwhile()
    {
        var pace = Pace(new());
        var until = pace.Close("chat", TimeSpan.FromSeconds(600));
        pace.Opened("chat");
        Assert.Equal(until, pace.Take("chat"));
        _time.Advance(TimeSpan.FromSeconds(600));
        Assert.Null(pace.Take("chat"));
    }

    [Fact]
    public void A_limit_on_one_operation_or_conversation_stops_no_other()
    {
        var pace = Pace(new());
        pace.Close("/v3/teams/conversations", TimeSpan.FromSeconds(7));

        Assert.NotNull(pace.Take(null, "/v3/teams/conversations"));
        Assert.Null(pace.Take(null, "/v3/conversations"));
        Assert.Null(pace.Take("chat", "chat"));
    }

    [Theory]
    [InlineData(0, 1), InlineData(-5, 1), InlineData(0.2, 1), InlineData(3_600, 3_600), InlineData(86_400, 3_600), InlineData(int.MaxValue, 3_600)]
    public void What_the_connector_asks_for_is_a_second_at_least_and_an_hour_at_most(double asked, int kept)
    {
        var pace = Pace(new());
        Assert.Equal(_time.GetUtcNow().AddSeconds(kept), pace.Close("chat", TimeSpan.FromSeconds(asked)));
        Assert.Equal(_time.GetUtcNow().AddSeconds(kept), pace.Take("chat"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("7/0")]
    [InlineData("0/1")]
    [InlineData("-7/1")]
    [InlineData("7/1,")]
    [InlineData("7/1; 8/2")]
    [InlineData("7 in 1")]
    [InlineData("7/1/1")]
    [InlineData("1/99999999999")]
    public void What_is_no_rate_is_none(string text) => Assert.Null(TeamsRate.Read(text));

    [Fact]
    public void A_rate_that_cannot_be_read_stops_the_host_with_its_key()
    {
        var options = new TeamsOptions { AppId = Guid.Empty.ToString(), TenantId = Guid.Empty.ToString(), ClientSecret = "s" };
        Assert.Null(options.Fault(isDevelopment: false));
        options.TenantRates = "fast";
        Assert.Contains("Teams:TenantRates 'fast'", options.Fault(isDevelopment: false), StringComparison.Ordinal);
        options.ThreadRates = "slow";
        Assert.Contains("Teams:ThreadRates 'slow'", options.Fault(isDevelopment: false), StringComparison.Ordinal);
    }

    private TeamsPace Pace(TeamsOptions options) => new(Options.Create(options), NewIds.By(_time), _time);
}
