using System.Text.Json;
using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Teams.Accounts;
using ChatHiring.Teams.Cards;
using ChatHiring.Teams.Forms;
using ChatHiring.Teams.Outbound;

namespace ChatHiring.Teams.Inbound;

/// <summary><c>status</c>, <c>open</c> and <c>help</c> as a message, and buttons of clients without dialogs. Where others read along, nothing is answered but where to ask.</summary>
internal sealed class TeamsCommands(TeamsPeople people, TeamsApi api, TeamsInvokes invokes, TeamsCards cards, TeamsLists lists, Wording words)
{
    public async Task Handle(TeamsActivity activity, CancellationToken cancel)
    {
        if (activity is not { Service: { } service, ConversationId: { } conversation })
            return;
        var answer = activity.IsPersonal ? await Answer(activity, cancel) : Note(words.Say("teams.ask-in-chat"));
        var said = answer.ToActivity();
        await api.Post(service, TeamsReference.PathOf(conversation), said, conversation, cancel);
    }

    private async Task<TeamsMessage> Answer(TeamsActivity activity, CancellationToken cancel)
    {
        if (await people.Find(activity, cancel) is not { } me)
            return Note(words.Say("chat.not-known"));
        if (activity.Value.Text("act") is { } act)
            return await Pressed(me, new TeamsPressed(act, activity.Value, FormPlace.Message, activity.Moment, activity.Claim), cancel);
        var (verb, rest) = Split(activity.Said);
        return verb switch
        {
            "status" => await lists.Status(me, cancel) ?? Note(words.Say("chat.not-known")),
            "open" => await lists.Open(me, rest, cancel) ?? Note(words.Say("teams.no-match")),
            "" or "help" => Note(words.Say("teams.help")),
            _ => Note(words.Say("teams.unknown-command")),
        };
    }

    // A message is kept by the chat: of a form only what holds no answer may become one.
    private async Task<TeamsMessage> Pressed(PersonId me, TeamsPressed pressed, CancellationToken cancel)
    {
        var acted = pressed.Act is TeamsActs.CanMakeIt ? await invokes.Act(me, pressed, cancel) : null;
        return Note(acted?.Said ?? words.Say("teams.no-dialogs"));
    }

    private TeamsMessage Note(string sentence) => new(words.Say("product.name"), cards.Note(words.Say("product.name"), [sentence]).Card);

    private static (string Verb, string About) Split(string said)
    {
        var space = said.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (said.ToLowerInvariant(), "") : (said[..space].ToLowerInvariant(), said[(space + 1)..].Trim());
    }
}
