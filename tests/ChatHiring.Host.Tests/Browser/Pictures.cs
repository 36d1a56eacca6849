using Microsoft.Playwright;

namespace ChatHiring.Host.Tests.Browser;

/// <summary>The pictures of the README, taken where CHATHIRING_PICTURES names a folder: phone and desktop, light and dark.</summary>
internal static class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("CHATHIRING_PICTURES") is { Length: > 0 } folder ? Path.Combine(Repository.Root, folder) : null;

    /// <param name="name">"form" becomes form-phone-light.png and three more.</param>
    public static async Task Take(IPage page, string name)
    {
        if (Folder is null)
            return;
        // The strip for changing person belongs to Development, not to what a user sees.
        await page.EvaluateAsync("() => document.querySelector('.strip').hidden = true");
        foreach (var (place, width, height) in ((string, int, int)[])[("phone", Browsing.Phone, 720), ("desktop", Browsing.Desktop, 800)])
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await page.SetViewportSizeAsync(width, height);
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}-{place}-{scheme}.png".ToLowerInvariant()) });
            }

        await page.EvaluateAsync("() => document.querySelector('.strip').hidden = false");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(Browsing.Desktop, 740);
    }
}
