using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ChatHiring.Host.Tests;

/// <summary>Somebody at a browser without script: reads pages, follows links, fills forms.</summary>
/// <param name="cookies">What signs the visitor in; hand it to another app to go on after a restart.</param>
internal sealed class Visitor(HttpClient http, CookieContainer cookies)
{
    private static readonly HtmlParser Parser = new();

    public CookieContainer Cookies => cookies;

    public async Task<Page> Get(string path) => await Read(await http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute)));

    public async Task<Page> Post(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await Read(await http.PostAsync(new Uri(path, UriKind.RelativeOrAbsolute), content));
    }

    /// <summary>Sends what the page's script sends while somebody types.</summary>
    public async Task<Page> Autosave(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.RelativeOrAbsolute)) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("X-Autosave", "1");
        return await Read(await http.SendAsync(request));
    }

    /// <summary>Sends the form as a browser would: what it holds, with the changes, by the button given.</summary>
    public Task<Page> Send(IHtmlFormElement form, IEnumerable<KeyValuePair<string, string>> typed, (string Name, string Value)? button = null)
    {
        var fields = Held(form).ToDictionary(field => field.Key, field => field.Value);
        foreach (var (name, value) in typed)
            fields[name] = value;
        if (button is { } pressed)
            fields[pressed.Name] = pressed.Value;
        return Post(form.GetAttribute("action") ?? "", fields);
    }

    public async Task SignIn(string name)
    {
        var page = await Get("/sign-in");
        var button = page.Html.QuerySelectorAll("button[name=person]").Single(b => b.TextContent.Contains(name, StringComparison.Ordinal));
        await Post("/sign-in", [new("person", button.GetAttribute("value") ?? "")]);
    }

    /// <summary>The fields a form holds, radios only when chosen.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Held(IHtmlFormElement form)
    {
        foreach (var input in form.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>())
            if (input.Type is not ("radio" or "checkbox") || input.IsChecked)
                yield return new(input.Name ?? "", input.Value);
        foreach (var area in form.QuerySelectorAll("textarea[name]").OfType<IHtmlTextAreaElement>())
            yield return new(area.Name ?? "", area.Value);
    }

    /// <summary>Asks for a page until it is as wanted: what the bell starts ends by itself, but not at once.</summary>
    public async Task<Page> Until(string path, Func<Page, bool> wanted)
    {
        for (var look = 0; look < 2000; look++)
        {
            var page = await Get(path);
            if (wanted(page))
                return page;
            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System);
        }

        throw new InvalidOperationException($"{path} never became as wanted.");
    }

    private static async Task<Page> Read(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        return new Page(response.StatusCode, response.RequestMessage?.RequestUri?.PathAndQuery ?? "", body, Parser.ParseDocument(body), response.Headers);
    }
}

/// <summary>A page as it arrived.</summary>
internal sealed record Page(HttpStatusCode Status, string Path, string Body, IHtmlDocument Html, HttpResponseHeaders Headers)
{
    public string Text => Html.Body?.TextContent ?? "";

    public IHtmlFormElement Form(string selector) => Html.QuerySelector(selector) as IHtmlFormElement
        ?? throw new InvalidOperationException($"No form {selector} on {Path}: {Text}");

    /// <summary>Where the links of the page lead, within the app.</summary>
    public IEnumerable<string> Links => Html.QuerySelectorAll("a[href]")
        .Select(link => link.GetAttribute("href") ?? "").Where(href => href.StartsWith('/'));
}
