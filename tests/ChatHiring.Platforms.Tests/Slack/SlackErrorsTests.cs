using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Slack.Outbound;
using ChatHiring.Tests;

namespace ChatHiring.Platforms.Tests.Slack;

/// <summary>Each word that Slack documents for the calls we make: what becomes of the post, and what the recruiter reads.</summary>
public sealed class SlackErrorsTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Wording Words = Wording.Load(Path.Combine(Repository.Root, "cards", "words.en.json"));

    [Theory]
    [InlineData(
        "There is no channel of that name that ChatHiring is in. Invite it there: /invite @ChatHiring in Slack; in Teams add it to the team and to the channel.",
        "channel_not_found", "not_in_channel", "method_not_supported_for_channel_type")]
    [InlineData("The channel is archived. Choose another for the job.", "is_archived", "is_inactive")]
    [InlineData(
        "The channel's own rules do not let ChatHiring write there. Its owner can change that.",
        "restricted_action", "restricted_action_read_only_channel", "restricted_action_thread_only_channel", "restricted_action_thread_locked",
        "restricted_action_non_threadable_channel", "as_user_not_supported", "external_channel_migrating")]
    [InlineData("No chat account belongs to them.", "user_not_found", "users_not_found", "user_not_visible")]
    [InlineData("They are no longer in the organisation's chat.", "user_disabled", "user_is_deactivated")]
    [InlineData(
        "The account is a guest's, a bot's or another organisation's, and such an account gets no cards.",
        "cannot_dm_bot", "user_is_bot", "user_is_restricted", "user_is_ultra_restricted")]
    [InlineData(
        "ChatHiring's access was taken back or has run out. An administrator has to install it again.",
        "token_revoked", "account_inactive", "invalid_auth", "not_authed", "token_expired", "org_login_required", "team_access_not_granted", "ekm_access_denied",
        "two_factor_setup_required")]
    [InlineData(
        "ChatHiring lacks a permission for this. An administrator has to install it again.",
        "missing_scope", "no_permission", "not_allowed_token_type", "access_denied", "messages_tab_disabled", "not_enabled")]
    [InlineData(
        "The message that was to be changed is no longer there.",
        "message_not_found", "cant_update_message", "edit_window_closed", "streaming_state_conflict", "thread_not_found", "cant_delete_message")]
    [InlineData(
        "The chat service refused the message as it was made. That is a fault of ChatHiring.",
        "invalid_blocks", "invalid_blocks_format", "invalid_arguments", "msg_too_long", "msg_blocks_too_long", "no_text", "a word that Slack makes up tomorrow")]
    public void Some_words_end_it_and_the_recruiter_reads_why(string sentence, params string[] slackWords) => Assert.All(
        slackWords, word => Assert.Equal(sentence, Words.Say(Assert.IsType<DeliveryOutcome.Rejected>(SlackErrors.Outcome(new SlackAnswer.Refused(word, []), Now)).Why)));

    [Theory]
    [InlineData("ratelimited")]
    [InlineData("rate_limited")]
    [InlineData("message_limit_exceeded")]
    public void Some_ask_us_to_slow_down(string word) =>
        Assert.Equal(new DeliveryOutcome.RateLimited(Now.AddSeconds(30)), SlackErrors.Outcome(new SlackAnswer.Refused(word, []), Now));

    [Theory]
    [InlineData("service_unavailable")]
    [InlineData("team_added_to_org")]
    [InlineData("accesslimited")]
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
        Assert.Equal(new DeliveryOutcome.Rejected(DeliveryReason.NotInstalled), SlackErrors.Outcome(new SlackAnswer.NotInstalled(), Now));
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
