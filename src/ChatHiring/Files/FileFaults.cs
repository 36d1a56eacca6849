using System.Text;

namespace ChatHiring.Files;

/// <summary>Collects what is wrong with one file, so that a person mends it in one go.</summary>
internal sealed class FileFaults
{
    /// <summary>Nobody reads more; a hostile file would otherwise make as many sentences as it has lines.</summary>
    public const int Most = 100;

    private const int LongestQuote = 60;

    private readonly List<FileFault> _faults = [];
    private int _more;

    public bool Any => _faults.Count > 0;

    public void Add(int line, string reason) => Add(new FileFault(line, reason));

    public void Add(FileFault fault)
    {
        if (_faults.Count < Most)
            _faults.Add(fault);
        else
            _more++;
    }

    /// <summary>By line; faults of one line in the order in which they were found.</summary>
    public IReadOnlyList<FileFault> InOrder()
    {
        var faults = _faults.OrderBy(fault => fault.Line).ToList();
        if (_more > 0)
            faults.Add(new FileFault(faults[^1].Line, $"{_more} more faults are not listed. Mend these first."));
        return faults;
    }

    /// <summary>What somebody wrote, in quotes, short and without characters that a terminal would obey.</summary>
    public static string Quote(string written)
    {
        var shown = new StringBuilder("'");
        foreach (var rune in written.EnumerateRunes().Take(LongestQuote))
            shown.Append(FileCharacters.IsHidden(rune) ? "?" : rune.ToString());
        if (written.EnumerateRunes().Skip(LongestQuote).Any())
            shown.Append('…');
        return shown.Append('\'').ToString();
    }
}
