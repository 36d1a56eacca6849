using System.Globalization;

namespace ChatHiring.Files;

/// <summary>
/// Typed access to a group of keys. Whatever is wrong becomes a fault and a harmless value ("" or the smallest number), so that reading goes on to the next
/// fault; the caller throws the whole away when there is any.
/// </summary>
internal sealed class FileFields
{
    private readonly FileShape _shape;
    private readonly Dictionary<string, FileNode> _values;

    private FileFields(FileMapping mapping, FileShape shape, FileFaults faults)
    {
        (Line, _shape, Faults) = (mapping.Line, shape, faults);
        _values = mapping.Entries.Where(entry => !entry.Value.IsNothing).ToDictionary(entry => entry.Key.Text, entry => entry.Value);
    }

    /// <summary>Where the group starts.</summary>
    public int Line { get; }

    public FileFaults Faults { get; }

    /// <summary>Opens a group; null, with a fault, when the node is none. Unknown and missing keys are faults at once.</summary>
    public static FileFields? Of(FileNode node, FileShape shape, FileFaults faults)
    {
        if (node is not FileMapping mapping)
        {
            faults.Add(node.Line, $"The {shape.What} must be written as lines of 'key: value', not as {node.Kind}.");
            return null;
        }
        var fields = new FileFields(mapping, shape, faults);
        foreach (var key in mapping.Entries.Select(entry => entry.Key).Where(key => !shape.Knows(key.Text)))
            faults.Add(key.Line, $"The {shape.What} has an unknown key {FileFaults.Quote(key.Text)}. Known here: {shape.Known}.");
        foreach (var key in shape.Required.Where(key => !fields.Has(key)))
            faults.Add(mapping.Line, $"The {shape.What} has no '{key}'.");
        return fields;
    }

    public bool Has(string key) => _values.ContainsKey(key);

    /// <summary>Where a key's value starts, or the group when the key is not there.</summary>
    public int LineOf(string key) => Node(key)?.Line ?? Line;

    public FileNode? Node(string key) => _shape.Knows(key)
        ? _values.GetValueOrDefault(key)
        : throw new ArgumentException($"The shape of the {_shape.What} does not list '{key}'.", nameof(key));

    /// <summary>One line of 1 to <paramref name="longest"/> UTF-16 units, trimmed; "" when the key is not there.</summary>
    public string Text(string key, int longest) => TextOrNull(key, longest) ?? "";

    public string? TextOrNull(string key, int longest) =>
        Node(key) is { } node ? FileTexts.Line(node, Name(key), longest, Faults) : null;

    /// <summary>As <see cref="Text"/>, but of as many lines as it likes.</summary>
    public string Prose(string key, int longest) =>
        Node(key) is { } node ? FileTexts.Prose(node, Name(key), longest, Faults) : "";

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>; <paramref name="least"/> when the key is not there.</summary>
    public int Number(string key, int least, int most) => NumberOrNull(key, least, most) ?? least;

    public int? NumberOrNull(string key, int least, int most)
    {
        if (Node(key) is not { } node)
            return null;
        if (node is FileScalar { IsPlain: true } scalar
            && int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
            return number;
        return Refuse<int>(key, $"must be a whole number from {Shown(least)} to {Shown(most)}", node);
    }

    /// <summary>True or false; null when the key is not there.</summary>
    public bool? FlagOrNull(string key) => Node(key) switch
    {
        null => null,
        FileScalar { IsPlain: true, Text: "true" } => true,
        FileScalar { IsPlain: true, Text: "false" } => false,
        var node => Refuse<bool>(key, "must be true or false", node),
    };

    /// <summary>One of an enum's values, written in kebab-case; the first one when the key is not there.</summary>
    public T Choice<T>(string key)
        where T : struct, Enum => Node(key) is { } node ? FileTexts.Choice<T>(node, Name(key), Faults) : default;

    /// <summary>Every item of a list of at most <paramref name="most"/>; none when the key is not there.</summary>
    public IReadOnlyList<T> List<T>(string key, int most, Func<FileNode, T> read)
    {
        switch (Node(key))
        {
            case null:
                return [];
            case FileList list when list.Items.Count > most:
                Faults.Add(list.Line, $"{Name(key)} has {list.Items.Count} entries; at most {Shown(most)} fit.");
                return [];
            case FileList list:
                return [.. list.Items.Select(read)];
            case var other:
                Faults.Add(other.Line, $"{Name(key)} must be a list, not {other.Kind}.");
                return [];
        }
    }

    /// <summary>A list of texts, each given once.</summary>
    public IReadOnlyList<string> Texts(string key, int most, int longest)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return List(key, most, node =>
        {
            var text = FileTexts.Line(node, $"An entry of {Name(key)}", longest, Faults);
            if (text.Length > 0 && !seen.Add(text))
                Faults.Add(node.Line, $"{Name(key)} lists {FileFaults.Quote(text)} twice.");
            return text;
        });
    }

    /// <summary>How a sentence names a key.</summary>
    public string Name(string key) => $"'{key}' of the {_shape.What}";

    private T? Refuse<T>(string key, string rule, FileNode node)
        where T : struct
    {
        Faults.Add(node.Line, $"{Name(key)} {rule}, not {FileTexts.Shown(node)}.");
        return null;
    }

    private static string Shown(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
