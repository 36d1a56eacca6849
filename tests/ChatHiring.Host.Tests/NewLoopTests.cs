using System.Net;
using AngleSharp.Dom;

namespace ChatHiring.Host.Tests;

/// <summary>A new loop by form: what is odd is said before it is saved, and nothing typed is lost.</summary>
public sealed class NewLoopTests
{
    [Theory, BothDatabases]
    public async Task A_hiring_manager_sets_a_loop_up_and_the_same_form_twice_is_one(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database);
        var dana = await app.As("Dana Okafor");
        var form = (await dana.Get("/loops/new")).Form("form.loop-form");

        var check = await dana.Send(form, Typed(form, ("name", "Kit Ono"), ("date.peer", "2020-06-08"), ("time.peer", "10:00")), ("go", "check"));
        Assert.Equal(HttpStatusCode.OK, check.Status);
        Assert.Contains("This is in the past.", check.Text, StringComparison.Ordinal);
        Assert.Contains("Save anyway", check.Text, StringComparison.Ordinal);
        var changed = (await dana.Send(check.Form("form.submit"), [], ("go", "change"))).Form("form.loop-form");
        Assert.Equal("Kit Ono", changed.QuerySelector("#name")?.GetAttribute("value"));

        var saved = await dana.Send(check.Form("form.submit"), [], ("go", "save"));
        var again = await dana.Send(check.Form("form.submit"), [], ("go", "save"));

        Assert.StartsWith("/channels/", saved.Path, StringComparison.Ordinal);
        Assert.Equal(saved.Path, again.Path);
        var channel = await dana.Until(saved.Path, page => page.Text.Contains("K.O.", StringComparison.Ordinal));
        Assert.Single(channel.Html.QuerySelectorAll("h2"), heading => heading.TextContent.Contains("K.O.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_stops_a_loop_stands_at_its_field_and_everything_typed_stays()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = new HostApp(database);
        var dana = await app.As("Dana Okafor");
        var form = (await dana.Get("/loops/new")).Form("form.loop-form");

        var faults = await dana.Send(
            form, Typed(form, ("email", "kit"), ("date.peer", "2027-03-28"), ("time.peer", "02:30"), ("minutes.peer", "840"), ("minutes.hiring-manager", "-5")), ("go", "check"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, faults.Status);
        foreach (var (id, sentence) in ((string, string)[])
            [
                ("name", "Write the candidate's name."), ("email", "Write an email address such as jamie@example.net, or leave it out."),
                ("time-peer", "02:30 does not exist on that day: clocks in Europe/Berlin go forward over it. Choose another time."),
                ("minutes-peer", "An interview takes 5 minutes to 8 hours, not 14 hours. Split a longer day into stages."),
                ("minutes-hiring-manager", "It would end before it starts. Write how long it takes, in minutes."),
            ])
        {
            Assert.Equal(sentence, faults.Html.QuerySelector($"#{id}-fault")?.TextContent.Trim());
            Assert.Equal("true", faults.Html.QuerySelector($"#{id}")?.GetAttribute("aria-invalid"));
        }

        Assert.Equal(("kit", "2027-03-28", "840"), (Value(faults, "email"), Value(faults, "date-peer"), Value(faults, "minutes-peer")));
    }

    [Fact]
    public async Task An_interviewer_finds_no_form()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = new HostApp(database);
        var dana = await app.As("Dana Okafor");
        var form = await dana.Get("/loops/new");
        var ana = await app.As("Ana Silva");
        Assert.Equal(HttpStatusCode.NotFound, (await ana.Get("/loops/new")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.Get(form.Path)).Status);
    }

    private static string? Value(Page page, string id) => page.Html.QuerySelector($"#{id}")?.GetAttribute("value");

    private static IEnumerable<KeyValuePair<string, string>> Typed(IElement form, params (string Name, string Value)[] typed) =>
        typed.Where(field => form.QuerySelector($"[name='{field.Name}']") is not null).Select(field => KeyValuePair.Create(field.Name, field.Value));
}
