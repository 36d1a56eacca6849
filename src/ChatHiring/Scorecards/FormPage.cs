using ChatHiring.Cards;

namespace ChatHiring.Scorecards;

/// <summary>What an author sees of their card next, before a chat draws it.</summary>
public abstract record FormPage
{
    private FormPage()
    {
    }

    /// <summary>One thing to write; see <see cref="FormSteps"/>.</summary>
    public sealed record Ask(ScoreForm Form, FormState State) : FormPage;

    /// <summary>The whole card before it is submitted.</summary>
    public sealed record Review(ScoreForm Form, FormState State) : FormPage;

    /// <summary>Nothing can be written, and why; with what was typed and is in no submitted card.</summary>
    public sealed record Closed(string Sentence, IReadOnlyList<TextToCopy> Texts) : FormPage;

    /// <summary>No such seat, or somebody else's.</summary>
    public sealed record NotYours : FormPage;
}
