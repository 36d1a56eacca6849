using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.Delivery;

/// <summary>A platform that was down and comes back at night: what was late waits for morning.</summary>
public sealed class HeldPostsTests
{
    // The sample's peer interview ends on Thursday at 12:45 in Lisbon; the first nudge is due at 13:45 there.
    private const string NudgeIsDue = "2026-06-04T12:46Z";
    private const string SameNight = "2026-06-04T22:00Z";
    private const string NextMorning = "2026-06-05T08:00Z";

    [Theory, BothDatabases]
    public async Task A_nudge_that_an_outage_made_late_waits_for_its_readers_hours(Engine engine)
    {
        await using var product = await Product.On(engine);
        await NudgedDuringAnOutage(product);

        await ThePlatformIsBackAt(product, SameNight);

        var (ana, nudge) = await TheNudge(product);
        Assert.DoesNotContain(product.Platform.Sent, sent => sent.Post == nudge.Id);
        Assert.Equal((PostState.Waiting, DeliveryReason.OutsideHours, 1), (nudge.State, nudge.Reason, nudge.Attempts));
        var wait = nudge.NextAttemptAt - await product.Read(db => db.Now(CancellationToken.None));
        Assert.InRange(wait.GetValueOrDefault(), TimeSpan.FromHours(10) - TimeSpan.FromMinutes(1), TimeSpan.FromHours(10));

        await ThePlatformIsBackAt(product, NextMorning);
        Assert.Single(product.Platform.Sent, sent => sent.Post == nudge.Id && sent.Person == ana);
    }

    [Theory, BothDatabases]
    public async Task What_the_clock_jumps_over_is_sent_at_its_next_stop_in_hours(Engine engine)
    {
        await using var product = await Product.On(engine);
        await NudgedDuringAnOutage(product);
        await ThePlatformIsBackAt(product, SameNight);
        var (_, nudge) = await TheNudge(product);

        await product.Get<FastForward>().To(Timeline.Instants.At("2026-06-05T06:00Z"), CancellationToken.None);
        Assert.DoesNotContain(product.Platform.Sent, sent => sent.Post == nudge.Id);
        await product.Get<FastForward>().To(Timeline.Instants.At(NextMorning), CancellationToken.None);

        Assert.Single(product.Platform.Sent, sent => sent.Post == nudge.Id);
    }

    [Theory, BothDatabases]
    public async Task A_held_nudge_gives_way_to_the_next_days(Engine engine)
    {
        await using var product = await Product.On(engine);
        await NudgedDuringAnOutage(product);
        await ThePlatformIsBackAt(product, SameNight);
        var (ana, held) = await TheNudge(product);

        await StepsAt(product, "2026-06-05T08:31Z");
        await ThePlatformIsBackAt(product, "2026-06-05T08:32Z");

        Assert.NotEqual(held.Id, Assert.Single(product.Platform.Sent, sent => sent.Kind == PostKind.Nudge && sent.Person == ana).Post);
    }

    [Theory, BothDatabases]
    public async Task A_nudge_waits_while_its_reader_does_not_want_to_be_disturbed_but_not_for_ever(Engine engine)
    {
        await using var product = await Product.On(engine);
        await NudgedDuringAnOutage(product);
        product.Time.AdjustTime(Timeline.Instants.At(NextMorning));
        var quietUntil = await product.Read(db => db.Now(CancellationToken.None)) + TimeSpan.FromHours(2);
        product.Platform.Quiet = quietUntil;

        await ThePlatformIsBackAt(product, NextMorning);
        var (_, nudge) = await TheNudge(product);
        Assert.DoesNotContain(product.Platform.Sent, sent => sent.Post == nudge.Id);
        Assert.Equal((PostState.Waiting, DeliveryReason.DoNotDisturb), (nudge.State, nudge.Reason));
        Assert.InRange(nudge.NextAttemptAt!.Value, quietUntil - TimeSpan.FromSeconds(1), quietUntil);

        await ThePlatformIsBackAt(product, NextMorning);
        Assert.Single(product.Platform.Sent, sent => sent.Post == nudge.Id);
    }

    [Theory, BothDatabases]
    public async Task Nothing_starts_soon_that_has_started(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.BeforeTheLoop();
        await product.Import(Product.Sample);
        await StepsAt(product, "2026-06-03T12:00Z");
        await StepsAt(product, "2026-06-04T10:50Z");
        var soon = await product.Read(db => db.Posts.CountAsync(post => post.Kind == PostKind.StartsSoon && post.State == PostState.Waiting));
        Assert.NotEqual(0, soon);

        await ThePlatformIsBackAt(product, "2026-06-04T11:05Z");

        Assert.DoesNotContain(product.Platform.Sent, sent => sent.Kind == PostKind.StartsSoon);
        Assert.Equal(soon, await product.Read(db => db.Posts.CountAsync(post => post.Kind == PostKind.StartsSoon && post.State == PostState.Withdrawn)));
    }

    [Theory]
    [InlineData(nameof(PostKind.Nudge), true)]
    [InlineData(nameof(PostKind.CardIsLate), true)]
    [InlineData(nameof(PostKind.SeatClosed), true)]
    [InlineData(nameof(PostKind.QuestionCard), false)]
    [InlineData(nameof(PostKind.ScoreNow), false)]
    [InlineData(nameof(PostKind.Debrief), false)]
    public void Reminders_and_words_to_others_keep_hours(string kind, bool keeps) =>
        Assert.Equal(keeps, DeliveryRules.KeepsHours(Enum.Parse<PostKind>(kind)));

    private static async Task NudgedDuringAnOutage(Product product)
    {
        product.BeforeTheLoop();
        await product.Import(Product.Sample);
        await StepsAt(product, "2026-06-04T11:46Z");
        product.Platform.Answer = _ => new DeliveryOutcome.Unavailable();
        await StepsAt(product, NudgeIsDue);
        await product.Get<DeliverPosts>().Run(CancellationToken.None);
    }

    private static async Task ThePlatformIsBackAt(Product product, string instant)
    {
        product.Time.AdjustTime(Timeline.Instants.At(instant));
        product.Platform.Sent.Clear();
        product.Platform.Answer = _ => new DeliveryOutcome.Delivered("ref");
        await product.Change(db => db.Posts.AsTracking().Where(p => p.NextAttemptAt != null).ForEachAsync(p => p.NextAttemptAt = DateTimeOffset.UnixEpoch));
        await product.Get<DeliverPosts>().Run(CancellationToken.None);
    }

    private static async Task StepsAt(Product product, string instant)
    {
        product.Time.AdjustTime(Timeline.Instants.At(instant));
        await product.Get<SendDueSteps>().Run(CancellationToken.None);
    }

    private static async Task<(ChatHiring.People.PersonId Ana, Post Nudge)> TheNudge(Product product)
    {
        var ana = (await product.Read(SampleSeats.Of))["peer", Cast.Ana];
        return (ana.Person, await product.Read(db => db.Posts.SingleAsync(post => post.SeatId == ana.Seat && post.Kind == PostKind.Nudge)));
    }
}
