using System.Text.Json;
using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.People;
using ChatHiring.Scorecards;
using ChatHiring.Teams.Cards;
using ChatHiring.Teams.Forms;
using ChatHiring.Timeline;

namespace ChatHiring.Teams.Inbound;

/// <summary>Next, Back, Save and close, Change and Submit card: what the step holds is committed before anything else, and the answer is the step to show.</summary>
internal sealed class TeamsSubmissions(TeamsForm form, SaveDraft saveDraft, SubmitScorecard submitScorecard, Wording words)
{
    public async Task<Acted> Handle(PersonId me, FormState state, TeamsPressed pressed, CancellationToken cancel)
    {
        var typed = ScoreFormReader.Read(pressed.Data, state.Seen);
        if (typed.Count > 0 && await Unsaved(me, state, typed, pressed, cancel) is { } marked)
            return marked;
        try
        {
            return await Next(me, state, pressed, cancel);
        }
        catch (Exception late) when (typed.Count > 0 && pressed.Act != TeamsActs.Submit && InTime.IsOutage(late))
        {
            // What was typed is saved: only the next step could not be read.
            return Acted.Ends(words.Say("teams.saved"));
        }
    }

    private async Task<Acted> Next(PersonId me, FormState state, TeamsPressed pressed, CancellationToken cancel)
    {
        var place = pressed.Place;
        return pressed.Act switch
        {
            TeamsActs.Next => await form.Show(me, state, state.PageAfter(), place, cancel, Emptied(state, pressed)),
            TeamsActs.Back => await form.Show(me, state, state.PageBefore(), place, cancel, Emptied(state, pressed)),
            TeamsActs.Jump => await form.ShowItem(me, state, pressed.Data.Text("item") ?? "", place, cancel),
            TeamsActs.Close => Acted.Ends(words.Say("teams.saved")),
            TeamsActs.Submit when state.IsReview() => await Submit(me, state, place, cancel),
            _ => await form.Show(me, state, state.Page, place, cancel),
        };
    }

    // A text that was emptied does not come, and neither does one that a phone left out: what is saved of it stays, which is said.
    private static FormMarks Emptied(FormState state, TeamsPressed pressed)
    {
        var typed = ScoreFormReader.Read(pressed.Data, state.Seen);
        return FormMarks.None with { Emptied = [.. state.Seen.Keys.Where(key => !typed.TryGetValue(key, out var answer) || answer is { Evidence: null, TakesBack: false })] };
    }

    /// <summary>A step that could not be saved is not left: what is typed in it is nowhere else.</summary>
    /// <returns>Null: all of it is saved.</returns>
    private async Task<TeamsDialog?> Unsaved(PersonId me, FormState state, IReadOnlyDictionary<string, TypedAnswer> typed, TeamsPressed pressed, CancellationToken cancel) =>
        await saveDraft.Run(new SaveDraft.Command(me, state.OfSeat(), typed, state.Id(), pressed.Moment), cancel) switch
        {
            SaveDraft.Outcome.Saved { Faults: [] } => null,
            SaveDraft.Outcome.Saved saved => await form.Show(me, state, state.Page, pressed.Place, cancel, new FormMarks(words.Say(saved.Faults[0]), saved.Faults, typed, [])),
            SaveDraft.Outcome.Refused refused => await form.Refused(me, state, refused.Why, typed, pressed.Place, cancel),
            _ => form.NotYours(pressed.Data),
        };

    private async Task<Acted> Submit(PersonId me, FormState state, FormPlace place, CancellationToken cancel)
    {
        var outcome = await submitScorecard.Run(new SubmitScorecard.Command(me, state.OfSeat(), state.Id(), state.Reviewed ?? ""), cancel);
        return outcome switch
        {
            SubmitScorecard.Outcome.Accepted accepted => Acted.Ends(In(accepted.Receipt, accepted.ZoneId)),
            SubmitScorecard.Outcome.Refused { Why: ScorecardRefusal.Incomplete or ScorecardRefusal.ChangedElsewhere or ScorecardRefusal.NotStarted } refused =>
                await form.Show(me, state, state.Page, place, cancel, FormMarks.Warn(words.Say(refused.Why, refused.ZoneId))),
            SubmitScorecard.Outcome.Refused refused => await form.Refused(me, state, refused.Why, new Dictionary<string, TypedAnswer>(), place, cancel),
            _ => form.NotYours(),
        };
    }

    private string In(Receipt receipt, string zoneId) =>
        words.Say("receipt.in", ("time", LocalTime.Show(receipt.SubmittedAt, zoneId))) + " " + words.Say(receipt.RevealedAt is null ? "receipt.hidden" : "chat.card-opened");
}
