using ChatHiring.Delivery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ChatHiring.Teams.Inbound;

/// <summary>Whether an activity is for this bot, of our tenant, and asks to be answered where our token may go.</summary>
internal sealed class TeamsGate(TeamsToken token, IOptions<TeamsOptions> options)
{
    /// <returns>The status to answer; null: it may come in.</returns>
    public async Task<int?> WhyNot(TeamsCaller caller, TeamsActivity activity, CancellationToken cancel)
    {
        if (!await token.IsFor(caller, activity.Channel, activity.Json.Text("serviceUrl"), cancel))
            return StatusCodes.Status401Unauthorized;
        if (activity.Service is not { } service || !options.Value.MayCall(service))
            return StatusCodes.Status403Forbidden;
        return options.Value.TenantId is { Length: > 0 } ours && (activity.Tenants is [] || activity.Tenants.Any(tenant => !tenant.Equals(ours, StringComparison.OrdinalIgnoreCase)))
            ? StatusCodes.Status403Forbidden
            : null;
    }
}
