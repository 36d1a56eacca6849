using System.Globalization;
using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.Packs;
using ChatHiring.Scorecards;
using ChatHiring.Timeline;

namespace ChatHiring.Cards;

/// <summary>What the code knows as a value, as a sentence: the same on every platform. The result is plain text.</summary>
public static class Sentences
{
    /// <param name="zoneId">The reader's zone.</param>
    public static string Say(this Wording words, ScorecardRefusal why, string zoneId) => why switch
    {
        ScorecardRefusal.NotOpenYet early => words.Say("refusal.not-open-yet", ("time", LocalTime.Show(early.OpensAt, zoneId))),
        ScorecardRefusal.NotStarted early => words.Say("refusal.not-started", ("time", LocalTime.Show(early.StartsAt, zoneId))),
        ScorecardRefusal.Incomplete => words.Say("refusal.incomplete"),
        ScorecardRefusal.Revealed late => words.Say("refusal.revealed", ("time", LocalTime.Show(late.At, zoneId))),
        ScorecardRefusal.Declined => words.Say("refusal.declined"),
        ScorecardRefusal.NoLongerOwed => words.Say("refusal.no-longer-owed"),
        ScorecardRefusal.ChangedElsewhere => words.Say("refusal.changed-elsewhere"),
        _ => throw new ArgumentOutOfRangeException(nameof(why)),
    };

