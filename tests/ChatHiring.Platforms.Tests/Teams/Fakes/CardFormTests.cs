using System.Text.Json.Nodes;
using ChatHiring.Fakes.Teams;
using static ChatHiring.Platforms.Tests.Teams.Fakes.CardKit;
using static ChatHiring.Platforms.Tests.Teams.Fakes.TeamsCaller;

namespace ChatHiring.Platforms.Tests.Teams.Fakes;

/// <summary>What a client sends of a form, and what some phones do not.</summary>
public class CardFormTests
{
    private static readonly JsonObject _form = Card(
        Choice("score", "1", "4").With("value", "4"), Typed("evidence").With("value", "Saved.").With("maxLength", 10), Typed("more"), Choice("other", "1"),
        new JsonObject { ["type"] = "Input.Toggle", ["id"] = "sure", ["title"] = "Sure" }, Actions(Submit("Save", new() { ["stage"] = "peer" })));

    [Fact]
    public async Task Answers_arrive_as_texts_and_what_is_unanswered_is_absent() =>
        Assert.Equal("""{"stage":"peer","score":"1","evidence":"Saved.","sure":"false"}""", await Sent(_ => { }, new() { ["score"] = "1" }));

    [Fact]
    public async Task What_is_emptied_is_absent_too() =>
        Assert.Equal("""{"stage":"peer","score":"4","sure":"true"}""", await Sent(_ => { }, new() { ["evidence"] = "", ["sure"] = "true" }));

    [Fact]
    public async Task Some_phones_send_nothing_for_a_saved_choice()
    {
        Assert.Equal("""{"stage":"peer","evidence":"Saved.","sure":"false"}""", await Sent(device => device.SendsNoSavedChoice = true, []));
        Assert.Equal("""{"stage":"peer","score":"1","evidence":"Saved.","sure":"false"}""", await Sent(device => device.SendsNoSavedChoice = true, new() { ["score"] = "1" }));
    }

    [Fact]
    public async Task Some_phones_lose_what_was_typed() =>
        Assert.Equal("""{"stage":"peer","score":"1","evidence":"Saved.","sure":"false"}""", await Sent(device => device.LosesTypedText = true, new() { ["score"] = "1", ["evidence"] = "New.", ["more"] = "x" }));

    [Fact]
    public async Task What_a_client_would_not_let_pass_cannot_be_sent()
    {
        foreach (var (id, value) in new[] { ("score", "3"), ("evidence", "Much too long."), ("nowhere", "x") })
            await Assert.ThrowsAsync<InvalidOperationException>(() => Sent(_ => { }, new() { [id] = value }));
        var required = Card(Typed("a").With("isRequired", true).With("errorMessage", "Say why."), Actions(Submit("Save"), Submit("Close").With("associatedInputs", "none")));
        Assert.Contains("Say why.", (await Assert.ThrowsAsync<InvalidOperationException>(() => Sent(_ => { }, [], required))).Message, StringComparison.Ordinal);
        Assert.Equal("{}", await Sent(_ => { }, [], required, "Close"));
    }

    [Fact]
    public async Task An_old_client_takes_the_fallback_of_an_action()
    {
        await using var caller = await TeamsCaller.Start();
        var card = Card(Actions(Execute("Save", "save", new() { ["way"] = "new" }).With("fallback", Submit("Save", new() { ["way"] = "old" })), Execute("Never", "never")));
        var message = await caller.Show(card);
        var (today, old) = (new TeamsPayloads(caller.Teams, caller.Teams.Device(Ana)), new TeamsPayloads(caller.Teams, new FakeDevice(caller.Teams, Ana) { KnowsExecute = false }));
        Assert.Equal("""{"action":{"type":"Action.Execute","id":"","title":"Save","verb":"save","data":{"way":"new"}},"trigger":"manual"}""", today.Pressed(message, "Save")["value"]!.ToJsonString());
        Assert.Equal(("message", """{"way":"old"}"""), (old.Pressed(message, "Save")["type"]!.ToString(), old.Pressed(message, "Save")["value"]!.ToJsonString()));
        Assert.Throws<InvalidOperationException>(() => old.Pressed(message, "Never"));
    }

    private static async Task<string> Sent(Action<FakeDevice> change, Dictionary<string, string?> typed, JsonObject? card = null, string press = "Save")
    {
        await using var caller = await TeamsCaller.Start();
        var device = caller.Teams.Device(Ana);
        change(device);
        var message = await caller.Show((card ?? _form).DeepClone().AsObject());
        return new TeamsPayloads(caller.Teams, device).Pressed(message, press, typed)["value"]!.ToJsonString();
    }
}
