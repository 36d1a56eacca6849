using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatHiring.Storage;

/// <summary>Columns that hold a value written and read whole.</summary>
internal static class StoredJson
{
    public static void StoredAsJson<T>(this PropertyBuilder<T> property)
        where T : class => property.HasConversion(
            value => Write(value),
            text => Read<T>(text),
            new ValueComparer<T>((a, b) => Same(a, b), value => Write(value).GetHashCode(StringComparison.Ordinal), value => value));

    public static string Write<T>(T value) => JsonSerializer.Serialize(value);

    public static T Read<T>(string text) =>
        JsonSerializer.Deserialize<T>(text) ?? throw new InvalidDataException($"A stored {typeof(T).Name} is null.");

    private static bool Same<T>(T? a, T? b)
        where T : class => ReferenceEquals(a, b) || (a is not null && b is not null && Write(a) == Write(b));
}
