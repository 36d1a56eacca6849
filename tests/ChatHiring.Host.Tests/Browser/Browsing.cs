using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ChatHiring.Host.Tests.Browser;

/// <summary>Somebody's browser with its tabs. Writes down whatever a person should never meet; <see cref="NothingWentWrong"/> judges it.</summary>
internal sealed class Browsing : IAsyncDisposable
{
    public const int Phone = 360;
    public const int Desktop = 1280;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // In the page itself: RunAxe() would open a second page and load axe into both for each look. What passes is not described.
    private const string RunAxe =
        """
        async () => {
          const found = await axe.run({ resultTypes: ["violations"], rules: { "target-size": { enabled: true } } });
          return found.violations.map(rule => `${rule.id}: ${rule.help}: ${rule.nodes.map(node => node.html).join(" | ")}`);
        }
        """;

    private readonly ConcurrentQueue<string> _wrong = new();
    private readonly IBrowserContext _context;

    public Browsing(IBrowserContext context, IPage page, Uri address)
    {
        (_context, Page) = (context, page);
        context.Console += (_, said) => Note(Complains(said), $"{said.Page?.Url} says {said.Text}");
        context.WebError += (_, error) => Note(true, $"{error.Page?.Url} throws {error.Error}");
        context.Request += (_, request) => Note(Leaves(request.Url, address), $"{request.Url} is asked");
        context.Response += (_, response) => Note(response.Status >= 400 && !response.Request.IsNavigationRequest, $"{response.Url} answers {response.Status}");
    }

    /// <summary>The first tab.</summary>
    public IPage Page { get; }

    public Task<IPage> NewTab() => _context.NewPageAsync();

    /// <summary>axe-core finds nothing on the page, and nothing sticks out at the side: on a phone and on a desktop.</summary>
    /// <param name="schemes">Which colour schemes to look at; light alone when none is named.</param>
    public async Task IsAccessible(IPage page, params ColorScheme[] schemes)
    {
        await page.EvaluateAsync(Axe);
        foreach (var scheme in schemes is [] ? [ColorScheme.Light] : schemes)
            foreach (var width in (int[])[Phone, Desktop])
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await page.SetViewportSizeAsync(width, 900);
                var where = $"{page.Url}, {width} px, {scheme}";
                foreach (var violation in await page.EvaluateAsync<string[]>(RunAxe))
                    Note(true, $"{where}: {violation}");
                Note(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"), $"{where}: scrolls sideways");
            }

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    public void NothingWentWrong() => Assert.True(_wrong.IsEmpty, string.Join('\n', _wrong.Distinct()));

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    // A page that answers with 404 or 422 is no fault of the page; what it loads is judged by the answer to it.
    private static bool Complains(IConsoleMessage said) =>
        said.Type is "error" or "warning" && !said.Text.StartsWith("Failed to load resource: the server responded", StringComparison.Ordinal);

    private static bool Leaves(string url, Uri address) =>
        !url.StartsWith(address.GetLeftPart(UriPartial.Authority) + "/", StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal);

    private void Note(bool wrong, string what)
    {
        if (wrong)
            _wrong.Enqueue(what);
    }
}
