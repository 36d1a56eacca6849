namespace ChatHiring.Host.Tests;

/// <summary>What a panellist does on the web, in one line each.</summary>
internal static class Panel
{
    /// <summary>The names under which the cast signs in, in the order of the sample loop's seats.</summary>
    public static readonly IReadOnlyList<(string Name, string Stage)> Seats =
    [
        ("Rosa Meier", "Recruiter screen"), ("Dana Okafor", "Hiring manager"), ("Dana Okafor", "Working session"), ("Eli Novak", "Working session"),
        ("Ana Silva", "Peer"), ("Bo Lind", "Peer"), ("Mina Sato", "Cross-functional"),
    ];

    /// <summary>The address of somebody's card for a stage, taken from their inbox. Cards arrive through the bell, so the inbox is asked until it is there.</summary>
    public static async Task<string> CardOf(this Visitor visitor, string stage)
    {
        for (var look = 0; look < 2000; look++)
        {
            var inbox = await visitor.Get("/");
            var item = inbox.Html.QuerySelectorAll("a[href^='/cards/']")
                .FirstOrDefault(link => (link.Closest("li") ?? link).TextContent.Contains(stage, StringComparison.OrdinalIgnoreCase));
            if (item?.GetAttribute("href") is { } href)
                return string.Join('/', href.Split('/').Take(3));
            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System);
        }

        throw new InvalidOperationException($"No card for {stage} came.");
    }

    /// <summary>Every item of the score form answered, with evidence that carries the word.</summary>
    public static async Task<Page> Fill(this Visitor visitor, string card, string word, string score = "4")
    {
        var page = await visitor.Get($"{card}/score");
        var form = page.Form("form.score-form");
        var typed = Visitor.Held(form).Where(field => field.Key.StartsWith("evidence.", StringComparison.Ordinal))
            .SelectMany(field => Answer(form, field.Key["evidence.".Length..], word, score));
        return await visitor.Send(form, typed, ("go", "review"));
    }

    public static async Task<Page> Submit(this Visitor visitor, Page review) => await visitor.Send(review.Form("form.submit"), []);

    public static async Task<Page> WriteCard(this Visitor visitor, string stage, string word, string score = "4")
    {
        var card = await visitor.CardOf(stage);
        return await visitor.Submit(await visitor.Fill(card, word, score));
    }

    private static IEnumerable<KeyValuePair<string, string>> Answer(AngleSharp.Html.Dom.IHtmlFormElement form, string item, string word, string score)
    {
        yield return new($"evidence.{item}", $"They said {word}{item} which suggests a lot.");
        if (form.QuerySelector($"input[name='score.{item}']") is not null)
            yield return new($"score.{item}", score);
    }
}
