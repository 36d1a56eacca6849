using ChatHiring.Cards;
using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Scorecards;
using ChatHiring.Teams.Cards;
using ChatHiring.Teams.Inbound;

namespace ChatHiring.Teams.Forms;

/// <summary>"Open without Ana's card" as a dialog.</summary>
internal sealed class TeamsGoAhead(WalkGoAhead walk, TeamsCards cards, PageLinks links, Wording words)
{
    public async Task<Acted> Open(PersonId me, LoopId loop, CancellationToken cancel) => Drawn(await walk.Open(me, loop, cancel));

    /// <param name="carried">What the dialog carried.</param>
    public async Task<Acted> Press(PersonId me, string? carried, string? reason, CancellationToken cancel) =>
        Drawn(Carried.Read<GoAheadState>(carried) is { } state ? await walk.Press(me, state, reason, cancel) : new GoAheadPage.NoSuchLoop(reason));

    private Acted Drawn(GoAheadPage page) => page switch
    {
        GoAheadPage.Look look => cards.GoAhead(look.View, Carried.Write(look.State), look.State.IsConfirmed, look.Reason, look.Warning),
        GoAheadPage.Faulty faulty => cards.GoAhead(faulty.View, Carried.Write(faulty.State), faulty.State.IsConfirmed, faulty.Reason, fault: faulty.Fault),
        GoAheadPage.Refused { OpenIn: { } loop } refused when links.Debrief(loop) is { } debrief => Note(refused.Sentence, refused.Reason, (debrief, words.Say("debrief.read"))),
        GoAheadPage.Refused refused => Note(refused.Sentence, refused.Reason),
        GoAheadPage.NoSuchLoop nothing => Note(words.Say("teams.no-such-loop"), nothing.Reason),
        GoAheadPage.Opened => Acted.Ends(words.Say("go-ahead.opened")),
        _ => throw new ArgumentOutOfRangeException(nameof(page)),
    };

    private TeamsDialog Note(string sentence, string? reason, (Uri, string)? link = null) =>
        cards.Note(words.Say("go-ahead.title"), [sentence], [new TextToCopy(words.Say("go-ahead.reason"), null, reason)], link);
}
