using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.Timeline;

namespace ChatHiring.Cards;

/// <summary>What is said of time: reminders, who owes what, and a loop that waits.</summary>
public static class TimelineSentences
{
    private const int MostNames = 10;

    /// <summary>A reminder, and who hears of the card next.</summary>
    /// <param name="zoneId">The reader's zone.</param>
    public static string Say(this Wording words, Reminded reminded, string zoneId)
    {
        var said = reminded.From is { } from
            ? words.Say("nudge.by-hand", ("name", from), ("time", LocalTime.Show(reminded.At, zoneId)))
            : words.Say("nudge.line");
        if (reminded.NextAt is not { } at)
            return said;
        var time = ("time", (object)LocalTime.Show(at, zoneId));
        return said + " " + (reminded.NextTold is { } name ? words.Say("nudge.told-next", ("name", name), time) : words.Say("nudge.closes-next", time));
    }

    public static string Say(this Wording words, NudgeRefusal why, string name) => why switch
    {
        NudgeRefusal.NothingOwed => words.Say("nudge.nothing-owed", ("name", name)),
        NudgeRefusal.OutsideHours hours => words.Say("nudge.outside-hours", ("name", name), ("time", LocalTime.Show(hours.Now, hours.ZoneId))),
        NudgeRefusal.TwoToday => words.Say("nudge.two-today", ("name", name)),
        _ => throw new ArgumentOutOfRangeException(nameof(why)),
    };

    public static string Say(this Wording words, LoopState state) => words.Say(state switch
    {
        LoopState.Sealed => "loop.sealed",
        LoopState.WaitsForGoAhead => "loop.waits",
        LoopState.Revealed => "loop.revealed",
        LoopState.Dropped => "loop.all-dropped",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    });

    public static string Say(this Wording words, WatchedStage stage, string zoneId) => stage switch
    {
        { DroppedReason: { } reason } => words.Say("loops.dropped", ("reason", reason)),
        { StartsAt: { } at, Seats.Count: 0 } => words.Say("loops.date-no-panel", ("time", LocalTime.Show(at, zoneId))),
        { StartsAt: { } at } => LocalTime.Show(at, zoneId),
        _ => words.Say(stage.Seats.Count == 0 ? "loops.no-date-no-panel" : "loops.no-date"),
    };

    public static string Say(this Wording words, WatchedSeat seat, string zoneId) => seat switch
    {
        { SubmittedAt: { } at } => words.Say("loops.card-in", ("time", LocalTime.Show(at, zoneId))),
        { OwedSince: { } since } => words.Say("loops.owes", ("time", LocalTime.Show(since, zoneId))),
        { State: SeatState.Closed } => words.Say("loops.closed"),
        { State: SeatState.Declined } => words.Say("loops.declined"),
        { State: SeatState.Excused } => words.Say("loops.excused"),
        _ => words.Say("loops.not-yet"),
    };

    /// <summary>What a seat's timeline does next, and when.</summary>
    public static string Say(this Wording words, TimelineStep step, DateTimeOffset at, string zoneId) =>
        words.Say("loops.next", ("step", words.Say(step)), ("time", LocalTime.Show(at, zoneId)));

