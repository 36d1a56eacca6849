using ChatHiring.Loops;
using ChatHiring.Scorecards;

namespace ChatHiring.Tests.Scorecards;

public sealed class DraftAnswerTests
{
    private const string Slack = "1764316800.000000";
    private const string Teams = "2026-11-28T08:00:00.0000000Z";

    [Theory]
    [InlineData(Slack, 7, Teams, true)]
    [InlineData(Slack, 8, Teams, false)]
    [InlineData(Teams, 7, Slack, true)]
    [InlineData(Teams, 8, Slack, false)]
    [InlineData(Slack, 7, Slack, true)]
    [InlineData(Slack, 8, Slack, false)]
    public void The_form_heard_longest_ago_is_forgotten_first_whatever_its_platform(string mine, int others, string theirs, bool isKnown)
    {
        var (draft, form) = (New(), Form());
        draft.Hear(form, new FormMoment(mine));
        for (var other = 0; other < others; other++)
            draft.Hear(Form(), new FormMoment(theirs));

        Assert.Equal(isKnown, draft.IsLate(form, new FormMoment("1")));
    }

    [Fact]
    public void A_form_that_is_heard_again_is_heard_last()
    {
        var (draft, one, other) = (New(), Form(), Form());
        draft.Hear(one, new FormMoment(Slack));
        draft.Hear(other, new FormMoment(Slack));
        draft.Hear(one, new FormMoment(Slack + "1"));
        for (var more = 0; more < 7; more++)
            draft.Hear(Form(), new FormMoment(Teams));

        Assert.Equal((true, false), (draft.IsLate(one, new FormMoment(Slack)), draft.IsLate(other, new FormMoment("1"))));
    }

    private static DraftAnswer New() => new() { SeatId = new SeatId(Guid.Empty), Item = "q1", Answer = StoredAnswer.From(Answer.None), SavedAt = DateTimeOffset.UnixEpoch };

    private static FormId Form() => new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));
}
