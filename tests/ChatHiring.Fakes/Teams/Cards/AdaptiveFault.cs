namespace ChatHiring.Fakes.Teams.Cards;

/// <summary>What Teams would show wrongly or not at all, and where.</summary>
/// <param name="Place">A JSON pointer from the card.</param>
public sealed record AdaptiveFault(string Place, string Says)
{
    public override string ToString() => $"{Says} [{(Place.Length == 0 ? "/" : Place)}]";
}
