using System.Security.Claims;
using ChatHiring.Web;
using Hangfire;
using Hangfire.Dashboard;

namespace ChatHiring.Host;

/// <summary>Hangfire's dashboard at <c>/sweeps</c>: sweep names only, for administrators only, nothing to press.</summary>
internal static class SweepDashboard
{
    public static void MapSweepDashboard(this WebApplication app) => app.MapHangfireDashboard("/sweeps", new DashboardOptions
    {
        Authorization = [new AdministratorsOnly()],
        IsReadOnlyFunc = _ => true,
        DashboardTitle = "ChatHiring sweeps",
        AppPath = "/",
    });

    private sealed class AdministratorsOnly : IDashboardAuthorizationFilter
    {
        public bool Authorize(DashboardContext context) => context.GetHttpContext().User.HasClaim(ClaimTypes.Role, SignedIn.Administrator);
    }
}
