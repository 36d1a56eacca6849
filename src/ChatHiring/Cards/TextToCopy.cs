using System.Text.Json.Nodes;
using ChatHiring.Scorecards;

namespace ChatHiring.Cards;

/// <summary>A text that somebody typed, given back to be copied.</summary>
/// <param name="Score">In words; null when none was chosen.</param>
public sealed record TextToCopy(string Topic, string? Score, string? Text)
{
    /// <summary>An answer as it was typed.</summary>
    /// <param name="topic">Null where nobody can say what it was about.</param>
    public static TextToCopy Of(Wording words, TypedAnswer typed, string? topic) =>
        new(topic ?? words.Say("copy.typed"), Scorecards.Score.Read(typed.Score) is { } score ? words.Say(score) : null, typed.Evidence);

    /// <summary>Those that say something, as a card's data.</summary>
    public static JsonArray Data(Wording words, IEnumerable<TextToCopy> texts, int most = int.MaxValue) =>
        texts.Where(text => text.Score is not null || text.Text.OrNull() is not null).Take(most).ToList(text => new JsonObject
        {
            ["topic"] = text.Topic.AsHeading(),
            ["score"] = text.Score is { } score ? words.Say("copy.score", ("score", score)) : null,
            ["text"] = text.Text.OrNull(),
        });
}
