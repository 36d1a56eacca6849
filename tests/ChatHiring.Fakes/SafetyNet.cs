namespace ChatHiring.Fakes;

/// <summary>The one wait by the wall clock: a lost answer has to fail a test, not to hang it.</summary>
public static class SafetyNet
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static async Task<T> OrFail<T>(this Task<T> awaited, string what)
    {
        await ((Task)awaited).OrFail(what);
        return await awaited;
    }

    public static async Task OrFail(this Task awaited, string what)
    {
        try
        {
            await awaited.WaitAsync(Longest, TimeProvider.System);
        }
        catch (TimeoutException) when (!awaited.IsCompleted)
        {
            throw new TimeoutException($"It did not come within {Longest.TotalSeconds} seconds: {what}");
        }
    }
}
