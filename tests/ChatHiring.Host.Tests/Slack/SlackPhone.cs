using System.Net;
using System.Text.Json.Nodes;
using ChatHiring.Fakes.Slack;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>Somebody in Slack with one device: what they press and send goes to the product's front door, signed as Slack signs it.</summary>
internal sealed class SlackPhone
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    private readonly FakeSlack _slack;
    private readonly FakeScreen _screen;
    private readonly SlackPayloads _payloads;

    public SlackPhone(HttpClient http, FakeSlack slack, string user)
    {
        (_slack, _screen) = (slack, slack.ScreenOf(user));
        _payloads = new SlackPayloads(slack, _screen);
        Slack = new SlackSends(http, Secret, TimeProvider.System, slack.Clock);
    }

    /// <summary>Slack, calling the product.</summary>
    public SlackSends Slack { get; }

    /// <summary>The form on top as Slack has it; null when there is none.</summary>
    public JsonObject? Form => _screen.Top;

    /// <summary>What the person chose and typed in the form on top, by block.</summary>
    public Dictionary<string, string?> Typed { get; } = [];

    public string Chat => FakeWorkspace.ChatId(_screen.User);

    /// <summary>What somebody who tampers makes of the form's hidden state before it is sent.</summary>
    public Func<string, string>? Tampers { get; set; }

    /// <summary>A button under the last message that has it, or in the form.</summary>
    public async Task Press(string actionId, string? value, bool inForm = false)
    {
        var before = Form;
        var payload = inForm ? _payloads.PressedIn(Top(), actionId, value, Typed) : _payloads.Pressed(WithButton(actionId, value), actionId, value);
        Assert.Equal("", (await Send(payload)).Body);
        Settle(before);
    }

    /// <summary>A button in the person's Home, as it was last published.</summary>
    public async Task PressInHome(string actionId)
    {
        var before = Form;
        Assert.Equal("", (await Send(_payloads.PressedIn(_slack.HomeOf(_screen.User)!, actionId, null, new Dictionary<string, string?>()))).Body);
        Settle(before);
    }

    /// <summary>The shortcut "My cards".</summary>
    public async Task Shortcut()
    {
        var before = Form;
        Assert.Equal("", (await Send(_payloads.Shortcut("my_cards"))).Body);
        Settle(before);
    }

    /// <summary>What Slack would send now if a button under a message were pressed.</summary>
    public JsonObject Pressed(string actionId, string? value) => _payloads.Pressed(WithButton(actionId, value), actionId, value);

    /// <summary>What Slack would send now if the form were sent; it reaches the product when it is posted.</summary>
    public JsonObject Submission() => _payloads.Submitted(Top(), Typed);

    /// <summary>What Slack would send now if something in the form were pressed.</summary>
    public JsonObject Pressing(string actionId, string? value) => _payloads.PressedIn(Top(), actionId, value, Typed);

    /// <summary>A button that this person was never shown.</summary>
    public async Task Forge(string actionId, string? value)
    {
        var before = Form;
        Assert.Equal("", (await Send(_payloads.Forged(_slack.Messages.All[0], actionId, value))).Body);
        Settle(before);
    }

    /// <summary>The form of somebody else, sent in this person's name.</summary>
    public async Task<JsonObject?> SendFormOf(SlackPhone other) => (await Send(_payloads.Submitted(other.Top(), other.Typed))).Json;

    public async Task<JsonObject?> SendForm()
    {
        var before = Form;
        var reply = (await Send(_payloads.Submitted(Top(), Typed))).Json;
        _slack.Take(_screen, reply);
        Settle(before);
        return reply;
    }

    /// <summary>Closes the form on top; what lies below is on top then.</summary>
    public void CloseForm() => _screen.Close();

    public async Task<SlackAck> Command(string text, string channel)
    {
        var before = Form;
        var ack = await Slack.Command(_payloads.Command("/interview", text, channel));
        _slack.Show(_screen.User, channel, ack);
        Settle(before);
        return ack;
    }

    /// <summary>Something of which Slack tells without anybody waiting.</summary>
    /// <param name="inner">With its <c>type</c>.</param>
    /// <param name="at">When it happened; now when it is left out.</param>
    public async Task<SlackAttempt> Event(string id, JsonObject inner, DateTimeOffset? at = null) => Assert.Single(await Event(id, inner, attempts: 1, at));

    /// <summary>The same, told again while it is not acknowledged.</summary>
    public async Task<IReadOnlyList<SlackAttempt>> Event(string id, JsonObject inner, int attempts, DateTimeOffset? at = null)
    {
        var delivery = Slack.Event(_payloads.Event(id, inner, at ?? TimeProvider.System.GetUtcNow()));
        return [.. await Task.WhenAll(Enumerable.Range(0, attempts).Select(delivery.Attempt))];
    }

    private FakeMessage WithButton(string actionId, string? value) =>
        _slack.Messages.All.Last(message => (message.Channel == Chat || message.Channel == SlackApp.Channel) && SlackApp.Buttons(message).Any(button => button["action_id"]!.GetValue<string>() == actionId && button["value"]?.GetValue<string>() == value));

    private JsonObject Top()
    {
        var top = Form ?? throw new InvalidOperationException("No form is open.");
        if (Tampers is { } tampers)
            top["private_metadata"] = tampers(top["private_metadata"]!.GetValue<string>());
        return top;
    }

    private async Task<SlackAck> Send(JsonObject payload)
    {
        var ack = await Slack.Interaction(payload);
        Assert.Equal(HttpStatusCode.OK, ack.Status);
        return ack;
    }

    // An input stays as it was typed for as long as its block is in the form.
    private void Settle(JsonObject? before)
    {
        var now = Form;
        var kept = now is not null && before?["id"]!.GetValue<string>() == now["id"]!.GetValue<string>() ? SlackApp.Inputs(this) : [];
        foreach (var gone in Typed.Keys.Except(kept).ToList())
            Typed.Remove(gone);
    }
}
