using System.Text.Json;
using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.People;
using ChatHiring.Scorecards;
using ChatHiring.Slack.Cards;
using ChatHiring.Slack.Inbound;
using ChatHiring.Slack.Outbound;
using ChatHiring.Timeline;

namespace ChatHiring.Slack.Forms;

/// <summary>Opens, pushes and changes forms in Slack, and knows those that are the same for everybody.</summary>
internal sealed class SlackViews(SlackApi api, SlackCards cards, ReadInbox readInbox, Wording words)
{
    // A trigger lives three seconds and works once: a form that could not be opened is opened by pressing again.
    public Task<SlackAnswer> Open(string trigger, JsonObject view, CancellationToken cancel, bool saysOutage = false) =>
        api.Call("views.open", Arguments(("trigger_id", trigger), ("view", view.ToJsonString())), cancel, saysOutage: saysOutage);

    public Task<SlackAnswer> Push(string trigger, JsonObject view, CancellationToken cancel, bool saysOutage = false) =>
        api.Call("views.push", Arguments(("trigger_id", trigger), ("view", view.ToJsonString())), cancel, saysOutage: saysOutage);

    /// <param name="shown">The form as it was when somebody acted on it: one that was changed since is left alone.</param>
    public Task<SlackAnswer> Update(JsonElement shown, JsonObject view, CancellationToken cancel) =>
        api.Call("views.update", Arguments(("view_id", shown.Text("id")), ("hash", shown.Text("hash")), ("view", view.ToJsonString())), cancel);

    public Task<SlackAnswer> Publish(SlackSender reader, JsonObject home, CancellationToken cancel) =>
        api.Call("views.publish", Arguments(("user_id", reader.User), ("view", home.ToJsonString())), cancel);

    public async Task<JsonObject> MyCards(PersonId reader, CancellationToken cancel) =>
        await readInbox.Run(reader, cancel) is { } inbox ? cards.CardsList(inbox) : Say(words.Say("slack.no-such-card"));

    /// <summary>Our database does not answer.</summary>
    public JsonObject Later() => cards.Note(words.Say("product.name"), [words.Say("chat.later")]);

    /// <summary>Nor does it keep what stands in the form below.</summary>
    public JsonObject NotSaved() => Say(words.Say("slack.not-saved"));

    public JsonObject CardIn(Receipt receipt, string zoneId) => cards.Note(
        words.Say("receipt.title"),
        [words.Say("receipt.in", ("time", LocalTime.Show(receipt.SubmittedAt, zoneId))), words.Say(receipt.RevealedAt is null ? "receipt.hidden" : "chat.card-opened")]);

    /// <summary>A plain sentence about the reader's card, with what could not be kept, to copy.</summary>
    public JsonObject Say(string sentence, params IReadOnlyList<TextToCopy> toCopy) => cards.Note(words.Say("form.title"), [sentence], toCopy);

    private static Dictionary<string, string?> Arguments(params (string Name, string? Value)[] arguments) =>
        arguments.ToDictionary(argument => argument.Name, argument => argument.Value, StringComparer.Ordinal);
}
