using ChatHiring.Delivery;

namespace ChatHiring.Slack.Outbound;

/// <summary>What each of Slack's error words means for a post: wait, or give up and why. The word alone decides.</summary>
/// <remarks>The words are those of Slack's method pages for chat.*, conversations.*, users.* and views.*.</remarks>
internal static class SlackErrors
{
    /// <summary>The message cannot be changed where it is: what it says goes out as a new one.</summary>
    public static bool IsPastEditing(string error) => error is "message_not_found" or "cant_update_message" or "edit_window_closed" or "streaming_state_conflict";

    public static DeliveryOutcome Outcome(SlackAnswer answer, DateTimeOffset now) => answer switch
    {
        SlackAnswer.Refused refused => Outcome(refused.Error, now),
        SlackAnswer.Limited limited => new DeliveryOutcome.RateLimited(limited.Until),
        SlackAnswer.Unreached => new DeliveryOutcome.Unavailable(),
        SlackAnswer.Silent => new DeliveryOutcome.Unknown(),
        SlackAnswer.NotInstalled => new DeliveryOutcome.Rejected(DeliveryReason.NotInstalled),
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };

    public static DeliveryOutcome Outcome(string error, DateTimeOffset now) => error switch
    {
        "ratelimited" or "rate_limited" or "message_limit_exceeded" => new DeliveryOutcome.RateLimited(now + SlackPace.WithoutRetryAfter),
        "service_unavailable" or "team_added_to_org" or "accesslimited" => new DeliveryOutcome.Unavailable(),
        // "Some aspect of the operation may have succeeded", say Slack's pages of the first two.
        "internal_error" or "fatal_error" or "request_timeout" => new DeliveryOutcome.Unknown(),
        _ => new DeliveryOutcome.Rejected(Reason(error)),
    };

    public static DeliveryReason Reason(string error) => error switch
    {
        "channel_not_found" or "not_in_channel" or "method_not_supported_for_channel_type" => DeliveryReason.NotInChannel,
        "is_archived" or "is_inactive" => DeliveryReason.ChannelArchived,
        "user_not_found" or "users_not_found" or "user_not_visible" => DeliveryReason.NoAccount,
        "user_disabled" or "user_is_deactivated" => DeliveryReason.Left,
        "cannot_dm_bot" or "user_is_bot" or "user_is_restricted" or "user_is_ultra_restricted" => DeliveryReason.NotAMember,
        "token_revoked" or "account_inactive" or "invalid_auth" or "not_authed" or "token_expired" or "org_login_required"
            or "team_access_not_granted" or "ekm_access_denied" or "two_factor_setup_required" => DeliveryReason.AccessLost,
        "missing_scope" or "no_permission" or "not_allowed_token_type" or "access_denied" or "messages_tab_disabled" or "not_enabled" => DeliveryReason.ScopeMissing,
        "restricted_action" or "restricted_action_read_only_channel" or "restricted_action_thread_only_channel" or "restricted_action_thread_locked"
            or "restricted_action_non_threadable_channel" or "as_user_not_supported" or "external_channel_migrating" => DeliveryReason.PostingRestricted,
        "message_not_found" or "cant_update_message" or "edit_window_closed" or "streaming_state_conflict" or "thread_not_found"
            or "cant_delete_message" => DeliveryReason.MessageGone,
        _ => DeliveryReason.Refused,
    };
}
