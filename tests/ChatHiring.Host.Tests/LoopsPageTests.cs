using System.Net;

namespace ChatHiring.Host.Tests;

public sealed class LoopsPageTests
{
    private const string Nudge = "form[action='/loops?handler=nudge']";

    [Theory, BothDatabases]
    public async Task A_reminder_by_hand_leads_back_to_the_list_which_says_what_became_of_it(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database, demo: true);
        var rosa = await app.As("Rosa Meier");
        var list = await rosa.Get("/loops");
        var seat = list.Html.QuerySelector($"{Nudge} button")?.GetAttribute("value") ?? "";
        var name = list.Html.QuerySelector($".seat:has({Nudge}) strong")?.TextContent ?? "";

        var after = await rosa.Send(list.Form(Nudge), [], ("seat", seat));

        Assert.Equal((HttpStatusCode.OK, "/loops"), (after.Status, after.Path));
        Assert.Contains(name, after.Html.QuerySelector(".notice[role=status]")?.TextContent, StringComparison.Ordinal);
        Assert.Null((await rosa.Get("/loops")).Html.QuerySelector(".notice[role=status]"));
    }

    [Theory, BothDatabases]
    public async Task The_list_leads_to_a_new_loop_and_whoever_sets_none_up_is_not_led_there(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database, demo: true);

        Assert.NotNull((await (await app.As("Rosa Meier")).Get("/loops")).Html.QuerySelector("main a[href='/loops/new']"));
        Assert.Null((await (await app.As("Ana Silva")).Get("/loops")).Html.QuerySelector("main a[href='/loops/new']"));
    }

    [Theory, BothDatabases]
    public async Task A_reminder_for_a_seat_of_others_is_not_found_and_one_without_our_form_is_refused(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database, demo: true);
        var rosa = await app.As("Rosa Meier");
        var form = (await rosa.Get("/loops")).Form(Nudge);

        Assert.Equal(HttpStatusCode.NotFound, (await rosa.Send(form, [], ("seat", "01890000-0000-7000-8000-000000000001"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await rosa.Post("/loops?handler=nudge", [new("seat", "01890000-0000-7000-8000-000000000001")])).Status);
    }
}
