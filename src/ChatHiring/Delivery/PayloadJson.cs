using System.Text.Json;

namespace ChatHiring.Delivery;

/// <summary>Reads what a platform sends without trusting its shape: what is not there, or is something else, is null.</summary>
public static class PayloadJson
{
    /// <summary>Payloads are some ten levels deep; a message that comes back with its card a few more.</summary>
    public static readonly JsonDocumentOptions Strict = new() { MaxDepth = 40 };

    public static string? Text(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.String } text ? Whole(text.GetString) : null;

    // Half of a surrogate pair is no text: what holds it cannot be read.
    private static T Whole<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException halved)
        {
            throw new JsonException("A string is half a surrogate pair.", halved);
        }
    }

    public static bool Flag(this JsonElement element, string name) => element.Child(name).ValueKind == JsonValueKind.True;

    /// <summary>Seconds since 1970.</summary>
    public static DateTimeOffset? Instant(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var seconds) && seconds is > 0 and < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <returns>An element of kind Undefined when there is none.</returns>
    public static JsonElement Child(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object ? Whole(() => element.TryGetProperty(name, out var child) ? child : default) : default;

    public static IEnumerable<JsonElement> Children(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    public static IEnumerable<string> Texts(this JsonElement element, string name) =>
        element.Children(name).Where(child => child.ValueKind == JsonValueKind.String).Select(child => Whole(child.GetString) ?? "");

    /// <summary>The members of an object; none when it is something else.</summary>
    public static IEnumerable<JsonProperty> Members(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().Where(member => Whole(() => member.Name) is not null) : [];
}
