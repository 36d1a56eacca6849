using System.Security.Cryptography;
using System.Text;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Debriefs;

/// <summary>What somebody looks at before they open a debrief without a card.</summary>
public sealed class ReadGoAhead(Snapshot snapshot, Calendars calendars)
{
    /// <returns>Null: no such loop, or not for this reader.</returns>
    public Task<GoAheadView?> Run(PersonId reader, LoopId loop, CancellationToken cancel) => snapshot.Read(db => Read(db, reader, loop, cancel), cancel);

    private async Task<GoAheadView?> Read(HiringDb db, PersonId readerId, LoopId id, CancellationToken cancel)
    {
        if (await LoopSeenBy.Read(db, readerId, id, cancel) is not { } seen)
            return null;
        var plan = await db.Plans.FirstAsync(p => p.Id == seen.Loop.PlanId, cancel);
        var names = await db.People.ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        var missing = LoopRules.WaitsForGoAhead(seen.Loop.Interviews) ?? [];
        return new GoAheadView(
            id,
            CandidateShown.As(seen.Job.CandidateNames, seen.Candidate),
            seen.Job.Title,
            seen.Job.ChannelId,
            LoopRules.Count(seen.Loop.Interviews),
            [.. missing.Select(seat => new MissingCardOf(seat.Id, names[seat.PersonId], StageOf(seen, plan.Content, seat)))],
            GoAheadRules.Refusal(seen, [.. missing.Select(seat => seat.Id)]),
            [.. new[] { seen.Job.RecruiterId, seen.Job.HiringManagerId }.Distinct().Select(person => names[person])],
            calendars.ZoneOf(seen.Reader));
    }

    private static string StageOf(LoopSeenBy seen, Jobs.InterviewPlan plan, Seat seat)
    {
        var key = seen.Loop.Interviews.First(interview => interview.Id == seat.InterviewId).StageKey;
        return plan.KitOf(key)?.StageName ?? key;
    }
}

/// <summary>A loop that waits for cards that never came, or does not.</summary>
/// <param name="Missing">The seats whose cards never come; empty unless the loop waits for nobody else.</param>
/// <param name="WhyNot">Why this reader may not open it now; null when they may.</param>
/// <param name="WhoMay">Recruiter and hiring manager by name.</param>
public sealed record GoAheadView(
    LoopId Loop,
    string CandidateShown,
    string JobTitle,
    Jobs.ChannelId Channel,
    CardCount Cards,
    IReadOnlyList<MissingCardOf> Missing,
    GoAheadRefusal? WhyNot,
    IReadOnlyList<string> WhoMay,
    string ZoneId)
{
    /// <summary>Names the missing seats, however many they are and in whatever order, so that a dialog can tell whether they are still the same.</summary>
    public string Fingerprint =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join(' ', Missing.Select(missing => missing.Seat.Value.ToString("N")).Order(StringComparer.Ordinal)))));
}

/// <summary>A seat whose card never came.</summary>
public sealed record MissingCardOf(SeatId Seat, string Name, string StageName);
