using System.Text.Json;
using System.Text.RegularExpressions;

namespace ChatHiring.Host.Tests.Api;

/// <summary>Holds values against the schemas of an OpenAPI document: as much of JSON Schema as the document uses.</summary>
internal sealed class DocumentedSchemas(JsonElement document)
{
    /// <summary>What a schema that points elsewhere points to.</summary>
    public JsonElement Resolve(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var pointer))
            return Resolve(document.GetProperty("components").GetProperty("schemas").GetProperty(pointer.GetString()!.Split('/')[^1]));
        return schema.TryGetProperty("oneOf", out var either) ? Resolve(either.EnumerateArray().Single(one => one.TryGetProperty("$ref", out _))) : schema;
    }

    /// <summary>The schema of a list's items; the schema itself where it is no list.</summary>
    public JsonElement ItemOf(JsonElement schema) => Resolve(schema).TryGetProperty("items", out var items) ? items : schema;

    public bool IsDescribed(JsonElement schema) => schema.TryGetProperty("description", out _) || Resolve(schema).TryGetProperty("description", out _);

    /// <summary>Where a value is not as described.</summary>
    public IEnumerable<string> Faults(JsonElement schema, JsonElement value, string at = "$")
    {
        var described = Resolve(schema);
        if (described.TryGetProperty("anyOf", out var any))
            return any.EnumerateArray().Any(one => !Faults(one, value, at).Any()) ? [] : [$"{at} is none of those described"];
        if (!TypesOf(described).Contains(Kind(value)))
            return [$"{at} is {Kind(value)}, described as {string.Join(" or ", TypesOf(described))}"];
        return value.ValueKind switch
        {
            JsonValueKind.Object => OfObject(described, value, at),
            JsonValueKind.Array => value.EnumerateArray().SelectMany((item, index) => Faults(described.GetProperty("items"), item, $"{at}[{index}]")),
            JsonValueKind.String => OfText(described, value.GetString()!, at),
            _ => [],
        };
    }

    private IEnumerable<string> OfObject(JsonElement described, JsonElement value, string at)
    {
        var properties = described.GetProperty("properties");
        if (described.TryGetProperty("required", out var required))
            foreach (var key in required.EnumerateArray().Where(key => !value.TryGetProperty(key.GetString()!, out _)))
                yield return $"{at} has no {key}";
        foreach (var property in value.EnumerateObject())
            if (!properties.TryGetProperty(property.Name, out var schema))
                yield return $"{at}.{property.Name} is not described";
            else
                foreach (var fault in Faults(schema, property.Value, $"{at}.{property.Name}"))
                    yield return fault;
    }

    private static IEnumerable<string> OfText(JsonElement described, string text, string at)
    {
        if (described.TryGetProperty("enum", out var words) && words.EnumerateArray().All(word => word.GetString() != text))
            yield return $"{at} is '{text}', which is none of the words described";
        if (described.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(text, pattern.GetString()!))
            yield return $"{at} is '{text}', which has another form than described";
        if (described.TryGetProperty("maxLength", out var longest) && text.Length > longest.GetInt32())
            yield return $"{at} is longer than described";
    }

    private static List<string> TypesOf(JsonElement described) => described.TryGetProperty("type", out var type)
        ? type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(one => one.GetString()!)] : [type.GetString()!]
        : [];

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => "integer",
        _ => "null",
    };
}
