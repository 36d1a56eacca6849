using System.Text.Json.Nodes;

namespace ChatHiring.Cards;

/// <summary>A text that somebody typed, given back to be copied.</summary>
/// <param name="Score">In words; null when none was chosen.</param>
public sealed record TextToCopy(string Topic, string? Score, string? Text)
{
    /// <summary>Those that say something, as a card's data.</summary>
    public static JsonArray Data(Wording words, IEnumerable<TextToCopy> texts, int most = int.MaxValue) =>
        texts.Where(text => text.Score is not null || text.Text.OrNull() is not null).Take(most).ToList(text => new JsonObject
        {
            ["topic"] = text.Topic,
            ["score"] = text.Score is { } score ? words.Say("copy.score", ("score", score)) : null,
            ["text"] = text.Text.OrNull(),
        });
}
