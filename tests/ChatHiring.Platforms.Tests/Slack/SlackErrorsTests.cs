using ChatHiring.Delivery;
using ChatHiring.Slack;

namespace ChatHiring.Platforms.Tests.Slack;

/// <summary>Each word that Slack documents for the calls we make: what becomes of the post, and what the recruiter reads.</summary>
public sealed class SlackErrorsTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("channel_not_found", DeliveryReason.NotInChannel)]
    [InlineData("not_in_channel", DeliveryReason.NotInChannel)]
    [InlineData("method_not_supported_for_channel_type", DeliveryReason.NotInChannel)]
    [InlineData("is_archived", DeliveryReason.ChannelArchived)]
    [InlineData("is_inactive", DeliveryReason.ChannelArchived)]
    [InlineData("restricted_action", DeliveryReason.PostingRestricted)]
    [InlineData("restricted_action_read_only_channel", DeliveryReason.PostingRestricted)]
    [InlineData("restricted_action_thread_only_channel", DeliveryReason.PostingRestricted)]
    [InlineData("restricted_action_thread_locked", DeliveryReason.PostingRestricted)]
    [InlineData("restricted_action_non_threadable_channel", DeliveryReason.PostingRestricted)]
    [InlineData("user_not_found", DeliveryReason.NoAccount)]
    [InlineData("users_not_found", DeliveryReason.NoAccount)]
    [InlineData("user_not_visible", DeliveryReason.NoAccount)]
    [InlineData("user_disabled", DeliveryReason.Left)]
    [InlineData("cannot_dm_bot", DeliveryReason.NotAMember)]
    [InlineData("messages_tab_disabled", DeliveryReason.Blocked)]
    [InlineData("token_revoked", DeliveryReason.AccessLost)]
    [InlineData("account_inactive", DeliveryReason.AccessLost)]
    [InlineData("invalid_auth", DeliveryReason.AccessLost)]
    [InlineData("not_authed", DeliveryReason.AccessLost)]
    [InlineData("token_expired", DeliveryReason.AccessLost)]
    [InlineData("org_login_required", DeliveryReason.AccessLost)]
    [InlineData("team_access_not_granted", DeliveryReason.AccessLost)]
    [InlineData("missing_scope", DeliveryReason.ScopeMissing)]
    [InlineData("no_permission", DeliveryReason.ScopeMissing)]
    [InlineData("message_not_found", DeliveryReason.MessageGone)]
    [InlineData("cant_update_message", DeliveryReason.MessageGone)]
    [InlineData("edit_window_closed", DeliveryReason.MessageGone)]
    [InlineData("streaming_state_conflict", DeliveryReason.MessageGone)]
    [InlineData("invalid_blocks", DeliveryReason.Refused)]
    [InlineData("invalid_blocks_format", DeliveryReason.Refused)]
    [InlineData("invalid_arguments", DeliveryReason.Refused)]
    [InlineData("msg_too_long", DeliveryReason.Refused)]
    [InlineData("msg_blocks_too_long", DeliveryReason.Refused)]
    [InlineData("no_text", DeliveryReason.Refused)]
    [InlineData("a word that Slack makes up tomorrow", DeliveryReason.Refused)]
    public void Some_words_end_it_with_a_reason(string word, DeliveryReason why) =>
        Assert.Equal(new DeliveryOutcome.Rejected(why), SlackErrors.Outcome(new SlackAnswer.Refused(word, []), Now));

    [Theory]
    [InlineData("ratelimited")]
    [InlineData("rate_limited")]
    [InlineData("message_limit_exceeded")]
    public void Some_ask_us_to_slow_down(string word) =>
        Assert.Equal(new DeliveryOutcome.RateLimited(Now.AddSeconds(30)), SlackErrors.Outcome(new SlackAnswer.Refused(word, []), Now));

    [Theory]
    [InlineData("service_unavailable")]
    [InlineData("team_added_to_org")]
    public void Some_say_that_nothing_was_done(string word) =>
        Assert.IsType<DeliveryOutcome.Unavailable>(SlackErrors.Outcome(new SlackAnswer.Refused(word, []), Now));

    [Theory]
    [InlineData("internal_error")]
    [InlineData("fatal_error")]
    [InlineData("request_timeout")]
    public void Some_leave_open_whether_it_was_done(string word) =>
        Assert.IsType<DeliveryOutcome.Unknown>(SlackErrors.Outcome(new SlackAnswer.Refused(word, []), Now));

    [Fact]
    public void What_never_got_an_answer_is_told_apart_from_what_never_left()
    {
        Assert.IsType<DeliveryOutcome.Unknown>(SlackErrors.Outcome(new SlackAnswer.Silent(), Now));
        Assert.IsType<DeliveryOutcome.Unavailable>(SlackErrors.Outcome(new SlackAnswer.Unreached(), Now));
        Assert.Equal(new DeliveryOutcome.RateLimited(Now.AddMinutes(1)), SlackErrors.Outcome(new SlackAnswer.Limited(Now.AddMinutes(1)), Now));
        Assert.Equal(new DeliveryOutcome.Rejected(DeliveryReason.AccessLost), SlackErrors.Outcome(new SlackAnswer.NotInstalled(), Now));
    }

    [Theory]
    [InlineData("message_not_found", true)]
    [InlineData("cant_update_message", true)]
    [InlineData("edit_window_closed", true)]
    [InlineData("streaming_state_conflict", true)]
    [InlineData("channel_not_found", false)]
    [InlineData("is_archived", false)]
    public void A_message_that_cannot_be_changed_is_made_anew(string word, bool anew) => Assert.Equal(anew, SlackErrors.IsPastEditing(word));
}
