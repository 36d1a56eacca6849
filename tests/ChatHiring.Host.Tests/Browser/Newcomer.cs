using Microsoft.Playwright;

namespace ChatHiring.Host.Tests.Browser;

/// <summary>
/// A person at a person's speed: 230 words a minute of reading (the usual figure for prose is 238), 40 words a minute of typing, and 1.5 seconds to find and
/// press something. What the machine takes is not in it.
/// </summary>
internal sealed class Newcomer
{
    private const double SecondsAClick = 1.5;
    private const double SecondsAWordTyped = 60.0 / 40;
    private const double SecondsAWordRead = 60.0 / 230;

    private readonly HashSet<string> _known = [];
    private int _typed;
    private int _read;

    public int Clicks { get; private set; }

    public double Seconds => (Clicks * SecondsAClick) + (_typed * SecondsAWordTyped) + (_read * SecondsAWordRead);

    public async Task Click(ILocator target)
    {
        await target.ClickAsync();
        Clicks++;
    }

    /// <summary>A click into the field, then the keys.</summary>
    public async Task Type(ILocator field, string text)
    {
        await Click(field);
        await field.PressSequentiallyAsync(text);
        _typed += Words(text);
        _known.Add(text);
    }

    /// <summary>A line that they have read or typed before is not read again.</summary>
    public async Task Read(ILocator part)
    {
        foreach (var line in (await part.InnerTextAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (_known.Add(line))
                _read += Words(line);
    }

    public override string ToString() => FormattableString.Invariant($"{Clicks} clicks, {_typed} words typed, {_read} words read: {Seconds:0} seconds");

    private static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
