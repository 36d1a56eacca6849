using System.Text.Json;

namespace ChatHiring.Cards;

/// <summary>Every sentence a person reads, from <c>cards/words.en.json</c>: one flat object of key and text with <c>{name}</c> places.</summary>
public sealed class Wording
{
    private readonly IReadOnlyDictionary<string, string> _words;

    // Of a sentence that stands there twice, one is mended and the other is read.
    private static readonly JsonSerializerOptions OnceEach = new() { AllowDuplicateProperties = false };

    private Wording(IReadOnlyDictionary<string, string> words) => _words = words;

    public IEnumerable<string> Keys => _words.Keys;

    /// <exception cref="InvalidDataException">The file is no flat object of texts, or holds a key twice.</exception>
    public static Wording Load(string path)
    {
        try
        {
            return new(JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path), OnceEach) ?? []);
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"{Path.GetFileName(path)} is not a flat JSON object of texts: {broken.Message}", broken);
        }
    }

    /// <summary>The sentence under a key, its places filled. The result is plain text: whoever shows it escapes it.</summary>
    /// <exception cref="KeyNotFoundException">No such sentence.</exception>
    public string Say(string key, params (string Name, object Value)[] places)
    {
        var text = _words.TryGetValue(key, out var found) ? found : throw new KeyNotFoundException($"No sentence '{key}' in words.en.json.");
        return Fill(text, places);
    }

    // One pass over the template, so that a person's own braces are never read as a place.
    private static string Fill(string text, (string Name, object Value)[] places)
    {
        if (places.Length == 0)
            return text;
        var filled = new System.Text.StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var place = places.FirstOrDefault(p => string.CompareOrdinal(text, at, $"{{{p.Name}}}", 0, p.Name.Length + 2) == 0);
            filled.Append(place.Name is null ? text[at] : place.Value);
            at += place.Name is null ? 1 : place.Name.Length + 2;
        }

        return filled.ToString();
    }
}
