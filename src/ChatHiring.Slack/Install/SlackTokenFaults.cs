using ChatHiring.Cards;
using ChatHiring.Slack.Outbound;

namespace ChatHiring.Slack.Install;

/// <summary>What Slack's error words about a token mean for whoever sets the app up. Pure.</summary>
/// <remarks>The words are those of Slack's method page of auth.test.</remarks>
internal static class SlackTokenFaults
{
    /// <param name="isFixed">The token is a setting, and not one that an installation gave us.</param>
    public static string Sentence(this Wording words, SlackAnswer answer, bool isFixed) => answer switch
    {
        SlackAnswer.Refused refused => words.Say(Key(refused.Error, isFixed), ("error", refused.Error)),
        SlackAnswer.NotInstalled => words.Say("set-up.not-installed"),
        SlackAnswer.Limited => words.Say("set-up.slack-limits"),
        SlackAnswer.Unreached => words.Say("set-up.slack-unreached"),
        SlackAnswer.Silent => words.Say("set-up.slack-silent"),
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };

    public static string Key(string error, bool isFixed) => error switch
    {
        "invalid_auth" or "not_authed" => isFixed ? "set-up.token-unknown" : "set-up.install-again",
        "token_expired" => isFixed ? "set-up.token-expired" : "set-up.install-again",
        "token_revoked" or "account_inactive" => isFixed ? "set-up.token-revoked" : "set-up.install-again",
        "not_allowed_token_type" => "set-up.token-kind",
        "missing_scope" or "no_permission" or "access_denied" => "set-up.token-permission",
        "org_login_required" or "team_access_not_granted" or "ekm_access_denied" or "two_factor_setup_required" or "enterprise_is_restricted" => "set-up.token-organisation",
        "ratelimited" or "rate_limited" => "set-up.slack-limits",
        "internal_error" or "fatal_error" or "service_unavailable" or "request_timeout" or "team_added_to_org" or "accesslimited" => "set-up.slack-fault",
        _ => "set-up.slack-refused",
    };
}
