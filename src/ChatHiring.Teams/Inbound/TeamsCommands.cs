using System.Text.Json;
using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Teams.Accounts;
using ChatHiring.Teams.Cards;
using ChatHiring.Teams.Forms;
using ChatHiring.Teams.Outbound;
using Microsoft.Extensions.Logging;

namespace ChatHiring.Teams.Inbound;

/// <summary><c>status</c>, <c>open</c> and <c>help</c> as a message, and buttons of clients without dialogs. Where others read along, nothing is answered but where to ask.</summary>
internal sealed partial class TeamsCommands(
    TeamsPeople people, ClaimInbound claimInbound, TeamsApi api, TeamsInvokes invokes, TeamsCards cards, TeamsLists lists, Wording words, TimeProvider time, ILogger<TeamsCommands> log)
{
    /// <summary>Teams waits some fifteen seconds before it says the same again, which is then answered no more.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private const int MostTries = 3;

    public async Task Handle(TeamsActivity activity, CancellationToken cancel)
    {
        if (activity is not { Service: { } service, ConversationId: { } conversation })
            return;
        var answer = activity.IsPersonal ? await Answer(activity, cancel) : Note(words.Say("teams.ask-in-chat"));
        // What somebody wrote is answered once though it came twice at the same moment; until here the database may fail, and Teams says it again.
        if (activity is { Pressed: null, Claim: { } claim } && !await claimInbound.Run(TeamsPlaces.Platform, claim, cancel))
            return;
        using var patience = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        if (!await IsSaid(service, conversation, answer.ToActivity(), either.Token, cancel))
            LogUnsaid();
    }

    private async Task<bool> IsSaid(Uri service, string conversation, JsonObject said, CancellationToken inTime, CancellationToken cancel)
    {
        try
        {
            for (var tries = 1; ; tries++)
            {
                var answer = await api.Post(service, TeamsReference.PathOf(conversation), said, conversation, inTime);
                if (answer is TeamsAnswer.Done)
                    return true;
                if (tries == MostTries || TeamsErrors.Outcome(answer) is DeliveryOutcome.Rejected)
                    return false;
                await Task.Delay(TimeSpan.FromSeconds(tries), time, inTime);
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<TeamsMessage> Answer(TeamsActivity activity, CancellationToken cancel)
    {
        var sender = await people.Find(activity, cancel);
        if (sender is not TeamsSender.Known { Person: var me })
            return Note(words.Say(sender is TeamsSender.NoAnswer ? "teams.later" : "chat.not-known"));
        if (activity.Pressed is { } act)
            return await Pressed(me, TeamsPressed.OfMessage(activity, act), cancel);
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
        return Note(acted?.Said ?? acted?.Step?.Sentence ?? words.Say("teams.no-dialogs"));
    }

    private TeamsMessage Note(string sentence) => new(words.Say("product.name"), cards.Note(words.Say("product.name"), [sentence]).Card);

    private static (string Verb, string About) Split(string said)
    {
        var space = said.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (said.ToLowerInvariant(), "") : (said[..space].ToLowerInvariant(), said[(space + 1)..].Trim());
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Somebody in Teams asked and could not be answered")]
    private partial void LogUnsaid();
}
