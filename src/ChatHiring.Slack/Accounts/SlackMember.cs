using System.Text.Json;
using ChatHiring.Delivery;

namespace ChatHiring.Slack.Accounts;

/// <summary>Who of those that Slack knows may be a panellist: a full member of the organisation, and a person.</summary>
internal static class SlackMember
{
    /// <returns>Null: a full member.</returns>
    public static DeliveryReason? Fault(JsonElement user) =>
        user.Flag("deleted") ? DeliveryReason.Left
        : user.Flag("is_bot") || user.Flag("is_app_user") || user.Flag("is_restricted") || user.Flag("is_ultra_restricted") || user.Flag("is_stranger")
            ? DeliveryReason.NotAMember
            : null;
}
