using Microsoft.Playwright;

namespace ChatHiring.Host.Tests.Browser;

/// <summary>A host on a database of its own, at the address it printed, and a browser to open it with. One for a class of tests.</summary>
public class Chromium : IAsyncLifetime
{
    // A shared machine is slow now and then; what is waited for usually comes at once.
    private const int LongestWait = 30_000;

    private readonly TestDatabase _database = new(Engine.Sqlite);
    private HostProcess? _host;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Uri? _address;

    /// <summary>The browser that <c>test.sh</c> brings; null without one.</summary>
    internal static string? Program { get; } = Environment.GetEnvironmentVariable("CHATHIRING_TEST_CHROMIUM") is { Length: > 0 } path ? path : null;

    /// <summary>Whether the host starts as a newcomer's does, with the demo.</summary>
    protected virtual bool Demo => false;

    public async ValueTask InitializeAsync()
    {
        if (Program is null)
            return;
        Assertions.SetDefaultExpectTimeout(LongestWait);
        var starting = HostProcess.Start(_database, Demo);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
        _host = await starting;
        _address = await _host.Open();
    }

    /// <summary>A browser that nobody has used yet.</summary>
    internal async Task<Browsing> Open(bool script = true, int width = Browsing.Desktop)
    {
        if (_browser is null || _address is null)
            throw new InvalidOperationException("No browser is running.");
        var context = await _browser.NewContextAsync(new() { BaseURL = _address.ToString(), JavaScriptEnabled = script, ViewportSize = new() { Width = width, Height = 740 } });
        context.SetDefaultTimeout(LongestWait);
        return new Browsing(context, await context.NewPageAsync(), _address);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        _host?.Dispose();
        await _database.DisposeAsync();
    }
}
