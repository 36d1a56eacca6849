using System.Net;
using System.Text.Json.Nodes;
using ChatHiring.Fakes.Teams;
using static ChatHiring.Platforms.Tests.Teams.Fakes.CardKit;
using static ChatHiring.Platforms.Tests.Teams.Fakes.TeamsCaller;

namespace ChatHiring.Platforms.Tests.Teams.Fakes;

/// <summary>Teams calling a bot: the header, repeats, and a dialog from its first step to its end.</summary>
public class TeamsSendsTests
{
    [Fact]
    public async Task A_request_carries_a_token_for_its_own_service_or_the_fault_that_is_asked_for()
    {
        await using var caller = await TeamsCaller.Start();
        using var bot = new FakeBot(_ => FakeBot.Nothing);
        var (sends, said) = (bot.From(caller), On(caller, region: "emea").Said("status"));
        await sends.Post(said);
        await sends.Post(said, TokenFault.Named("no header"));
        Assert.Equal([$"Bearer {caller.Teams.Issuer.Bearer(caller.Teams.ServiceUrlOf("emea"))[7..]}", null], bot.Headers);
        Assert.Equal(caller.Teams.ServiceUrlOf("emea"), said["serviceUrl"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_is_answered_in_time_is_sent_once()
    {
        await using var caller = await TeamsCaller.Start();
        using var bot = new FakeBot(_ => FakeBot.Nothing);
        Assert.Equal(HttpStatusCode.OK, Assert.Single(await bot.From(caller).Deliver(On(caller).Said("status")).Settled()).Ack!.Status);
    }

    [Fact]
    public async Task What_is_not_answered_comes_again_in_all_the_same_and_then_under_another_id()
    {
        await using var caller = await TeamsCaller.Start();
        var free = new TaskCompletionSource();
        using var bot = new FakeBot(_ => FakeBot.Nothing) { Until = free.Task };
        var delivery = bot.From(caller).Deliver(On(caller).Said("status"));
        for (var number = 0; number < 3; number++)
        {
            caller.Time.Advance(TimeSpan.FromSeconds(14));
            Assert.False(delivery.Done.IsCompleted);
            caller.Time.Advance(TimeSpan.FromSeconds(1));
            Assert.Null((await delivery.Attempt(number)).Ack);
        }

        free.SetResult();
        var ids = (await delivery.Settled()).Select(attempt => attempt.Id).ToList();
        Assert.Equal((ids[0], 3), (ids[1], bot.Heard.Count));
        Assert.NotEqual(ids[0], ids[2]);
        Assert.Equal(bot.Heard[0].ToJsonString(), bot.Heard[1].ToJsonString());
        Assert.Equal(bot.Heard[0]["text"]!.ToString(), bot.Heard[2]["text"]!.ToString());
    }

    [Fact]
    public async Task A_dialog_is_opened_led_on_and_ended()
    {
        await using var caller = await TeamsCaller.Start();
        using var bot = new FakeBot(activity => activity["value"]!["data"]!["step"]?.ToString() switch
        {
            null => FakeBot.Continue(Step("1")),
            "1" => FakeBot.Continue(Step("2"), "Peer · 2 of 2"),
            _ => FakeBot.Json("""{"task":{"type":"message","value":"Card in."}}"""),
        });
        var (device, sends, message) = (caller.Teams.Device(Ana), bot.From(caller), await caller.Show(Card(Actions(Fetch("Notes and score")))));
        var payloads = new TeamsPayloads(caller.Teams, device);
        await sends.Play(device, payloads.Pressed(message, "Notes and score"));
        Assert.Equal(("Peer", true), (device.Dialog.Title, device.Dialog.IsOpen));
        await sends.Play(device, payloads.PressedInDialog("Next", new Dictionary<string, string?> { ["score"] = "4" }));
        Assert.Equal("Peer · 2 of 2", device.Dialog.Title);
        await sends.Play(device, payloads.PressedInDialog("Next"));
        Assert.Equal((false, "Card in."), (device.Dialog.IsOpen, device.Dialog.Ended));
        Assert.Equal(["task/fetch", "task/submit", "task/submit"], bot.Heard.Select(activity => activity["name"]!.ToString()));
        Assert.Equal("""{"step":"1","score":"4"}""", bot.Heard[1]["value"]!["data"]!.ToJsonString());
        Assert.Equal("""{"step":"2"}""", bot.Heard[2]["value"]!["data"]!.ToJsonString());
        Assert.Throws<InvalidOperationException>(() => payloads.PressedInDialog("Next"));
    }

    [Fact]
    public async Task An_empty_answer_closes_a_dialog()
    {
        await using var caller = await TeamsCaller.Start();
        using var bot = new FakeBot(activity => activity["name"]!.ToString() == "task/fetch" ? FakeBot.Continue(Step("1")) : FakeBot.Nothing);
        var (device, sends) = (caller.Teams.Device(Ana), bot.From(caller));
        var payloads = new TeamsPayloads(caller.Teams, device);
        await sends.Play(device, payloads.Fetched(await caller.Show(Card(Text())), []));
        await sends.Play(device, payloads.PressedInDialog("Next"));
        Assert.Equal((false, null), (device.Dialog.IsOpen, device.Dialog.Ended));
    }

    [Theory]
    [InlineData(500, "", "500")]
    [InlineData(200, """{"task":{"type":"stay"}}""", "stay")]
    [InlineData(200, """{"task":{"type":"continue","value":{"title":"x","url":"https://example.com"}}}""", "a dialog without a card")]
    [InlineData(200, """{"task":{"type":"continue","value":{"card":{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5"}}}}}""", "without a title")]
    [InlineData(200, """{"task":{"type":"continue","value":{"title":"x","height":"huge","card":{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5"}}}}}""", "a height of huge")]
    [InlineData(200, """{"task":{"type":"continue","value":{"title":"x","card":{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.6"}}}}}""", "must declare 1.5")]
    public async Task What_a_dialog_does_not_understand_is_recorded(int status, string body, string says)
    {
        await using var caller = await TeamsCaller.Start();
        using var bot = new FakeBot(_ => ((HttpStatusCode)status, body));
        var device = caller.Teams.Device(Ana);
        await bot.From(caller).Play(device, new TeamsPayloads(caller.Teams, device).Submitted([]));
        Assert.Equal((1, 0), (caller.Teams.Forgive(says), caller.Teams.Wrong.Count));
    }

    [Fact]
    public async Task An_answer_to_an_action_is_seen_on_the_device_that_asked_until_the_message_changes()
    {
        await using var caller = await TeamsCaller.Start();
        using var bot = new FakeBot(_ => FakeBot.Shows(Card(Text("Yours."))));
        var (phone, laptop, message) = (caller.Teams.Device(Ana), caller.Teams.Device(Ana), await caller.Show(Card(Text("All."), Actions(Execute("Save", "save")))));
        await bot.From(caller).Play(phone, new TeamsPayloads(caller.Teams, phone).Pressed(message, "save"));
        Assert.Equal(("Yours.", "All."), (First(phone, message), First(laptop, message)));
        await caller.Call(HttpMethod.Put, Activity(message.Conversation, message.Id), Posted(Card(Text("New."))));
        Assert.Equal(("New.", "New."), (First(phone, message), First(laptop, message)));
    }

    [Fact]
    public async Task A_message_and_an_error_are_told_and_nothing_else_is_understood()
    {
        await using var caller = await TeamsCaller.Start();
        var body = "";
        using var bot = new FakeBot(_ => FakeBot.Json(body));
        var (device, message) = (caller.Teams.Device(Ana), await caller.Show(Card(Actions(Execute("Save", "save")))));
        async Task Is(string answer, string? toast, string? error)
        {
            body = answer;
            await bot.From(caller).Play(device, new TeamsPayloads(caller.Teams, device).Pressed(message, "Save"));
            Assert.Equal((toast, error), (device.Toast, device.Error));
        }

        await Is("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Saved"}""", "Saved", null);
        await Is("""{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"Too late"}}""", null, "Too late");
        Assert.Empty(caller.Teams.Wrong);
        await Is("""{"statusCode":200,"type":"application/vnd.microsoft.adaptive.card","value":{"type":"AdaptiveCard","version":"1.5"}}""", null, null);
        await Is("""{"statusCode":500,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard","version":"1.5"}}""", null, null);
        await Is("", null, null);
        Assert.Equal(3, caller.Teams.Forgive("an answer to an action"));
    }

    private static TeamsPayloads On(TeamsCaller caller, string region = "amer") => new(caller.Teams, new FakeDevice(caller.Teams, Ana) { Region = region });

    private static JsonObject Step(string step) => Card(Choice("score", "1", "4"), Typed("evidence"), Actions(Submit("Next", new() { ["step"] = step })));

    private static string First(FakeDevice device, TeamsMessage message) => device.CardOf(message)["body"]![0]!["text"]!.GetValue<string>();
}
