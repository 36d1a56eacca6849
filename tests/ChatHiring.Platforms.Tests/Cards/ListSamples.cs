using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.Loops;

namespace ChatHiring.Platforms.Tests.Cards;

/// <summary>Lists to show: what waits, what is done, what needs attention, and a loop that somebody watches.</summary>
internal static class ListSamples
{
    public static readonly Uri Web = new("https://hiring.example.com/loops");

    public static IEnumerable<(string Name, AttentionItem Item)> Attention() =>
    [
        ("late", new AttentionItem.Late(CardSamples.Loop, "J.K.", CardSamples.Zone, "Ana Silva", "Peer", CardSamples.Start) { JobTitle = "Backend Engineer" }),
        ("declined", new AttentionItem.Declined(CardSamples.Loop, "J.K.", CardSamples.Zone, "Bo Lind", "Peer", CardSamples.Start, "I am on a plane *all day* <!channel>")),
        ("waits", new AttentionItem.Waits(CardSamples.Loop, "J.K.", CardSamples.Zone, ["Ana Silva"], false)),
        ("gone-ahead", new AttentionItem.Opened(CardSamples.Loop, "J.K.", CardSamples.Zone, "Rosa Meier", CardSamples.Start, "Ana has moved to another team.")),
    ];

    public static Inbox Inbox() => new(
        [.. Attention().Select(named => named.Item)],
        [
            new InboxItem(CardSamples.Heading, SeatState.Owed, true, null, false, new CardCount(4, 7), null, new Reminded(CardSamples.Start, null, "Rosa Meier", false, CardSamples.Start.AddDays(1))),
            new InboxItem(CardSamples.Heading with { Candidate = "A.B." }, SeatState.Owed, false, null, false, new CardCount(0, 7), null, null),
        ],
        [
            new InboxItem(CardSamples.Heading with { Candidate = "C.D." }, SeatState.Submitted, true, CardSamples.Start, true, new CardCount(5, 7), null, null),
            new InboxItem(CardSamples.Heading with { Candidate = "E.F." }, SeatState.Submitted, true, CardSamples.Start, false, new CardCount(7, 7), CardSamples.Start, null),
        ],
        []);

    public static GoAheadView GoAhead { get; } = new(
        CardSamples.Loop, "J.K.", "Backend Engineer", new ChatHiring.Jobs.ChannelId(CardSamples.Id(3)), new CardCount(5, 7),
        [new MissingCardOf(CardSamples.Seat, "Ana Silva", "Peer interview"), new MissingCardOf(new SeatId(CardSamples.Id(9)), "Mina Sato", "Cross-functional")], null, ["Rosa Meier", "Dana Okafor"], CardSamples.Zone);

    public static WatchedLoop Watched() => new(
        CardSamples.Loop, "J.K.", "Backend Engineer", new ChatHiring.Jobs.ChannelId(CardSamples.Id(3)), new CardCount(4, 7), LoopState.Sealed, false,
        [new WatchedStage("Peer interview", CardSamples.Start, null, [new WatchedSeat(CardSamples.Seat, "Ana Silva", SeatState.Owed, CardSamples.Start, null, null, null, null)])],
        [], CardSamples.Zone);
}
