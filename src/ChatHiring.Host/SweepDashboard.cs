using System.Security.Claims;
using ChatHiring.Web;
using Hangfire;
using Hangfire.Dashboard;

namespace ChatHiring.Host;

/// <summary>Hangfire's dashboard at <c>/sweeps</c>: sweep names only, for administrators only, nothing to press.</summary>
internal static class SweepDashboard
{
    private const string Path = "/sweeps";

    // The web's own, but for the inline styles that Hangfire's pages and charts set.
    private const string Policy =
        "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public static void MapSweepDashboard(this WebApplication app)
    {
        app.Use(ForAdministrators);
        app.MapHangfireDashboard(Path, new DashboardOptions
        {
            Authorization = [new AdministratorsOnly()],
            IsReadOnlyFunc = _ => true,
            DashboardTitle = "ChatHiring sweeps",
            AppPath = "/",
        });
    }

    // Who cannot see a thing gets "not found"; the dashboard itself would say that it is there.
    private static Task ForAdministrators(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments(Path))
            return next(context);
        if (IsAdministrator(context))
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static bool IsAdministrator(HttpContext context) => context.User.HasClaim(ClaimTypes.Role, SignedIn.Administrator);

    private sealed class AdministratorsOnly : IDashboardAuthorizationFilter
    {
        public bool Authorize(DashboardContext context) => IsAdministrator(context.GetHttpContext());
    }
}
