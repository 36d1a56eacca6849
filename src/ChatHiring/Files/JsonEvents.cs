using System.Text;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ChatHiring.Files;

/// <summary>
/// JSON as the events of the YAML that it is. YAML's own parser stumbles over some JSON that other programs write: tabs between values, and a
/// character beyond U+FFFF written as two escapes.
/// </summary>
internal static class JsonEvents
{
    /// <summary>Deeper than any file may be nested, so that a fault says so.</summary>
    private const int Deepest = 1000;

    /// <returns>Null when the text is no JSON.</returns>
    public static IReadOnlyList<ParsingEvent>? Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = Deepest });
        var events = new List<ParsingEvent>();
        var (line, counted) = (1, 0);
        try
        {
            while (reader.Read())
            {
                line += bytes.AsSpan(counted, (int)reader.TokenStartIndex - counted).Count((byte)'\n');
                counted = (int)reader.TokenStartIndex;
                events.Add(EventOf(ref reader, new Mark(counted, line, 1)));
            }
        }
        catch (JsonException)
        {
            return null;
        }

        return events;
    }

    private static ParsingEvent EventOf(ref Utf8JsonReader reader, Mark at) => reader.TokenType switch
    {
        JsonTokenType.StartObject => new MappingStart(AnchorName.Empty, TagName.Empty, true, MappingStyle.Flow, at, at),
        JsonTokenType.EndObject => new MappingEnd(at, at),
        JsonTokenType.StartArray => new SequenceStart(AnchorName.Empty, TagName.Empty, true, SequenceStyle.Flow, at, at),
        JsonTokenType.EndArray => new SequenceEnd(at, at),
        JsonTokenType.String or JsonTokenType.PropertyName => ScalarOf(Text(ref reader), ScalarStyle.DoubleQuoted, at),
        _ => ScalarOf(Encoding.UTF8.GetString(reader.ValueSpan), ScalarStyle.Plain, at),
    };

    private static Scalar ScalarOf(string text, ScalarStyle style, Mark at) =>
        new(AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: true, isQuotedImplicit: true, at, at);

    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // Half a pair of surrogates, written as an escape.
            return "\uFFFD";
        }
    }
}
