using System.Text.Json;
using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Fakes.Teams;
using ChatHiring.Teams.Outbound;
using ChatHiring.Tests;

namespace ChatHiring.Platforms.Tests.Teams;

/// <summary>Each row of Teams' table of errors: what becomes of the post, and what the recruiter reads.</summary>
public sealed class TeamsErrorsTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Wording Words = Wording.Load(Repository.File("cards", "words.en.json"));

    [Theory]
    [InlineData(400, "Bad Argument", DeliveryReason.Refused, "That is a fault of ChatHiring.")]
    [InlineData(400, "BadSyntax", DeliveryReason.Refused, "That is a fault of ChatHiring.")]
    [InlineData(401, "BotNotRegistered", DeliveryReason.AccessLost, "An administrator has to install it again.")]
    [InlineData(401, "", DeliveryReason.AccessLost, "An administrator has to install it again.")]
    [InlineData(403, "BotDisabledByAdmin", DeliveryReason.AccessLost, "An administrator has to install it again.")]
    [InlineData(403, "BotNotInConversationRoster", DeliveryReason.NotInstalled, "ChatHiring is not installed there.")]
    [InlineData(403, "ConversationBlockedByUser", DeliveryReason.Blocked, "They have blocked ChatHiring.")]
    [InlineData(403, "MessageWritesBlocked", DeliveryReason.Blocked, "They have blocked ChatHiring.")]
    [InlineData(403, "ForbiddenOperationException", DeliveryReason.NotInstalled, "ChatHiring is not installed there.")]
    [InlineData(403, "InvalidBotApiHost", DeliveryReason.NotInstalled, "ChatHiring is not installed there.")]
    [InlineData(403, "NotEnoughPermissions", DeliveryReason.PostingRestricted, "Its owner can change that.")]
    [InlineData(403, "a word that Teams makes up tomorrow", DeliveryReason.NotInstalled, "ChatHiring is not installed there.")]
    [InlineData(404, "ActivityNotFoundInConversation", DeliveryReason.MessageGone, "no longer there")]
    [InlineData(404, "ConversationNotFound", DeliveryReason.NotInstalled, "ChatHiring is not installed there.")]
    [InlineData(404, "MemberNotFoundInConversation", DeliveryReason.NoAccount, "No chat account belongs to them.")]
    [InlineData(413, "MessageSizeTooBig", DeliveryReason.Refused, "That is a fault of ChatHiring.")]
    [InlineData(500, "ServiceError", DeliveryReason.Unavailable, "could not be reached")]
    [InlineData(405, "", DeliveryReason.Refused, "That is a fault of ChatHiring.")]
    public void Some_answers_end_it_with_a_reason_that_the_recruiter_reads(int status, string code, DeliveryReason why, string says)
    {
        Assert.Equal(new DeliveryOutcome.Rejected(why), TeamsErrors.Outcome(new TeamsAnswer.Refused(status, code)));
        Assert.Contains(says, Words.Say(why), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(412, "PreconditionFailed")]
    [InlineData(503, "ServiceUnavailable")]
    [InlineData(503, "")]
    public void Some_say_that_nothing_was_done_and_are_tried_again(int status, string code) =>
        Assert.IsType<DeliveryOutcome.Unavailable>(TeamsErrors.Outcome(new TeamsAnswer.Refused(status, code)));

    [Theory]
    [InlineData(502, "ServiceError")]
    [InlineData(504, "GatewayTimeout")]
    public void Some_leave_open_whether_it_was_done(int status, string code) =>
        Assert.IsType<DeliveryOutcome.Unknown>(TeamsErrors.Outcome(new TeamsAnswer.Refused(status, code)));

    [Fact]
    public void What_never_got_an_answer_is_told_apart_from_what_never_left()
    {
        Assert.IsType<DeliveryOutcome.Unknown>(TeamsErrors.Outcome(new TeamsAnswer.Silent()));
        Assert.IsType<DeliveryOutcome.Unavailable>(TeamsErrors.Outcome(new TeamsAnswer.Unreached()));
        Assert.Equal(new DeliveryOutcome.RateLimited(Now.AddMinutes(1)), TeamsErrors.Outcome(new TeamsAnswer.Limited(Now.AddMinutes(1))));
        Assert.Equal(new DeliveryOutcome.Unavailable(DeliveryReason.NoToken), TeamsErrors.Outcome(new TeamsAnswer.NoToken("AADSTS7000215")));
    }

    [Theory]
    [InlineData(404, "ActivityNotFoundInConversation", true, false)]
    [InlineData(403, "NotEnoughPermissions", true, false)]
    [InlineData(404, "ConversationNotFound", false, true)]
    [InlineData(404, "", false, true)]
    [InlineData(403, "ConversationBlockedByUser", false, false)]
    [InlineData(403, "BotNotInConversationRoster", false, false)]
    public void A_message_that_cannot_be_changed_is_made_anew_and_a_chat_that_is_gone_is_begun_again(int status, string code, bool anew, bool gone)
    {
        Assert.Equal(anew, TeamsErrors.IsPastEditing(new TeamsAnswer.Refused(status, code)));
        Assert.Equal(gone, TeamsErrors.IsGone(new TeamsAnswer.Refused(status, code)));
    }

    [Fact]
    public void No_row_of_the_table_is_left_without_an_outcome_and_only_the_documented_ones_are_tried_again()
    {
        int[] again = [412, 502, 503, 504];
        // 429 is told apart before: it has an instant.
        foreach (var row in TeamsFault.Rows.Where(row => row.Status != 429))
            Assert.Equal((row.Status, row.Code, again.Contains(row.Status)), (row.Status, row.Code, TeamsErrors.Outcome(new TeamsAnswer.Refused(row.Status, row.Code)) is not DeliveryOutcome.Rejected));
        Assert.ThrowsAny<Exception>(() => TeamsErrors.Outcome(new TeamsAnswer.Done(default(JsonElement))));
    }
}
