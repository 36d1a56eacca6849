using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.Timeline;

namespace ChatHiring.Tests.Cards;

public sealed class TimelineSentencesTests
{
    private static readonly Wording Words = Wording.Load(Repository.File("cards", "words.en.json"));

    [Theory]
    [InlineData("Open without Ana Silva's card", "Ana Silva")]
    [InlineData("Open without the cards of Ana Silva and Mina Sato", "Ana Silva", "Mina Sato")]
    [InlineData("Open without the cards of Ana Silva, Bo Lind and Mina Sato", "Ana Silva", "Bo Lind", "Mina Sato")]
    [InlineData("Open without the cards of Ana Silva", "Ana Silva", "Ana Silva")]
    public void One_card_and_several_are_told_apart(string said, params string[] names) =>
        Assert.Equal(said, Words.OneOrMany("go-ahead.open-one", "go-ahead.open", names));

    [Fact]
    public void Every_step_and_every_kind_of_post_has_its_words()
    {
        Assert.All(Enum.GetValues<PostKind>(), kind => Assert.NotEmpty(Words.Say(kind)));
        Assert.All(Enum.GetValues<TimelineStep>().Except([TimelineStep.Unknown]), step => Assert.StartsWith("Next: ", Words.Say(step, DateTimeOffset.UnixEpoch, "UTC"), StringComparison.Ordinal));
    }

    [Fact]
    public void What_did_not_arrive_says_why_and_whether_it_is_tried_again()
    {
        Assert.Equal("Reminder → Bo Lind: They have blocked ChatHiring. We won't try again.", Words.Say(new Undelivered(PostKind.Nudge, "Bo Lind", DeliveryReason.Blocked, GivenUp: true)));
        Assert.Equal("Debrief → hiring: We'll try again.", Words.Say(new Undelivered(PostKind.Debrief, "hiring", null, GivenUp: false)));
    }
}
