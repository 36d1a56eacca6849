using ChatHiring.Loops;
using ChatHiring.Timeline;

namespace ChatHiring.Cards;

/// <summary>What is said to a panellist who cannot be there.</summary>
public static class DeclineSentences
{
    /// <summary>What follows from saying it, before it is said.</summary>
    public static string WhatHappens(this Wording words, CantMakeIt before) => before.Told is { } name
        ? words.Say("decline.what-happens", ("name", name))
        : words.Say("decline.what-happens-alone");

    /// <summary>Who reads the reason.</summary>
    public static string WhoReads(this Wording words, CantMakeIt before) => before.Told is { } name
        ? words.Say("decline.reason-note", ("name", name))
        : words.Say("decline.reason-note-alone");

    /// <summary>That it is said, and who knows.</summary>
    public static string Say(this Wording words, CantMakeIt said) => said.Told is { } name
        ? words.Say("decline.said", ("name", name))
        : words.Say("decline.said-alone");

    /// <param name="zoneId">The reader's zone.</param>
    public static string Say(this Wording words, DeclineRefusal why, string zoneId) => why switch
    {
        DeclineRefusal.NothingAsked => words.Say("decline.nothing-asked"),
        DeclineRefusal.CardIsIn => words.Say("decline.card-is-in"),
        DeclineRefusal.HasEnded => words.Say("decline.has-ended"),
        DeclineRefusal.IsOpen open => words.Say("go-ahead.is-open", ("time", LocalTime.Show(open.At, zoneId))),
        DeclineRefusal.LongReason text => words.Say("go-ahead.long-reason", ("length", text.Length), ("limit", DeclineSeat.MaxReason)),
        DeclineRefusal.HiddenCharacter character => words.Say("loop.hidden-character", ("name", character.Name)),
        _ => throw new ArgumentOutOfRangeException(nameof(why)),
    };
}
