using ChatHiring.Delivery;
using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.People;

namespace ChatHiring.Platforms.Tests;

/// <summary>What delivery relies on, whatever the platform. Each platform inherits it and hands in itself.</summary>
public abstract class ChatPlatformContract
{
    private static readonly LoopId Loop = new(new Guid(1, 0, 0, new byte[8]));

    public static TheoryData<PostKind> Kinds { get; } = [.. Enum.GetValues<PostKind>()];

    protected abstract IChatPlatform Platform { get; }

    [Fact]
    public void Its_name_is_one_small_word() => Assert.Matches("^[a-z]+$", Platform.Name);

    [Theory, MemberData(nameof(Kinds))]
    public async Task Every_kind_of_post_takes_at_least_one_message(PostKind kind)
    {
        var post = About(kind);
        Assert.True(await Platform.PartsOf(kind, Loop, post.Seat, post.Person, CancellationToken.None) >= 1);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_delivered_message_has_a_reference(PostKind kind) =>
        Assert.NotEmpty(Assert.IsType<DeliveryOutcome.Delivered>(await Platform.Send(About(kind), CancellationToken.None)).Reference);

    [Fact]
    public async Task The_debrief_takes_the_place_of_the_anchor()
    {
        var anchor = Assert.IsType<DeliveryOutcome.Delivered>(await Platform.Send(About(PostKind.Anchor), CancellationToken.None));

        var debrief = await Platform.Send(About(PostKind.Debrief) with { Replaces = anchor.Reference }, CancellationToken.None);

        Assert.Equal(anchor, debrief);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_message_that_may_have_been_sent_can_be_sent_again(PostKind kind) =>
        Assert.IsType<DeliveryOutcome.Delivered>(await Platform.Send(About(kind) with { MayHaveBeenSent = true }, CancellationToken.None));

    [Fact]
    public void An_envelope_carries_ids_and_no_text() => Assert.Equal(
        [nameof(Envelope.Replaces), nameof(Envelope.To), nameof(Envelope.Root), nameof(Envelope.Anchor)],
        typeof(Envelope).GetProperties().Where(property => property.PropertyType == typeof(string)).Select(property => property.Name));

    private static Envelope About(PostKind kind) => new(
        new PostId(new Guid(2, 0, 0, new byte[8])), kind, 0, Loop,
        kind is PostKind.QuestionCard or PostKind.ScoreNow ? new SeatId(new Guid(3, 0, 0, new byte[8])) : null,
        kind is PostKind.QuestionCard or PostKind.ScoreNow ? new PersonId(new Guid(4, 0, 0, new byte[8])) : null,
        kind is PostKind.Anchor or PostKind.Debrief ? new ChannelId(new Guid(5, 0, 0, new byte[8])) : null,
        null, false)
    {
        To = "somewhere",
    };
}
