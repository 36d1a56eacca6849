using ChatHiring.Storage;

namespace ChatHiring.Host;

/// <summary><c>/healthz/live</c>: the process answers. <c>/healthz/ready</c>: the database does too. Until it does, everything else is 503.</summary>
internal static class HealthEndpoints
{
    public static void UseHostHealth(this WebApplication app)
    {
        app.MapGet("/healthz/live", () => Results.Text("live"));
        app.MapGet("/healthz/ready", Ready);
        app.Use(WaitForStorage);
    }

    private static async Task<IResult> Ready(StorageReady ready, PrepareStorage storage, CancellationToken cancel)
    {
        if (!ready.Yes)
            return NotReady("The database does not answer yet.");
        try
        {
            return await storage.WhyNotReady(cancel) is { } why ? NotReady(why) : Results.Text("ready");
        }
        catch (StorageUnavailableException outage)
        {
            return NotReady(outage.Message);
        }
    }

    private static IResult NotReady(string why) => Results.Text(why, statusCode: StatusCodes.Status503ServiceUnavailable);

    private static async Task WaitForStorage(HttpContext context, RequestDelegate next)
    {
        if (context.RequestServices.GetRequiredService<StorageReady>().Yes || context.Request.Path.StartsWithSegments("/healthz"))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "5";
        await context.Response.WriteAsync("ChatHiring is starting: its database does not answer yet. Nothing was saved; try again in a moment.");
    }
}