    public static string Say(this Wording words, AnswerFault fault) => fault switch
    {
        AnswerFault.NoSuchScore { ItemKey: InterviewPlan.Overall } => words.Say("fault.no-such-overall"),
        AnswerFault.NoSuchScore => words.Say("fault.no-such-score"),
        AnswerFault.NotEvidence evidence => words.Say(evidence.Why),
        AnswerFault.ChangedElsewhere => words.Say("fault.changed-elsewhere"),
        AnswerFault.UnknownItem => words.Say("fault.unknown-item"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    public static string Say(this Wording words, EvidenceFault fault) => fault switch
    {
        EvidenceFault.TooLong text => words.Say("fault.too-long", ("length", Count(text.Length)), ("limit", Count(Evidence.MaxLength))),
        EvidenceFault.HiddenCharacter character => words.Say("fault.hidden-character", ("name", character.Name)),
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    /// <param name="topic">Names the item: "rate limiter".</param>
    public static string Say(this Wording words, Gap gap, string topic) => gap switch
    {
        { LacksScore: true, LacksEvidence: true } => words.Say("gap.both", ("topic", topic)),
        { LacksScore: true } => words.Say("gap.score", ("topic", topic)),
        _ => words.Say("gap.evidence", ("topic", topic)),
    };

    public static string Say(this Wording words, SeatState state) => state switch
    {
        SeatState.Owed => words.Say("seat.owed"),
        SeatState.Submitted => words.Say("seat.submitted"),
        SeatState.Excused => words.Say("seat.excused"),
        SeatState.Closed => words.Say("seat.closed"),
        SeatState.Declined => words.Say("seat.declined"),
        SeatState.Withdrawn => words.Say("seat.withdrawn"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Say(this Wording words, MissingWhy why) => why switch
    {
        MissingWhy.Excused => words.Say("missing.excused"),
        MissingWhy.Closed => words.Say("missing.closed"),
        MissingWhy.Unreachable => words.Say("missing.unreachable"),
        _ => throw new ArgumentOutOfRangeException(nameof(why)),
    };

    public static string Say(this Wording words, NotAskedWhy why) => why switch
    {
        NotAskedWhy.CardsSaySo => words.Say("not-asked.cards-say-so"),
        NotAskedWhy.NoCard => words.Say("not-asked.no-card"),
        _ => throw new ArgumentOutOfRangeException(nameof(why)),
    };

    /// <summary>What a part of a set-up is called.</summary>
    public static string Say(this Wording words, SetUpPart part) => part switch
    {
        SetUpPart.Token => words.Say("set-up.part-token"),
        SetUpPart.Scopes => words.Say("set-up.part-scopes"),
        SetUpPart.Signature => words.Say("set-up.part-signature"),
        SetUpPart.Connections => words.Say("set-up.part-connections"),
        SetUpPart.Requests => words.Say("set-up.part-requests"),
        SetUpPart.People => words.Say("set-up.part-people"),
        SetUpPart.Channel => words.Say("set-up.part-channel"),
        SetUpPart.TestMessage => words.Say("set-up.part-test-message"),
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    public static string Say(this Wording words, SetUpState state) => state switch
    {
        SetUpState.Works => words.Say("set-up.works"),
        SetUpState.Fault => words.Say("set-up.fault"),
        SetUpState.NotTried => words.Say("set-up.not-tried"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Why a post was not delivered, or not yet.</summary>
    public static string Say(this Wording words, DeliveryReason why) => why switch
    {
        DeliveryReason.AnchorOnItsWay => words.Say("delivery.anchor-on-its-way"),
        DeliveryReason.RateLimited => words.Say("delivery.rate-limited"),
        DeliveryReason.Unavailable => words.Say("delivery.unavailable"),
        DeliveryReason.NoToken => words.Say("delivery.no-token"),
        DeliveryReason.OutsideHours => words.Say("delivery.outside-hours"),
        DeliveryReason.DoNotDisturb => words.Say("delivery.do-not-disturb"),
        DeliveryReason.NoAnswer => words.Say("delivery.no-answer"),
        DeliveryReason.PerhapsThere => words.Say("delivery.perhaps-there"),
        DeliveryReason.NotInstalled => words.Say("delivery.not-installed"),
        DeliveryReason.Blocked => words.Say("delivery.blocked"),
        DeliveryReason.Left => words.Say("delivery.left"),
        DeliveryReason.NoAccount => words.Say("delivery.no-account"),
        DeliveryReason.ChannelArchived => words.Say("delivery.channel-archived"),
        DeliveryReason.NotInChannel => words.Say("delivery.not-in-channel"),
        DeliveryReason.ChannelPublic => words.Say("delivery.channel-public"),
        DeliveryReason.ChannelOfWholeTeam => words.Say("delivery.channel-of-whole-team"),
        DeliveryReason.ChannelAmbiguous => words.Say("delivery.channel-ambiguous"),
        DeliveryReason.ChannelShared => words.Say("delivery.channel-shared"),
        DeliveryReason.PostingRestricted => words.Say("delivery.posting-restricted"),
        DeliveryReason.AccessLost => words.Say("delivery.access-lost"),
        DeliveryReason.ScopeMissing => words.Say("delivery.scope-missing"),
        DeliveryReason.NotAMember => words.Say("delivery.not-a-member"),
        DeliveryReason.MessageGone => words.Say("delivery.message-gone"),
        DeliveryReason.Refused => words.Say("delivery.refused"),
        _ => throw new ArgumentOutOfRangeException(nameof(why)),
    };

    /// <summary>What kind of item it is: its category, where it is a question.</summary>
    public static string Say(this Wording words, ItemKind kind, Category? category) => (kind, category) switch
    {
        (ItemKind.MustHave, _) => words.Say("category.must-have"),
        (ItemKind.RubricPart, _) => words.Say("category.working-session"),
        (_, Category.Behavioural) => words.Say("category.behavioural"),
        (_, Category.Technical) => words.Say("category.technical"),
        (_, Category.Situational) => words.Say("category.situational"),
        (_, Category.Values) => words.Say("category.values"),
        _ => words.Say("category.question"),
    };

    /// <summary>"4", or that it was not asked.</summary>
    public static string Say(this Wording words, Score score) => score.WasAsked ? score.ToString() : words.Say("score.not-asked");

    /// <summary>"4 · Yes".</summary>
    public static string Say(this Wording words, Score score, Rubric rubric) => score.Number is { } number
        ? words.Say("score.level", ("number", number), ("name", rubric[number].Name))
        : words.Say("score.not-asked");

    public static string Say(this Wording words, CardCount cards) => words.Say("cards.count", ("in", cards.In), ("of", cards.Of));

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
