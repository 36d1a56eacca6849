using System.Text.Json;
using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.People;
using ChatHiring.Scorecards;
using ChatHiring.Slack.Forms;

namespace ChatHiring.Slack.Inbound;

/// <summary>Next, Submit card, "I can't make it", and what opens a debrief without a card. What was typed is committed before Slack is answered.</summary>
internal sealed class SlackSubmissions(
    SlackForm form, SlackDecline decline, SlackViews views, SlackDrafts drafts, SlackMarks marks, SubmitScorecard submitScorecard, SlackGoAhead goAheads, Wording words)
{
    public async Task<SlackReply> Handle(PersonId? person, JsonElement payload, FormMoment? sent, CancellationToken cancel)
    {
        var view = payload.Child("view");
        if (view.Text("callback_id") == SlackDecline.Form)
            return await decline.Submit(person, view, payload.Text("trigger_id"), cancel);
        if (SlackGoAhead.StateOf(view) is { } goAhead)
            return person is { } by ? await goAheads.Submit(by, goAhead, view, cancel) : SlackReply.Update(goAheads.NotYours(view));
        if (SlackForm.StateOf(view) is not { } state)
            return HandBack(view);
        if (person is not { } me)
            return SlackReply.Update(marks.NotYours(view));
        return state.IsReview() ? await Submit(me, state, view, cancel) : await Next(me, state, view, sent, cancel);
    }

    /// <summary>A form that nothing can be done with is not closed over what was typed.</summary>
    public SlackReply HandBack(JsonElement view) => ScoreFormReader.Texts(view, words).Count > 0 ? SlackReply.Update(marks.NotYours(view)) : SlackReply.Empty;

    /// <summary>The database does not answer: the form stays as it is and says so.</summary>
    public SlackReply NotSaved(JsonElement payload)
    {
        var input = payload.Child("view").Children("blocks").Where(block => block.Text("type") == "input").Select(block => block.Text("block_id")).FirstOrDefault();
        return input is null ? SlackReply.Push(views.Later()) : SlackReply.Errors([(input, words.Say("slack.not-saved"))]);
    }

    private async Task<SlackReply> Next(PersonId me, FormState state, JsonElement view, FormMoment? sent, CancellationToken cancel)
    {
        var typed = ScoreFormReader.Read(view, state.Seen);
        return await drafts.Save(me, state, typed, sent, cancel) switch
        {
            SaveDraft.Outcome.Saved { Faults: [] } => SlackReply.Update(await form.Show(me, state, state.PageAfter(), cancel)),
            SaveDraft.Outcome.Saved saved => await Marked(me, state, view, saved.Faults, cancel),
            SaveDraft.Outcome.Refused refused => SlackReply.Update(await marks.Refused(me, state, view, refused.Why, cancel)),
            _ => SlackReply.Update(marks.NotYours(view)),
        };
    }

    // Where another device wrote meanwhile, the form shows what is saved and hands back what was typed here; else the fault stands beside its field.
    private async Task<SlackReply> Marked(PersonId me, FormState state, JsonElement view, IReadOnlyList<AnswerFault> faults, CancellationToken cancel)
    {
        if (faults.Any(fault => fault is AnswerFault.ChangedElsewhere))
            return SlackReply.Update(await marks.SamePage(me, state, view, faults, cancel));
        return SlackReply.Errors(faults.Select(fault => (
            (fault is AnswerFault.NotEvidence ? ScoreFormReader.Evidence : ScoreFormReader.Score) + fault.ItemKey, words.Say(fault))));
    }

    private async Task<SlackReply> Submit(PersonId me, FormState state, JsonElement view, CancellationToken cancel)
    {
        var outcome = await submitScorecard.Run(new SubmitScorecard.Command(me, state.OfSeat(), state.Id(), state.Reviewed ?? ""), cancel);
        return outcome switch
        {
            SubmitScorecard.Outcome.Accepted accepted => SlackReply.Update(views.CardIn(accepted.Receipt, accepted.ZoneId)),
            SubmitScorecard.Outcome.Refused { Why: ScorecardRefusal.Incomplete or ScorecardRefusal.ChangedElsewhere or ScorecardRefusal.NotStarted } refused =>
                SlackReply.Update(await form.Show(me, state, state.Page, cancel, words.Say(refused.Why, refused.ZoneId))),
            SubmitScorecard.Outcome.Refused refused => SlackReply.Update(await form.Refused(me, state, refused.Why, view, cancel)),
            // The review below still shows the card that has nowhere to go any more.
            _ => SlackReply.Push(form.NotYours()),
        };
    }
}
