using System.Globalization;

namespace ChatHiring.Teams.Outbound;

/// <summary>At most so many calls within a time.</summary>
internal readonly record struct TeamsRate(int Most, TimeSpan Within)
{
    /// <summary>New messages and edits of one bot in one conversation.</summary>
    /// <remarks>Source: Microsoft, "Optimize your bot with rate limiting", as of October 2026.</remarks>
    public const string PerThread = "7/1, 8/2, 60/30, 1800/3600";

    /// <summary>Every call of one app in one tenant: 50 a second, of which 30 were promised before.</summary>
    public const string PerTenant = "30/1";

    private const int MostCalls = 100_000;
    private const int MostSeconds = 86_400;

    /// <param name="text">Calls and seconds with a slash between them, and commas between the rates.</param>
    /// <returns>Null: it is not that, or asks for more than a day.</returns>
    public static IReadOnlyList<TeamsRate>? Read(string text)
    {
        var read = text.Split(',', StringSplitOptions.TrimEntries).Select(One).ToList();
        return read.Any(rate => rate is null) ? null : [.. read.OfType<TeamsRate>()];
    }

    private static TeamsRate? One(string text) => text.Split('/', StringSplitOptions.TrimEntries) is [var calls, var seconds] && Number(calls, MostCalls) is { } most && Number(seconds, MostSeconds) is { } within
        ? new TeamsRate(most, TimeSpan.FromSeconds(within))
        : null;

    private static int? Number(string text, int most) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : null;
}
