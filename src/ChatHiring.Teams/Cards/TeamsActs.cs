using ChatHiring.Cards;

namespace ChatHiring.Teams.Cards;

/// <summary>What a button says that it does: the <c>act</c> of its data, and the verb where it is an Action.Execute.</summary>
internal static class TeamsActs
{
    /// <summary>Opens a dialog; with <c>seat</c>.</summary>
    public const string OpenCard = ReminderData.OpenCard;

    /// <summary>Opens a dialog; with <c>loop</c>.</summary>
    public const string GoAhead = ReminderData.GoAhead;

    /// <summary>Opens a dialog; with <c>loop</c>.</summary>
    public const string MyCard = "my_card";

    /// <summary>Opens a dialog; with <c>seat</c>.</summary>
    public const string ToldPrivate = "told_private";

    /// <summary>Opens a dialog; with <c>seat</c>.</summary>
    public const string CantMakeIt = "cant_make_it";

    /// <summary>Takes the seat again, and says so; with <c>seat</c>.</summary>
    public const string CanMakeIt = "can_make_it";

    /// <summary>The form in the place of the message, where a client has no dialogs; with <c>seat</c>.</summary>
    public const string ScoreHere = "score_here";

    /// <summary>In the score form, with <c>state</c>: whatever is on the page is saved on the way.</summary>
    public const string Next = "next";

    public const string Back = "back";

    public const string Close = "close";

    public const string Submit = "submit";

    /// <summary>In the review; with <c>item</c>, the item or fact that its page holds.</summary>
    public const string Jump = "jump";

    /// <summary>In the form in which somebody says that they cannot be there; with <c>state</c>.</summary>
    public const string Decline = "decline";

    /// <summary>In the form of a go-ahead, with <c>state</c>: the second look, and then it opens the debrief.</summary>
    public const string GoAheadNext = "go_ahead_next";

    /// <summary>Closes a dialog and changes nothing.</summary>
    public const string Leave = "leave";
}
