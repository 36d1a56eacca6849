using System.Text.Json.Nodes;
using ChatHiring.Fakes.Slack;
using ChatHiring.LoopFiles;
using ChatHiring.Packs;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>What comes twice, late, out of order or after the end: nothing is written twice, and no typed word is lost.</summary>
public sealed class SlackRepeatsTests
{
    private const string Typed = "They said zaunkoenig, which suggests a lot.";

    private static readonly string[] Others = ["rosa", "dana", "dana", "eli", "ana", "bo"];

    [Theory, BothDatabases]
    public async Task A_card_sent_twice_at_once_and_again_later_is_one_card(Engine engine)
    {
        await using var played = await Played.On(engine);
        var phone = played.Phone("rosa");
        await phone.FillCard(played.Slack);
        var submission = phone.Submission();

        var atOnce = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => phone.Slack.Interaction(submission.DeepClone().AsObject())));
        var later = await phone.Slack.Interaction(submission);

        Assert.All(atOnce, ack => Assert.Equal(later.Body, ack.Body));
        Assert.Contains("Card in, ", later.Body, StringComparison.Ordinal);
        Assert.Equal(1, await Cards(played));
    }

    [Theory, BothDatabases]
    public async Task Two_last_cards_at_once_and_sent_twice_open_one_debrief(Engine engine)
    {
        await using var played = await Played.On(engine);
        foreach (var name in Others[..^1])
            await played.Phone(name).WriteCard(played.Slack);
        var (bo, mina) = (played.Phone("bo"), played.Phone("mina"));
        await bo.FillCard(played.Slack);
        await mina.FillCard(played.Slack);
        var (one, other) = (bo.Submission(), mina.Submission());

        var acks = await Task.WhenAll(Enumerable.Range(0, 6).Select(at => (at % 2 == 0 ? bo : mina).Slack.Interaction((at % 2 == 0 ? one : other).DeepClone().AsObject())));

        Assert.All(acks, ack => Assert.Contains("Card in, ", ack.Body, StringComparison.Ordinal));
        await played.Slack.Comes(() => played.Slack.Messages.All.Any(message => message.IsBroadcast));
        Assert.Equal(7, await Cards(played));
        Assert.Equal(1, await played.App.Services.GetRequiredService<Snapshot>().Read(db => db.Debriefs.CountAsync(), CancellationToken.None));
        Assert.Single(played.Slack.Messages.All, message => message.IsBroadcast);
        Assert.Single(played.Slack.Roots());
    }

    [Theory, BothDatabases]
    public async Task A_tap_that_comes_after_the_Next_that_overtook_it_does_not_take_the_text_back(Engine engine)
    {
        await using var played = await Played.On(engine);
        var phone = played.Phone("rosa");
        await phone.OpenCard(played.Slack);
        var (score, evidence) = SlackFormTests.Blocks(phone);
        (phone.Typed[score], phone.Typed[evidence]) = ("4", "They said");
        var slow = phone.Pressing("score", "4");
        phone.Typed[evidence] = Typed;
        await phone.SendForm();

        Assert.Equal("", (await phone.Slack.Interaction(slow)).Body);

        await phone.Press("back", null, inForm: true);
        Assert.Contains(Typed, phone.Form!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Of_two_taps_that_come_out_of_order_the_later_one_is_found_after_an_interruption(Engine engine)
    {
        await using var played = await Played.On(engine);
        var phone = played.Phone("rosa");
        await phone.OpenCard(played.Slack);
        var (score, evidence) = SlackFormTests.Blocks(phone);
        (phone.Typed[score], phone.Typed[evidence]) = ("2", "They said");
        var slow = phone.Pressing("score", "2");
        (phone.Typed[score], phone.Typed[evidence]) = ("4", Typed);
        await phone.Press("score", "4", inForm: true);

        Assert.Equal("", (await phone.Slack.Interaction(slow)).Body);

        await FoundAgain(played);
    }

    [Theory, BothDatabases]
    public async Task A_tap_of_a_page_that_was_left_and_opened_again_is_older_than_what_was_typed_there_since(Engine engine)
    {
        await using var played = await Played.On(engine);
        var phone = played.Phone("rosa");
        await phone.OpenCard(played.Slack);
        var (score, evidence) = SlackFormTests.Blocks(phone);
        (phone.Typed[score], phone.Typed[evidence]) = ("2", "They said");
        var slow = phone.Pressing("score", "2");
        await phone.SendForm();
        await phone.Press("back", null, inForm: true);
        (phone.Typed[score], phone.Typed[evidence]) = ("4", Typed);
        await phone.Press("score", "4", inForm: true);

        Assert.Equal("", (await phone.Slack.Interaction(slow)).Body);

        await FoundAgain(played);
    }

    [Theory, BothDatabases]
    public async Task A_tap_after_a_Next_whose_answer_was_lost_is_found_again(Engine engine)
    {
        await using var played = await Played.On(engine);
        var phone = played.Phone("rosa");
        await phone.OpenCard(played.Slack);
        var (score, evidence) = SlackFormTests.Blocks(phone);
        (phone.Typed[score], phone.Typed[evidence]) = ("2", "They said");
        await phone.Slack.Interaction(phone.Submission());

        (phone.Typed[score], phone.Typed[evidence]) = ("4", Typed);
        await phone.Press("score", "4", inForm: true);

        await FoundAgain(played);
    }

    [Theory, BothDatabases]
    public async Task A_tap_after_a_Next_that_marked_a_field_is_found_again(Engine engine)
    {
        await using var played = await Played.On(engine);
        var phone = played.Phone("rosa");
        await phone.OpenCard(played.Slack);
        var (score, evidence) = SlackFormTests.Blocks(phone);
        (phone.Typed[score], phone.Typed[evidence]) = ("2", "They \u0007 said");
        Assert.NotNull((await phone.SendForm())!["errors"]![evidence]);

        (phone.Typed[score], phone.Typed[evidence]) = ("4", Typed);
        await phone.Press("score", "4", inForm: true);

        await FoundAgain(played);
    }

    [Theory, BothDatabases]
    public async Task A_tap_after_a_Back_that_Slack_did_not_show_is_found_again(Engine engine)
    {
        await using var played = await Played.On(engine);
        var phone = played.Phone("rosa");
        await phone.OpenCard(played.Slack);
        var (score, evidence) = SlackFormTests.Blocks(phone);
        (phone.Typed[score], phone.Typed[evidence]) = ("2", "Said.");
        await phone.SendForm();
        (score, evidence) = SlackFormTests.Blocks(phone);
        (phone.Typed[score], phone.Typed[evidence]) = ("3", "They said.");
        played.Slack.Faults.Next("views.update", new SlackFault.Refused("internal_error"));
        Assert.Equal("", (await phone.Slack.Interaction(phone.Pressing("back", null))).Body);

        (phone.Typed[score], phone.Typed[evidence]) = ("4", Typed);
        await phone.Press("score", "4", inForm: true);

        await FoundAgain(played);
    }

    [Theory, BothDatabases]
    public async Task A_phone_keeps_its_taps_when_a_laptop_only_looked_through(Engine engine)
    {
        await using var played = await Played.On(engine);
        var (phone, laptop) = (played.Phone("rosa"), played.Phone("rosa"));
        await phone.OpenCard(played.Slack);
        var (score, evidence) = SlackFormTests.Blocks(phone);
        (phone.Typed[score], phone.Typed[evidence]) = ("2", "They said");
        await phone.Press("score", "2", inForm: true);
        await laptop.OpenCard(played.Slack);
        await laptop.Press("back", null, inForm: true);
        await laptop.SendForm();

        (phone.Typed[score], phone.Typed[evidence]) = ("4", Typed);
        await phone.Press("score", "4", inForm: true);

        await FoundAgain(played);
    }

    [Theory, BothDatabases]
    public async Task A_Next_that_comes_after_the_second_press_does_not_take_the_text_back(Engine engine)
    {
        await using var played = await Played.On(engine);
        var phone = played.Phone("rosa");
        await phone.OpenCard(played.Slack);
        var (score, evidence) = SlackFormTests.Blocks(phone);
        (phone.Typed[score], phone.Typed[evidence]) = ("2", "They said");
        var (slow, then) = (phone.Submission(), played.Slack.Clock.Now());
        (phone.Typed[score], phone.Typed[evidence]) = ("4", Typed);
        await phone.SendForm();
        await phone.Slack.Interaction(slow, sentAt: then);

        await FoundAgain(played);
    }

    [Theory, BothDatabases]
    public async Task A_Next_sent_twice_moves_on_once_and_says_nothing_of_another_device(Engine engine)
    {
        await using var played = await Played.On(engine);
        var phone = played.Phone("rosa");
        await phone.OpenCard(played.Slack);
        var (score, evidence) = SlackFormTests.Blocks(phone);
        (phone.Typed[score], phone.Typed[evidence]) = ("4", Typed);
        var submission = phone.Submission();

        var atOnce = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => phone.Slack.Interaction(submission.DeepClone().AsObject())));
        var later = await phone.Slack.Interaction(submission);

        Assert.All(atOnce.Append(later), ack => Assert.DoesNotContain("Another device", ack.Body, StringComparison.Ordinal));
        Assert.All(atOnce, ack => Assert.Equal(later.Json!["view"]!["title"]!.ToJsonString(), ack.Json!["view"]!["title"]!.ToJsonString()));
    }

    [Theory, BothDatabases]
    public async Task After_the_reveal_a_tap_a_Next_and_a_Submit_hand_the_text_back_and_change_nothing(Engine engine)
    {
        await using var played = await Played.On(engine);
        foreach (var name in Others)
            await played.Phone(name).WriteCard(played.Slack);
        var (late, review) = (played.Phone("mina"), played.Phone("mina"));
        await late.OpenCard(played.Slack);
        await review.FillCard(played.Slack);
        await played.Phone("mina").Finish(played.Slack);
        var (score, evidence) = SlackFormTests.Blocks(late);
        (late.Typed[score], late.Typed[evidence]) = ("1", Typed);

        Assert.Equal("", (await late.Slack.Interaction(late.Pressing("score", "1"))).Body);
        Assert.Contains(Typed, late.Form!.ToJsonString(), StringComparison.Ordinal);
        late.CloseForm();
        await review.SendForm();
        await late.SendForm();

        Assert.Contains("debrief", review.Form!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(Typed, late.Form!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(7, await Cards(played));
        Assert.DoesNotContain(Typed, string.Concat(played.Slack.Messages.All.Select(message => message.Said)), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_form_whose_seat_went_to_somebody_else_hands_the_text_back_and_the_substitute_never_sees_it(Engine engine)
    {
        await using var played = await Played.On(engine);
        var (bo, page, review) = (played.Phone("bo"), played.Phone("bo"), played.Phone("bo"));
        await played.App.BeginsSoon("Bo Lind");
        await played.Slack.Comes(() => played.Slack.Messages.In(bo.Chat).Any(message => message.Said.Contains("cant_make_it", StringComparison.Ordinal)));
        await page.OpenCard(played.Slack);
        await review.FillCard(played.Slack, evidence: "They said zeisig of it.");
        await bo.Press("cant_make_it", SlackApp.Waiting(played.Slack, bo.Chat)!);
        var sample = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "samples", "backend-engineer-loop.yaml"));
        var services = played.App.Services;
        Assert.IsType<ImportLoops.Outcome.Imported>(await services.GetRequiredService<ImportLoops>().RunSample(
            sample.Replace("[ana@example.com, bo@example.com]", "[ana@example.com, eli@example.com]", StringComparison.Ordinal), services.GetRequiredService<PackShelf>(), services.GetRequiredService<ProductClock>().Now));

        var (score, evidence) = SlackFormTests.Blocks(page);
        (page.Typed[score], page.Typed[evidence]) = ("1", Typed);
        Assert.Equal("", (await page.Slack.Interaction(page.Pressing("score", "1"))).Body);
        Assert.Contains(Typed, page.Form!.ToJsonString(), StringComparison.Ordinal);
        page.CloseForm();
        await page.SendForm();
        Assert.Equal("push", (await review.SendForm())?["response_action"]?.GetValue<string>());
        bo.Typed["reason"] = "zaunkoenig, back on Monday";
        await bo.SendForm();

        Assert.Contains(Typed, page.Form!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("There is no card of yours here", review.Form!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("zaunkoenig, back on Monday", bo.Form!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(0, await Cards(played));
        var eli = played.Phone("eli");
        await played.Slack.Comes(() => played.Slack.Messages.In(eli.Chat).Count(message => message.Text.StartsWith("Your questions", StringComparison.Ordinal)) == 2);
        Assert.DoesNotContain(played.Slack.Calls, call => call.Method.StartsWith("chat.", StringComparison.Ordinal) && call.Arguments.Values.Any(value => value.Contains("zeisig", StringComparison.Ordinal) || value.Contains("zaunkoenig", StringComparison.Ordinal)));
    }

    [Theory, BothDatabases]
    public async Task After_I_cant_make_it_an_open_form_hands_the_text_back_and_the_draft_stays(Engine engine)
    {
        await using var played = await Played.On(engine);
        var (bo, page, review) = (played.Phone("bo"), played.Phone("bo"), played.Phone("bo"));
        await played.App.BeginsSoon("Bo Lind");
        await played.Slack.Comes(() => played.Slack.Messages.In(bo.Chat).Any(message => message.Said.Contains("cant_make_it", StringComparison.Ordinal)));
        await page.OpenCard(played.Slack);
        var seat = await review.FillCard(played.Slack, evidence: "They said zeisig of it.");
        await bo.Press("cant_make_it", seat);
        await bo.SendForm();

        var (score, evidence) = SlackFormTests.Blocks(page);
        (page.Typed[score], page.Typed[evidence]) = ("1", Typed);
        await page.SendForm();
        await review.SendForm();

        Assert.Contains(Typed, page.Form!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("so this card takes no notes", review.Form!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("They said zeisig of it.", review.Form!.ToJsonString(), StringComparison.Ordinal);
        await played.Slack.Comes(() => played.Slack.Messages.In(bo.Chat).Any(message => SlackApp.Buttons(message).Any(button => button["action_id"]!.GetValue<string>() == "can_make_it")));
        await bo.Press("can_make_it", seat);
        var again = played.Phone("bo");
        await again.OpenCard(played.Slack);
        Assert.Contains("They said zeisig of it.", again.Form!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task A_form_of_somebody_who_is_nobody_here_any_more_hands_the_text_back(Engine engine)
    {
        await using var played = await Played.On(engine);
        var phone = played.Phone("rosa");
        await phone.OpenCard(played.Slack);
        var (_, evidence) = SlackFormTests.Blocks(phone);
        phone.Typed[evidence] = Typed;

        var pressed = phone.Pressing("levels", null);
        pressed["user"]!["id"] = "UZOE";
        await phone.Slack.Interaction(pressed);
        Assert.Equal("views.push", played.Slack.Calls.Last(call => call.Method.StartsWith("views.", StringComparison.Ordinal)).Method);

        var other = played.Phone("rosa");
        await other.OpenCard(played.Slack);
        other.Typed[evidence] = Typed;
        var reply = (await played.Phone("zoe").SendFormOf(other))!.ToJsonString();

        Assert.Contains("There is no card of yours here", reply, StringComparison.Ordinal);
        Assert.Contains(Typed, reply, StringComparison.Ordinal);
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task A_form_of_an_older_release_is_not_closed_over_what_was_typed(Engine engine)
    {
        await using var played = await Played.On(engine);
        var phone = played.Phone("rosa");
        await phone.OpenCard(played.Slack);
        var (_, evidence) = SlackFormTests.Blocks(phone);
        phone.Typed[evidence] = Typed;
        phone.Tampers = _ => "{\"of\":\"another release\"}";

        Assert.Contains(Typed, (await phone.SendForm())?.ToJsonString() ?? "closed", StringComparison.Ordinal);
    }

    private static async Task FoundAgain(Played played)
    {
        var again = played.Phone("rosa");
        await again.OpenCard(played.Slack);
        if (again.Form!["blocks"]!.ToJsonString().Contains("\"action_id\":\"back\"", StringComparison.Ordinal))
            await again.Press("back", null, inForm: true);
        Assert.Contains(Typed, again.Form!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("4", SlackFormTests.Chosen(again));
    }

    private static Task<int> Cards(Played played) => played.App.Services.GetRequiredService<Snapshot>().Read(db => db.Scorecards.CountAsync(), CancellationToken.None);
}
