using ChatHiring.Storage;

namespace ChatHiring.Host;

/// <summary><c>/healthz/live</c>: the process answers. <c>/healthz/ready</c>: the database does too. Until it does, everything else is 503.</summary>
internal static class HealthEndpoints
{
    public static void UseHostHealth(this WebApplication app)
    {
        app.MapGet("/healthz/live", () => Results.Text("live"));
        app.MapGet("/healthz/ready", Ready);
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
}
