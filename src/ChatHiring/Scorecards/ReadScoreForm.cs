using ChatHiring.Cards;
using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Scorecards;

/// <summary>Shows an author their own card. Anybody else's is not found.</summary>
public sealed class ReadScoreForm(Snapshot snapshot, ProductClock clock, Calendars calendars, Wording words)
{
    /// <returns>Null: no such seat, not theirs, or its interview has no date.</returns>
    public Task<ScoreForm?> Run(PersonId author, SeatId seat, CancellationToken cancel) => snapshot.Read(
        async db => await SeatOfPerson.Find(db, author, seat, cancel) is { } held ? await Form(db, held, cancel) : null,
        cancel);

    private async Task<ScoreForm> Form(HiringDb db, SeatOfPerson held, CancellationToken cancel)
    {
        var own = await OwnCard.Read(db, held.Seat, cancel);
        var gaps = ScorecardRules.Gaps(held.Kit, own.Draft);
        return new ScoreForm(
            await CardHeading.Of(db, held, calendars, cancel),
            held.Plan.Content.Rubric,
            await Items(db, held, own, cancel),
            ItemOf(OverallItem(), null, false, own),
            [.. held.Kit.Facts.Select(fact => new FormFact(fact, own.AnswerTo(fact.Key).Evidence?.Text, AnswerFingerprint.Of(own.AnswerTo(fact.Key))))],
            gaps,
            held.Seat.State,
            ScorecardRules.CanSave(held.Facts(), clock.Now),
            ScorecardRules.CanSubmit(held.Facts(), clock.Now, gaps, []),
            own.Submitted is { } card ? Receipt.Of(held, card) : null,
            own.ChangedSinceSubmit,
            own.Fingerprint)
        {
            Adjustments = held.Loop.Adjustments,
            RevealedAt = held.Loop.RevealedAt,
            CantMakeIt = await CantMakeIt.Of(db, held, calendars, clock.Now, cancel),
        };
    }

    private KitItem OverallItem() => new(
        InterviewPlan.Overall, ItemKind.Question, null, words.Say("overall.topic"), words.Say("overall.text"), words.Say("overall.look-for"));

    private static async Task<IReadOnlyList<FormItem>> Items(HiringDb db, SeatOfPerson held, OwnCard own, CancellationToken cancel)
    {
        var panel = LoopRules.Panel(held.Interview).ToList();
        var holders = panel.ConvertAll(seat => seat.PersonId);
        var names = await db.People.Where(person => holders.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        var asks = PlanRules.WhoAsks(held.Kit, panel.Count);
        return [.. held.Kit.Items.Select((item, i) => ItemOf(
            item, panel.Count > 1 ? names[panel[asks[i]].PersonId] : null, panel[asks[i]].Id == held.Seat.Id, own))];
    }

    private static FormItem ItemOf(KitItem item, string? askedBy, bool youAsk, OwnCard own) =>
        new(item, askedBy, youAsk, own.AnswerTo(item.Key), AnswerFingerprint.Of(own.AnswerTo(item.Key)));
}
