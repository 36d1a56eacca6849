namespace ChatHiring.Slack.Cards;

/// <summary>Lays pieces out on messages, in their order, so that none is too long for Slack and nothing is left out.</summary>
internal static class SlackPages
{
    /// <summary>Slack takes fifty blocks; a heading and buttons want theirs.</summary>
    private const int MostPieces = 45;

    /// <summary>Slack refuses a message somewhere above eleven thousand characters over all its blocks, and does not say where.</summary>
    private const int MostCharacters = 9_000;

    public static IReadOnlyList<IReadOnlyList<Piece>> Of(IEnumerable<Piece> pieces)
    {
        var pages = new List<List<Piece>> { new() };
        var length = 0;
        foreach (var piece in pieces.SelectMany(Split))
        {
            if (pages[^1].Count == MostPieces || (pages[^1].Count > 0 && length + piece.Length > MostCharacters))
                (length, _) = (0, Add(pages));
            pages[^1].Add(piece);
            length += piece.Length;
        }

        return pages;
    }

    private static bool Add(List<List<Piece>> pages)
    {
        pages.Add([]);
        return true;
    }

    // A must-have or a question may be long, and so may what somebody said; a piece that alone fills a message goes on in the next.
    private static IEnumerable<Piece> Split(Piece piece)
    {
        if (piece.Length <= MostCharacters)
            return [piece];
        var parts = SlackLists.Cut(piece.Quote ?? piece.Body ?? piece.Small ?? piece.Title ?? "", MostCharacters / 2).ToList();
        return parts.Select((part, i) => piece.Quote is not null
            ? new Piece(i == 0 ? piece.Title : null, i == 0 ? piece.Body : null, i == 0 ? piece.Small : null, part)
            : new Piece(i == 0 && piece.Body is not null ? piece.Title : null, part, i == parts.Count - 1 && piece.Body is not null ? piece.Small : null));
    }
}
