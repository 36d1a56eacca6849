using ChatHiring.Debriefs;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Scorecards;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Delivery;

/// <summary>What a post says now: read when its message is made, so that nothing old is ever sent.</summary>
public sealed class ReadPost(Snapshot snapshot, Calendars calendars, ReadScoreForm readForm, ReadDebrief readDebrief)
{
    /// <returns>Null: what it was about is no longer there for its reader.</returns>
    public async Task<PostView?> Run(PostKind kind, LoopId loop, SeatId? seat, PersonId? reader, CancellationToken cancel) => kind switch
    {
        PostKind.QuestionCard when seat is { } id && reader is { } author =>
            await readForm.Run(author, id, cancel) is { } form ? Card(form) : null,
        PostKind.StartsSoon or PostKind.ScoreNow or PostKind.Nudge or PostKind.SeatClosed when seat is { } id && reader is { } author =>
            await snapshot.Read(db => Reminder(db, kind, author, id, cancel), cancel),
        PostKind.CardIsLate or PostKind.SeatDeclined or PostKind.GoAheadAsked or PostKind.GoneAhead when reader is { } person =>
            await snapshot.Read(db => Attention(db, kind, person, loop, seat, cancel), cancel),
        PostKind.Anchor => await snapshot.Read(db => Anchor(db, loop, cancel), cancel),
        PostKind.Debrief => await readDebrief.ForItsChannel(loop, cancel) is { } view ? new PostView.Debrief(loop, view, calendars.OrganisationZone) : null,
        _ => null,
    };

    // An open debrief ends everything; a card that is in stays in, whatever was said of the seat since.
    private static PostView Card(ScoreForm form) => form switch
    {
        { RevealedAt: not null } => new PostView.Opened(form.Heading, form.Receipt),
        { Receipt: { } receipt } => new PostView.CardIn(form.Heading, receipt, form.ChangedSinceSubmit),
        { CantMakeIt.SaidAt: not null } => new PostView.Declined(form),
        _ => new PostView.Questions(form),
    };

    private async Task<PostView?> Reminder(HiringDb db, PostKind kind, PersonId reader, SeatId seat, CancellationToken cancel)
    {
        if (await SeatOfPerson.Find(db, reader, seat, cancel) is not { } held)
            return null;
        var posts = kind == PostKind.Nudge ? await db.Posts.Where(post => post.PersonId == reader && post.Kind == kind).OrderBy(post => post.CreatedAt).ToListAsync(cancel) : [];
        return new PostView.Reminder(kind, await CardHeading.Of(db, held, calendars, cancel), await Reminded.Of(db, held, posts, calendars, cancel));
    }

    private async Task<PostView?> Attention(HiringDb db, PostKind kind, PersonId reader, LoopId loop, SeatId? seat, CancellationToken cancel)
    {
        var person = await db.People.FirstAsync(p => p.Id == reader, cancel);
        var posts = await db.Posts.Where(post => post.PersonId == reader && post.LoopId == loop && post.SeatId == seat && post.Kind == kind)
            .OrderBy(post => post.CreatedAt).ToListAsync(cancel);
        return (await NeedsAttention.SaidOf(db, person, posts, calendars, cancel)).Select(item => new PostView.Attention(item)).FirstOrDefault();
    }

    private static async Task<PostView?> Anchor(HiringDb db, LoopId id, CancellationToken cancel)
    {
        var loop = await db.Loops.FirstAsync(l => l.Id == id, cancel);
        await LoopPanel.Load(db, loop, cancel);
        var job = await db.Jobs.FirstAsync(j => j.Id == loop.JobId, cancel);
        var candidate = await db.Candidates.FirstAsync(c => c.Id == loop.CandidateId, cancel);
        return new PostView.Anchor(id, CandidateShown.As(job.CandidateNames, candidate), job.Title, LoopRules.Count(loop.Interviews));
    }
}
