using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ChatHiring.Fakes.Teams.Cards;

namespace ChatHiring.Fakes.Teams;

/// <summary>One device of somebody: what it shows, and what its client does wrong on demand. An answer is seen on the device that asked only.</summary>
public sealed class FakeDevice(FakeTeams teams, string aad)
{
    private readonly ConcurrentDictionary<string, (int Changes, JsonObject Card)> _own = new();

    public FakePerson Person => teams.Tenant.Person(aad);

    public FakeDialog Dialog { get; } = new(teams);

    /// <summary><c>Web</c>, <c>Windows</c>, <c>Mac</c>, <c>Android</c> or <c>iOS</c>.</summary>
    public string Platform { get; init; } = "Web";

    public string Region { get; init; } = "amer";

    /// <summary>A phone that sends nothing for a choice that was saved and not touched.</summary>
    public bool SendsNoSavedChoice { get; set; }

    /// <summary>A phone that forgets what was typed when one looks at another chat.</summary>
    public bool LosesTypedText { get; set; }

    /// <summary>False: an old client, which takes the fallback of an <c>Action.Execute</c>.</summary>
    public bool KnowsExecute { get; init; } = true;

    /// <summary>The Agents Playground, which leaves out names, triggers and ids of actions.</summary>
    public bool IsPlayground { get; init; }

    /// <summary>The last message that an action was answered with.</summary>
    public string? Toast { get; private set; }

    /// <summary>The last error that an action was answered with.</summary>
    public string? Error { get; private set; }

    /// <summary>The card as this device shows it: what an action was answered with, until the message is changed.</summary>
    public JsonObject CardOf(TeamsMessage message)
    {
        var now = teams.Messages.Find(message.Conversation, message.Id) ?? throw new InvalidOperationException("The message is gone.");
        if (_own.TryGetValue(message.Id, out var own) && own.Changes == now.Changes)
            return own.Card;
        return now.Card ?? throw new InvalidOperationException("The message has no card.");
    }

    /// <summary>Does what an answer says; what Teams would not have understood is recorded.</summary>
    /// <param name="activity">What was answered.</param>
    public void Take(JsonObject activity, TeamsAck ack)
    {
        switch (activity.Text("name"))
        {
            case "task/fetch" or "task/submit":
                Dialog.Take(ack);
                break;
            case "adaptiveCard/action":
                Answered(activity.Text("replyToId") ?? "", ack);
                break;
            default:
                if (!ack.IsOk)
                    teams.Record($"a {activity.Text("type")} is answered with {(int)ack.Status}");
                break;
        }
    }

    private void Answered(string message, TeamsAck ack)
    {
        (Toast, Error) = (null, null);
        var (value, status) = (ack.Json?["value"], ack.Json?["statusCode"]?.ToString());
        switch (ack.Status == System.Net.HttpStatusCode.OK ? ack.Json?.Text("type") : "")
        {
            case "application/vnd.microsoft.card.adaptive" when status == "200" && value is JsonObject card:
                foreach (var fault in AdaptiveRules.Of(card))
                    teams.Record($"an answer to an action: {fault}");
                var changes = teams.Messages.All.FirstOrDefault(one => one.Id == message)?.Changes ?? 0;
                _own[message] = (changes, card.DeepClone().AsObject());
                break;
            case "application/vnd.microsoft.activity.message" when status == "200" && value is JsonValue text:
                Toast = text.GetValue<string>();
                break;
            case "application/vnd.microsoft.error" when status is not ("200" or null) && value.Text("code") is { Length: > 0 } && value.Text("message") is { Length: > 0 } error:
                Error = error;
                break;
            default:
                teams.Record($"an answer to an action: {(int)ack.Status} {ack.Body}");
                break;
        }
    }
}
