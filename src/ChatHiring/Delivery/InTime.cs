using ChatHiring.Storage;

namespace ChatHiring.Delivery;

/// <summary>Answers while a platform still waits, or says truthfully that it could not: a person should rather read that something was not saved.</summary>
public static class InTime
{
    /// <summary>The database does not answer, or nothing does in time.</summary>
    public static bool IsOutage(Exception thrown) => thrown is StorageUnavailableException or OperationCanceledException;

    /// <param name="longest">After this the answer is cut off.</param>
    /// <param name="late">What is answered then, or when the database is away; handed why.</param>
    /// <param name="cancel">The platform waits no longer for anything: nothing is answered.</param>
    public static async Task<T> Answer<T>(TimeSpan longest, Func<CancellationToken, Task<T>> answer, Func<Exception, Task<T>> late, TimeProvider time, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            return await answer(either.Token);
        }
        catch (Exception outage) when (IsOutage(outage) && !cancel.IsCancellationRequested)
        {
            return await late(outage);
        }
    }
}
