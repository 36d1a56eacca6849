using System.Text.Json;

namespace ChatHiring.Scorecards;

/// <summary>What a form in a chat carries with it, as text. It comes back from a client, so anything may have become of it.</summary>
public static class Carried
{
    private static readonly JsonSerializerOptions Strict = new() { RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };

    public static string Write<T>(T state) => JsonSerializer.Serialize(state);

    /// <returns>Null: not of this kind, or of another release.</returns>
    public static T? Read<T>(string? text)
        where T : class
    {
        try
        {
            return text is { Length: > 0 } ? JsonSerializer.Deserialize<T>(text, Strict) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
