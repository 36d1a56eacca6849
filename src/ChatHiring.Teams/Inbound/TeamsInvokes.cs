using System.Text.Json;
using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Scorecards;
using ChatHiring.Teams.Accounts;
using ChatHiring.Teams.Cards;
using ChatHiring.Teams.Forms;
using ChatHiring.Teams.Outbound;

namespace ChatHiring.Teams.Inbound;

/// <summary>What somebody pressed or sent, to the step that answers it. Whoever may do what is judged in the use case, never by the button.</summary>
internal sealed class TeamsInvokes(TeamsPeople people, TeamsForm form, TeamsSubmissions submissions, TeamsDecline decline, TeamsGoAhead goAheads, TeamsMessages pages, TeamsCards cards, ReadInbox readInbox, ShowCardAgain showCardAgain, Wording words)
{
    private const string Fetch = "task/fetch";
    private const string Send = "task/submit";

    public async Task<TeamsReply> Handle(TeamsActivity activity, CancellationToken cancel)
    {
        if (activity.Name is not (Fetch or Send or TeamsPressed.Execute))
            return TeamsReply.NotImplemented;
        var pressed = TeamsPressed.Read(activity);
        var sender = await people.Find(activity, cancel);
        if (sender is not TeamsSender.Known { Person: var me })
            return sender is TeamsSender.NoAnswer ? NotSaved(activity) : Reply(pressed.Place, form.NotYours(pressed.Data));
        var acted = await Act(me, pressed, cancel);
        return pressed.Place == FormPlace.Message && await InPlace(me, pressed, acted, cancel) is { } card ? TeamsReply.Card(card) : Reply(pressed.Place, acted);
    }

    /// <summary>The database or Teams does not answer: what was typed comes back, to be copied.</summary>
    public TeamsReply NotSaved(TeamsActivity activity) => activity.Name switch
    {
        Fetch => TeamsReply.Closes(words.Say("teams.later")),
        Send or TeamsPressed.Execute when TeamsPressed.Read(activity) is var pressed =>
            Reply(pressed.Place, cards.Note(words.Say("product.name"), [words.Say("teams.not-saved")], ScoreFormReader.Texts(pressed.Data, words))),
        _ => TeamsReply.NotImplemented,
    };

    /// <summary>Acts on what a button said.</summary>
    public async Task<Acted> Act(PersonId me, TeamsPressed pressed, CancellationToken cancel)
    {
        var data = pressed.Data;
        var (seat, loop, state) = (IdOf(data, "seat"), IdOf(data, "loop"), data.Text("state"));
        return pressed.Act switch
        {
            TeamsActs.OpenCard when seat is { } id => await form.Open(me, new SeatId(id), FormPlace.Dialog, cancel),
            TeamsActs.ScoreHere when seat is { } id => await form.Open(me, new SeatId(id), FormPlace.Message, cancel),
            TeamsActs.MyCard when loop is { } id => await CardIn(me, new LoopId(id), cancel),
            TeamsActs.CantMakeIt when seat is { } id => await decline.Open(me, new SeatId(id), cancel),
            TeamsActs.CanMakeIt when seat is { } id => await decline.Return(me, new SeatId(id), pressed.Sent, cancel),
            TeamsActs.Decline => await decline.Say(me, pressed, cancel),
            TeamsActs.GoAhead when loop is { } id => await goAheads.Open(me, new LoopId(id), cancel),
            TeamsActs.GoAheadNext => await goAheads.Press(me, state, data.Text(ScoreFormReader.Reason), cancel),
            TeamsActs.ToldPrivate => cards.ToldPrivate(),
            TeamsActs.Leave => Acted.Ends(words.Say("teams.left")),
            _ when Carried.Read<FormState>(state) is { } open => await submissions.Handle(me, open, pressed, cancel),
            _ => form.NotYours(data),
        };
    }

    private async Task<Acted> CardIn(PersonId me, LoopId loop, CancellationToken cancel)
    {
        var inbox = await readInbox.Run(me, cancel);
        return inbox?.Waiting.Concat(inbox.Done).FirstOrDefault(item => item.Heading.Loop == loop) is { } mine
            ? await form.Open(me, mine.Heading.Seat, FormPlace.Dialog, cancel)
            : form.NotYours();
    }

    // A form that was filled in on a message gives its place back to what the message says on everybody's devices, which holds no answer; and what is
    // only a sentence stands above that, for it would leave the message without its questions and buttons.
    private async Task<JsonObject?> InPlace(PersonId me, TeamsPressed pressed, Acted acted, CancellationToken cancel)
    {
        if (acted.Step is { Sentence: null } || (Carried.Read<FormState>(pressed.Data.Text("state"))?.Seat ?? IdOf(pressed.Data, "seat")) is not { } id)
            return null;
        try
        {
            var seat = new SeatId(id);
            await showCardAgain.Run(me, seat, cancel);
            if (await pages.Of(PostKind.QuestionCard, default, seat, me, cancel) is not [var first, ..])
                return null;
            return pressed.Act != TeamsActs.Submit && (acted.Said ?? acted.Step?.Sentence) is { } sentence ? cards.Under(sentence, first.Card) : first.Card;
        }
        catch (Exception late) when (InTime.IsOutage(late))
        {
            // What was done is done: the sentence alone says so.
            return null;
        }
    }

    private static TeamsReply Reply(FormPlace place, Acted acted) => (place, acted.Step) switch
    {
        (FormPlace.Message, { } step) => TeamsReply.Card(step.Card),
        (FormPlace.Message, null) => TeamsReply.Said(acted.Said ?? ""),
        (_, { } step) => TeamsReply.Dialog(step.Title, step.Card),
        _ => TeamsReply.Closes(acted.Said ?? ""),
    };

    private static Guid? IdOf(JsonElement data, string name) => Guid.TryParse(data.Text(name), out var id) ? id : null;
}
