using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatHiring.Fakes.Teams.Cards;

namespace ChatHiring.Fakes.Teams;

/// <summary>The dialog of a device: opened by <c>task/fetch</c>, and led on by what <c>task/submit</c> is answered with.</summary>
public sealed class FakeDialog
{
    private static readonly string[] _sizes = ["small", "medium", "large"];

    private readonly FakeTeams _teams;

    internal FakeDialog(FakeTeams teams) => _teams = teams;

    /// <summary>Null: no dialog is open.</summary>
    public JsonObject? Card { get; private set; }

    public string? Title { get; private set; }

    /// <summary>The message that it ended with; null: it is open, was closed, or never opened.</summary>
    public string? Ended { get; private set; }

    public bool IsOpen => Card is not null;

    /// <summary>The cross, or a dialog that a phone lost.</summary>
    public void Close() => (Card, Title, Ended) = (null, null, null);

    internal void Take(TeamsAck ack)
    {
        if (ack.Status != HttpStatusCode.OK)
        {
            _teams.Record($"an answer to a dialog: {(int)ack.Status} {ack.Body}");
            return;
        }

        Close();
        // An empty answer closes it.
        if (ack.Body.Trim().Length == 0 || ack.Json is { Count: 0 })
            return;
        var (task, value) = (ack.Json?["task"], ack.Json?["task"]?["value"]);
        if (task.Text("type") == "message" && value is JsonValue text && text.TryGetValue<string>(out var said))
            Ended = said;
        else if (task.Text("type") == "continue" && value is JsonObject shown)
            Show(shown);
        else
            _teams.Record($"an answer to a dialog: {ack.Body}");
    }

    private void Show(JsonObject shown)
    {
        (Title, Card) = (shown.Text("title"), shown["card"]?["content"]?.DeepClone() as JsonObject);
        if (Title is not { Length: > 0 })
            _teams.Record("a dialog without a title");
        if (Card is null || shown["card"].Text("contentType") != ActivityRules.CardType)
            _teams.Record($"a dialog without a card: {shown.ToJsonString(Verbatim.Json)}");
        foreach (var name in (string[])["height", "width"])
            if (shown[name] is { } size && size.GetValueKind() != JsonValueKind.Number && !_sizes.Contains(shown.Text(name)))
                _teams.Record($"a dialog with a {name} of {size}");
        foreach (var fault in Card is null ? [] : AdaptiveRules.Of(Card, inDialog: true))
            _teams.Record($"a dialog: {fault}");
    }
}
