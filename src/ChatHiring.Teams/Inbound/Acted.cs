using ChatHiring.Teams.Cards;

namespace ChatHiring.Teams.Inbound;

/// <summary>What became of something that was pressed: another step to show, or a sentence to end with.</summary>
internal sealed record Acted(TeamsDialog? Step, string? Said = null)
{
    public static Acted Ends(string said) => new(null, said);

    public static implicit operator Acted(TeamsDialog step) => new(step);
}
