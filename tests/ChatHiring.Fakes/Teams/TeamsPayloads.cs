using System.Text.Json.Nodes;
using ChatHiring.Fakes.Teams.Cards;

namespace ChatHiring.Fakes.Teams;

/// <summary>What Teams tells of what somebody did on one device. What is not there cannot be pressed.</summary>
public sealed class TeamsPayloads(FakeTeams teams, FakeDevice device)
{
    private static readonly Dictionary<string, string?> _nothing = [];

    private readonly TeamsEnvelopes _envelopes = new(teams, device);

    /// <summary>What happens to the app, its teams and its people.</summary>
    public TeamsEvents Events => new(teams, device);

    /// <summary>Somebody writes to the bot.</summary>
    public JsonObject Said(string text) => Written(teams.Messages.Write(device.Person.ChatId, device.Person.Mri, text), text);

    /// <summary>Somebody mentions the bot.</summary>
    /// <param name="conversation">A channel, for a new thread, or a thread.</param>
    public JsonObject Mentioned(string conversation, string text)
    {
        const string Mention = "<at>ChatHiring</at>";
        var activity = Written(teams.Messages.Write(conversation, device.Person.Mri, text), $"{Mention} {text}");
        activity["entities"]!.AsArray().Insert(0, new JsonObject { ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = teams.Tenant.Bot, ["name"] = "ChatHiring" }, ["text"] = Mention });
        return activity;
    }

    /// <summary>An action of a card in a message: <c>Action.Submit</c>, one that opens a dialog, or <c>Action.Execute</c>.</summary>
    /// <param name="name">Its title, its id or its verb.</param>
    /// <param name="typed">What stands in the form by then, by input.</param>
    /// <param name="nth">Of several that are called the same.</param>
    public JsonObject Pressed(TeamsMessage message, string name, IReadOnlyDictionary<string, string?>? typed = null, int nth = 0)
    {
        var card = device.CardOf(message);
        var action = CardActions.Find(card, name, nth, device.KnowsExecute);
        var data = CardActions.Data(card, action, typed ?? _nothing, device);
        return action.Text("type") switch
        {
            "Action.Execute" => Executed(message, action, data, "manual"),
            "Action.Submit" when data["msteams"].Text("type") == "task/fetch" => Fetched(message, data),
            "Action.Submit" => Forged(message, data),
            var type => throw new InvalidOperationException($"{type} tells the bot nothing."),
        };
    }

    /// <summary>A client that shows a card asks for the one that is meant for this person.</summary>
    public JsonObject Refreshed(TeamsMessage message) =>
        device.CardOf(message)["refresh"]?["action"] is JsonObject action ? Executed(message, action, action["data"]?.DeepClone() as JsonObject ?? [], "automatic") : throw new InvalidOperationException("The card does not refresh.");

    /// <summary>A button of the dialog.</summary>
    public JsonObject PressedInDialog(string name, IReadOnlyDictionary<string, string?>? typed = null, int nth = 0)
    {
        var card = device.Dialog.Card ?? throw new InvalidOperationException("No dialog is open.");
        var action = CardActions.Find(card, name, nth, device.KnowsExecute);
        return action.Text("type") == "Action.Submit" ? Submitted(CardActions.Data(card, action, typed ?? _nothing, device)) : throw new InvalidOperationException($"{action.Text("type")} sends nothing.");
    }

    /// <summary>An <c>Action.Submit</c> with any data: somebody who makes a request up, or a message that looks otherwise by now.</summary>
    public JsonObject Forged(TeamsMessage message, JsonObject data)
    {
        var activity = _envelopes.Message(message.Conversation);
        (activity["replyToId"], activity["value"]) = (message.Id, data.DeepClone());
        activity["channelData"]!["source"] = new JsonObject { ["name"] = "message" };
        return activity;
    }

    /// <summary>An <c>Action.Execute</c> with any verb and data.</summary>
    public JsonObject ForgedExecute(TeamsMessage message, string verb, JsonObject data) => Executed(message, new JsonObject { ["verb"] = verb, ["title"] = verb }, data.DeepClone().AsObject(), "manual");

    /// <summary><c>task/fetch</c> with any data.</summary>
    public JsonObject Fetched(TeamsMessage message, JsonObject data) =>
        Invoked("task/fetch", Task(data), message.Conversation).Also("replyToId", message.Id);

    /// <summary><c>task/submit</c> with any data.</summary>
    public JsonObject Submitted(JsonObject data) => Invoked("task/submit", Task(data));

    /// <param name="name"><c>query</c>, <c>fetchTask</c>, <c>submitAction</c> and so on.</param>
    public JsonObject Composed(string name, string commandId, JsonObject? data = null)
    {
        var value = new JsonObject { ["commandId"] = commandId };
        if (name == "query")
            (value["parameters"], value["queryOptions"]) = (new JsonArray(new JsonObject { ["name"] = "initialRun", ["value"] = "true" }), new JsonObject { ["skip"] = 0, ["count"] = 25 });
        else
            (value["commandContext"], value["context"]) = ("compose", new JsonObject { ["theme"] = "default" });
        if (data is not null)
            value["data"] = data.DeepClone();
        return Invoked("composeExtension/" + name, value);
    }

    /// <summary>An invoke of any name, also of one that nobody knows yet.</summary>
    /// <param name="conversation">Null: the chat.</param>
    public JsonObject Invoked(string name, JsonObject? value, string? conversation = null)
    {
        var activity = _envelopes.Of("invoke", conversation ?? device.Person.ChatId);
        (activity["name"], activity["value"]) = (name, value?.DeepClone());
        activity["channelData"]!["source"] = new JsonObject { ["name"] = "message" };
        return activity;
    }

    /// <summary>An activity of any type, also of one that nobody knows yet.</summary>
    public JsonObject OfType(string type) => _envelopes.Of(type, device.Person.ChatId);

    /// <summary>Sent a second time, as after an answer that was too late: in all the same.</summary>
    public static JsonObject Again(JsonObject activity) => activity.DeepClone().AsObject();

    /// <summary>Sent once more, later: the same under another id.</summary>
    public JsonObject AgainUnderANewId(JsonObject activity) => _envelopes.UnderANewId(activity);

    private JsonObject Executed(TeamsMessage message, JsonObject action, JsonObject data, string trigger)
    {
        var sent = new JsonObject { ["type"] = "Action.Execute", ["id"] = action.Text("id") ?? "", ["title"] = action.Text("title"), ["verb"] = action.Text("verb") };
        // Empty data may be missing.
        if (data.Count > 0)
            sent["data"] = data;
        var value = new JsonObject { ["action"] = sent, ["trigger"] = trigger };
        if (device.IsPlayground)
            foreach (var (owner, name) in new[] { (sent, "id"), (value, "trigger") })
                owner.Remove(name);
        var activity = Invoked("adaptiveCard/action", value, message.Conversation).Also("replyToId", message.Id);
        activity["channelData"]!["legacy"] = new JsonObject { ["replyToId"] = "1:legacy" };
        return activity;
    }

    private static JsonObject Task(JsonObject data) => new() { ["data"] = data.DeepClone(), ["context"] = new JsonObject { ["theme"] = "default" } };

    private JsonObject Written(TeamsMessage message, string text)
    {
        var activity = _envelopes.Message(message.Conversation, message.Id);
        (activity["text"], activity["textFormat"]) = (text, "plain");
        activity["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = $"<div>{System.Net.WebUtility.HtmlEncode(text)}</div>" });
        return activity;
    }
}