    public static string Say(this Wording words, PostKind kind) => kind switch
    {
        PostKind.QuestionCard => words.Say("post.question-card"),
        PostKind.StartsSoon => words.Say("post.starts-soon"),
        PostKind.ScoreNow => words.Say("post.score-now"),
        PostKind.Nudge => words.Say("post.nudge"),
        PostKind.CardIsLate => words.Say("post.card-is-late"),
        PostKind.SeatClosed => words.Say("post.seat-closed"),
        PostKind.SeatDeclined => words.Say("post.seat-declined"),
        PostKind.GoAheadAsked => words.Say("post.go-ahead-asked"),
        PostKind.GoneAhead => words.Say("post.gone-ahead"),
        PostKind.Anchor => words.Say("post.anchor"),
        PostKind.Debrief => words.Say("post.debrief"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What somebody has to know or to decide.</summary>
    public static string Say(this Wording words, AttentionItem item) => item switch
    {
        AttentionItem.Late late => words.Say("attention.late", ("name", late.Name), ("stage", late.Stage), ("time", LocalTime.Show(late.Since, late.ZoneId))),
        AttentionItem.Declined gone => words.Say("attention.declined", ("name", gone.Name), ("stage", gone.Stage), ("time", LocalTime.Show(gone.StartsAt, gone.ZoneId))),
        AttentionItem.CanAfterAll back => words.Say("attention.can-after-all", ("name", back.Name), ("stage", back.Stage), ("time", LocalTime.Show(back.StartsAt, back.ZoneId))),
        AttentionItem.Waits waits => words.OneOrMany("attention.waits-one", "attention.waits", waits.Names),
        AttentionItem.Opened opened => words.Say("attention.opened", ("name", opened.By), ("time", LocalTime.Show(opened.At, opened.ZoneId))),
        _ => throw new ArgumentOutOfRangeException(nameof(item)),
    };

    /// <summary>What did not arrive, why, and whether it is tried again.</summary>
    public static string Say(this Wording words, Undelivered post)
    {
        var again = words.Say(post.GivenUp ? "loops.given-up" : "loops.tried-again");
        var why = post.Reason is { } reason ? words.Say(reason) + " " + again : again;
        return words.Say("loops.undelivered-line", ("post", words.Say(post.Kind)), ("name", post.To), ("why", why));
    }

    public static string Say(this Wording words, GoAheadRefusal why, GoAheadView view) => why switch
    {
        GoAheadRefusal.NotYours => words.Say("go-ahead.not-yours", ("names", words.Join(view.WhoMay, "list.or"))),
        GoAheadRefusal.IsOpen open => words.Say("go-ahead.is-open", ("time", LocalTime.Show(open.At, view.ZoneId))),
        GoAheadRefusal.OwesCard => words.Say("go-ahead.owes-card"),
        GoAheadRefusal.StillOwed => words.Say("go-ahead.still-owed"),
        GoAheadRefusal.Changed => words.Say("go-ahead.changed"),
        GoAheadRefusal.NoReason => words.Say("go-ahead.no-reason"),
        GoAheadRefusal.LongReason text => words.Say("go-ahead.long-reason", ("length", text.Length), ("limit", GiveGoAhead.MaxReason)),
        _ => throw new ArgumentOutOfRangeException(nameof(why)),
    };

    /// <summary>A sentence about cards that are missing: of one card, or of more.</summary>
    /// <param name="names">Whose card it is, once for each card.</param>
    public static string OneOrMany(this Wording words, string one, string many, IReadOnlyCollection<string> names, params (string Name, object Value)[] places) =>
        words.Say(names.Count == 1 ? one : many, [.. places, ("names", words.Join(words.Few([.. names.Distinct()])))]);

    // More than a sentence can hold is said as how many there are.
    private static IEnumerable<string> Few(this Wording words, IReadOnlyList<string> names) =>
        names.Count <= MostNames ? names : [.. names.Take(MostNames - 1), words.Say("list.others", ("count", names.Count - MostNames + 1))];

    /// <summary>"Ana Silva, Bo Lind and Eli Novak".</summary>
    public static string Join(this Wording words, IEnumerable<string> names, string last = "list.and")
    {
        var all = names.ToList();
        return all.Count < 2 ? string.Concat(all) : words.Say(last, ("first", string.Join(", ", all[..^1])), ("last", all[^1]));
    }

    private static string Say(this Wording words, TimelineStep step) => step switch
    {
        TimelineStep.QuestionCard => words.Say("step.question-card"),
        TimelineStep.StartsSoon => words.Say("step.starts-soon"),
        TimelineStep.ScoreNow => words.Say("step.score-now"),
        TimelineStep.Nudge => words.Say("step.nudge"),
        TimelineStep.RecruiterTold => words.Say("step.recruiter-told"),
        TimelineStep.ManagerTold => words.Say("step.manager-told"),
        TimelineStep.Closed => words.Say("step.closed"),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };
}
