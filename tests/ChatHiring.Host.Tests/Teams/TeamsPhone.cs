using System.Net;
using System.Text.Json.Nodes;
using ChatHiring.Fakes.Teams;

namespace ChatHiring.Host.Tests.Teams;

/// <summary>Somebody in Teams with one device: what they press and send goes to the product's front door, with Teams' token.</summary>
internal sealed class TeamsPhone(HttpClient http, FakeTeams teams, FakeDevice device)
{
    private readonly TeamsPayloads _payloads = new(teams, device);

    public TeamsSends Sends { get; } = new(http, teams, TimeProvider.System);

    public TeamsPayloads Payloads => _payloads;

    public FakeDevice Device => device;

    public string Chat => device.Person.ChatId;

    public Task<TeamsAck> Happens(Func<TeamsEvents, JsonObject> what) => Play(what(_payloads.Events));

    public Task<TeamsAck> Press(TeamsMessage message, string name, IReadOnlyDictionary<string, string?>? typed = null) => Play(_payloads.Pressed(message, name, typed));

    public Task<TeamsAck> PressInDialog(string name, IReadOnlyDictionary<string, string?>? typed = null, int nth = 0) => Play(_payloads.PressedInDialog(name, typed, nth));

    public async Task<TeamsAck> Play(JsonObject activity)
    {
        var ack = await Sends.Play(device, activity);
        Assert.Equal(HttpStatusCode.OK, ack.Status);
        return ack;
    }

    /// <summary>The question card that waits in the chat.</summary>
    public TeamsMessage? Waiting => teams.Messages.In(Chat).FirstOrDefault(message => message.IsBots && message.Summary.StartsWith("Your questions", StringComparison.Ordinal) && message.Said.Contains("told_private", StringComparison.Ordinal));

    /// <summary>Opens the first card that waits, answers every step and submits.</summary>
    public async Task WriteCard(string evidence = "They said zaunkoenig of it, which suggests a lot.")
    {
        await teams.Comes(() => Waiting is not null);
        var card = Waiting!;
        await Press(card, "Notes and score");
        for (var step = 0; step < 20 && Inputs().Count > 0; step++)
            await PressInDialog("Next", Inputs().ToDictionary(input => input, input => (string?)(input.StartsWith("score:", StringComparison.Ordinal) ? "4" : evidence)));
        await PressInDialog("Submit card");
        Assert.StartsWith("Card in, ", device.Dialog.Ended, StringComparison.Ordinal);
        await teams.Comes(() => Waiting?.Id != card.Id);
    }

    public IReadOnlyList<string> Inputs() => [.. Ids(device.Dialog.Card).Where(id => id.StartsWith("score:", StringComparison.Ordinal) || id.StartsWith("evidence:", StringComparison.Ordinal))];

    private static IEnumerable<string> Ids(JsonNode? node) => node switch
    {
        JsonObject element when element["type"]?.GetValue<string>().StartsWith("Input.", StringComparison.Ordinal) == true => [element["id"]!.GetValue<string>()],
        JsonObject element => element.SelectMany(member => Ids(member.Value)),
        JsonArray list => list.SelectMany(Ids),
        _ => [],
    };
}
