using ChatHiring.Fakes.Slack;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>The score form in Slack: what is typed is kept, or stands in front of its author.</summary>
public sealed class SlackFormTests
{
    private static readonly string[] Panel = ["rosa", "dana", "dana", "eli", "ana", "bo"];

    [Theory, BothDatabases]
    public async Task A_form_is_not_taken_for_another_device_after_its_own_taps(Engine engine)
    {
        await using var played = await Played.On(engine);
        var phone = played.Phone("rosa");
        await phone.OpenCard(played.Slack);
        var (score, evidence) = Blocks(phone);
        (phone.Typed[score], phone.Typed[evidence]) = ("4", "They said one thing.");
        await phone.Press("score", "4", inForm: true);
        phone.Typed[score] = "3";
        await phone.Press("score", "3", inForm: true);
        phone.Typed[evidence] = "They said one thing and another.";
        var reply = (await phone.SendForm())!.ToJsonString();
        Assert.DoesNotContain("Another device", reply, StringComparison.Ordinal);
        Assert.DoesNotContain(evidence, reply, StringComparison.Ordinal);
        await phone.Press("back", null, inForm: true);
        Assert.Contains("They said one thing and another.", phone.Form!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("3", Chosen(phone));
    }

    [Theory, BothDatabases]
    public async Task A_score_tapped_back_to_what_it_was_is_the_one_that_stays(Engine engine)
    {
        await using var played = await Played.On(engine);
        var phone = played.Phone("rosa");
        await phone.OpenCard(played.Slack);
        var (score, evidence) = Blocks(phone);
        (phone.Typed[score], phone.Typed[evidence]) = ("4", "Said.");
        await phone.SendForm();
        await phone.Press("back", null, inForm: true);
        phone.Typed[score] = "2";
        await phone.Press("score", "2", inForm: true);
        phone.Typed[score] = "4";
        await phone.SendForm();
        await phone.Press("back", null, inForm: true);
        Assert.Equal("4", Chosen(phone));
    }

    [Theory, BothDatabases]
    public async Task An_interrupted_form_is_found_again_with_score_and_text(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var slack = await SlackApp.Slack();
        await using (var first = SlackApp.On(database, slack))
        {
            var phone = new SlackPhone(first.CreateClient(), slack, SlackApp.MemberOf("rosa"));
            await phone.OpenCard(slack);
            var (score, evidence) = Blocks(phone);
            (phone.Typed[score], phone.Typed[evidence]) = ("4", "They said zaunkoenig.");
            await phone.Press("score", "4", inForm: true);
        }

        await using var second = SlackApp.On(database, slack);
        var again = new SlackPhone(second.CreateClient(), slack, SlackApp.MemberOf("rosa"));
        await again.OpenCard(slack);
        await again.Press("back", null, inForm: true);
        Assert.Equal("4", Chosen(again));
        Assert.Contains("They said zaunkoenig.", again.Form!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Two_devices_show_both_texts_whole(Engine engine)
    {
        await using var played = await Played.On(engine);
        var (one, other) = (played.Phone("rosa"), played.Phone("rosa"));
        await one.OpenCard(played.Slack);
        await other.OpenCard(played.Slack);
        var (score, evidence) = Blocks(one);
        var (here, there) = ("here " + new string('h', 2990) + " end", "there " + new string('t', 2980) + " end");
        (one.Typed[score], one.Typed[evidence]) = ("4", there);
        await one.SendForm();
        (other.Typed[score], other.Typed[evidence]) = ("2", here);
        var reply = (await other.SendForm())!.ToJsonString();
        Assert.Contains(here, reply, StringComparison.Ordinal);
        Assert.Contains(there, reply, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_tap_that_could_not_be_kept_says_so_before_the_form_is_closed(Engine engine)
    {
        foreach (var (action, value) in ((string, string?)[])[("score", "4"), ("levels", null)])
        {
            await using var played = await Played.On(engine);
            var (phone, laptop) = (played.Phone("rosa"), played.Phone("rosa"));
            await phone.OpenCard(played.Slack);
            await laptop.OpenCard(played.Slack);
            var (score, evidence) = Blocks(phone);
            (laptop.Typed[score], laptop.Typed[evidence]) = ("2", "From there.");
            await laptop.Press("score", "2", inForm: true);
            Assert.Contains(evidence, SlackApp.Inputs(laptop));
            (phone.Typed[score], phone.Typed[evidence]) = ("4", "From here.");
            await phone.Slack.Interaction(phone.Pressing(action, value));

            Assert.DoesNotContain(played.Slack.Calls, call => call.Method == "views.update");
            Assert.Contains("Not saved: another device", phone.Form!.ToJsonString(), StringComparison.Ordinal);
            Assert.Contains("From here.", phone.Form!.ToJsonString(), StringComparison.Ordinal);
            Assert.Contains("From there.", phone.Form!.ToJsonString(), StringComparison.Ordinal);
            phone.CloseForm();
            Assert.Contains("From there.", (await phone.SendForm())!.ToJsonString(), StringComparison.Ordinal);
            Assert.Contains(evidence, SlackApp.Inputs(phone));
        }
    }

    [Theory, BothDatabases]
    public async Task Going_back_from_a_page_that_cannot_be_saved_keeps_it_in_front(Engine engine)
    {
        await using var played = await Played.On(engine);
        var (one, other) = (played.Phone("rosa"), played.Phone("rosa"));
        await one.OpenCard(played.Slack);
        await one.SendForm();
        await other.OpenCard(played.Slack);
        await other.SendForm();
        var (_, evidence) = Blocks(one);
        one.Typed[evidence] = "From there.";
        await one.SendForm();
        other.Typed[evidence] = "From here.";
        await other.Press("back", null, inForm: true);
        Assert.Contains("From here.", other.Form!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("From there.", other.Form!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Somebody_elses_seat_is_refused_and_nothing_is_saved(Engine engine)
    {
        await using var played = await Played.On(engine);
        var (rosa, bo) = (played.Phone("rosa"), played.Phone("bo"));
        var theirs = await rosa.OpenCard(played.Slack);
        var mine = await bo.OpenCard(played.Slack);
        bo.Tampers = state => state.Replace(mine, theirs, StringComparison.Ordinal);
        var (_, evidence) = Blocks(bo);
        bo.Typed[evidence] = "Slipped in.";
        Assert.Contains("Slipped in.", (await played.Phone("stranger").SendFormOf(bo))!.ToJsonString(), StringComparison.Ordinal);
        var reply = (await bo.SendForm())!.ToJsonString();
        Assert.Contains("There is no card of yours here", reply, StringComparison.Ordinal);
        Assert.Contains("Slipped in.", reply, StringComparison.Ordinal);
        await rosa.OpenCard(played.Slack);
        Assert.DoesNotContain("Slipped in.", rosa.Form!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Too_long_a_text_is_marked_beside_its_field(Engine engine)
    {
        await using var played = await Played.On(engine);
        var phone = played.Phone("rosa");
        await phone.OpenCard(played.Slack);
        var (_, evidence) = Blocks(phone);
        phone.Typed[evidence] = new string('x', 3001);
        Assert.NotNull((await phone.SendForm())!["errors"]![evidence]);
    }

    [Theory, BothDatabases]
    public async Task A_form_that_comes_after_the_reveal_hands_its_text_back(Engine engine)
    {
        await using var played = await Played.On(engine);
        foreach (var name in Panel)
            await played.Phone(name).WriteCard(played.Slack);
        var (late, mina) = (played.Phone("mina"), played.Phone("mina"));
        await late.OpenCard(played.Slack);
        await late.SendForm();
        var (score, evidence) = Blocks(late);
        await mina.WriteCard(played.Slack);
        (late.Typed[score], late.Typed[evidence]) = ("not-asked", "Too late, and not lost.");
        await late.Press("back", null, inForm: true);
        Assert.Contains("Too late, and not lost.", late.Form!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Score: Not asked", late.Form!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Too late", string.Concat(played.Slack.Messages.All.Select(message => message.Said)), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Of_two_taps_on_back_the_one_that_comes_late_changes_nothing(Engine engine)
    {
        await using var played = await Played.On(engine);
        var phone = played.Phone("rosa");
        await phone.OpenCard(played.Slack);
        await phone.SendForm();
        await phone.SendForm();
        var third = phone.Form!["title"]!.ToJsonString();
        await Task.WhenAll(phone.Press("back", null, inForm: true), phone.Press("back", null, inForm: true));
        Assert.Equal(["hash_conflict", "ok"], played.Slack.Calls.Where(call => call.Method == "views.update").Select(call => call.Answered).Order(StringComparer.Ordinal));
        await phone.SendForm();
        Assert.Equal(third, phone.Form!["title"]!.ToJsonString());
    }

    [Theory, BothDatabases]
    public async Task A_form_that_opened_too_late_is_opened_by_pressing_again(Engine engine)
    {
        await using var played = await Played.On(engine);
        var phone = played.Phone("rosa");
        played.Slack.Faults.Next("views.open", new SlackFault.Refused("expired_trigger_id"));
        await phone.OpenCard(played.Slack);
        Assert.Null(phone.Form);
        await phone.OpenCard(played.Slack);
        Assert.NotNull(phone.Form);
    }

    [Theory, BothDatabases]
    public async Task Change_leads_back_to_the_review(Engine engine)
    {
        await using var played = await Played.On(engine);
        var phone = played.Phone("rosa");
        await phone.OpenCard(played.Slack);
        while (phone.Form!["callback_id"]!.GetValue<string>() != "review_page")
            await phone.SendForm();
        foreach (var back in (bool[])[false, true])
        {
            await phone.Press("jump", "overall", inForm: true);
            Assert.Equal("score_page", phone.Form!["callback_id"]!.GetValue<string>());
            await (back ? phone.Press("back", null, inForm: true) : phone.SendForm());
            Assert.Equal("review_page", phone.Form!["callback_id"]!.GetValue<string>());
        }

        var first = phone.Form!["blocks"]!.AsArray().SelectMany(block => block!["elements"]?.AsArray() ?? []).First(element => element!["action_id"]?.GetValue<string>() == "jump");
        await phone.Press("jump", first!["value"]!.GetValue<string>(), inForm: true);
        await phone.SendForm();
        Assert.Equal("review_page", phone.Form!["callback_id"]!.GetValue<string>());
    }

    [Theory, BothDatabases]
    public async Task A_card_that_is_in_offers_no_submit_before_it_is_changed(Engine engine)
    {
        await using var played = await Played.On(engine);
        var phone = played.Phone("rosa");
        await phone.WriteCard(played.Slack);
        await phone.Press("open_card", SlackApp.Buttons(played.Slack.Messages.In(phone.Chat).First(message => message.Said.Contains("Card in, ", StringComparison.Ordinal))).First()["value"]!.GetValue<string>());
        Assert.Contains("This is the card that is in", phone.Form!.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(phone.Form!["submit"]);

        await phone.Press("jump", "overall", inForm: true);
        phone.Typed[Blocks(phone).Evidence] = "On second thought: she asked twice what the words meant.";
        await phone.SendForm();

        Assert.Equal("Submit card", phone.Form!["submit"]!["text"]!.GetValue<string>());
    }

    internal static (string Score, string Evidence) Blocks(SlackPhone phone)
    {
        var inputs = SlackApp.Inputs(phone);
        return (inputs.First(block => block.StartsWith("score:", StringComparison.Ordinal)), inputs.First(block => block.StartsWith("evidence:", StringComparison.Ordinal)));
    }

    internal static string? Chosen(SlackPhone phone) =>
        phone.Form!["blocks"]!.AsArray().First(block => block!["element"]?["type"]?.GetValue<string>() == "radio_buttons")!["element"]!["initial_option"]?["value"]!.GetValue<string>();
}
